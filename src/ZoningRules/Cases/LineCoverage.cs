using ZoningRules.Problems;

namespace ZoningRules.Cases;

/// <summary>How often the outcome of a line of a norm decided something in the cases: turned over, it would have changed where the norm applies or whether it is met.</summary>
/// <param name="Norm">The norm's id.</param>
/// <param name="Line">The line as written.</param>
/// <param name="Part">Which test of the line, from 0: a line about an open list has three (on the list, to be reviewed, decided).</param>
/// <param name="Place">Where it stands.</param>
/// <param name="WhenTrue">Cases in which it was true and decided.</param>
/// <param name="WhenFalse">Cases in which it was false and decided.</param>
/// <param name="WhenUnknown">Cases in which it was unknown and decided.</param>
public sealed record LineCoverage(string Norm, string Line, int Part, SourcePlace Place, int WhenTrue, int WhenFalse, int WhenUnknown)
{
    /// <summary>Whether it is proved that no proposal on any day lets it decide by being true.</summary>
    public bool CannotBeTrue { get; init; }

    /// <summary>Whether it is proved that no proposal on any day lets it decide by being false.</summary>
    public bool CannotBeFalse { get; init; }

    /// <summary>Whether it was seen deciding both ways, as far as it can.</summary>
    public bool IsFull => (WhenTrue > 0 || CannotBeTrue) && (WhenFalse > 0 || CannotBeFalse);
}
