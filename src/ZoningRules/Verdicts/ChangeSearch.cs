using System.Collections.Immutable;

namespace ZoningRules.Verdicts;

/// <summary>
/// The search for the smallest changes to a prohibited project. A set of declared values is enough when some other values of them lead to a verdict of Admissible or
/// Conditional; it is minimal when no smaller part of it is enough.
/// </summary>
public sealed record ChangeSearch
{
    /// <summary>What may be changed: what the applicant declared and can answer for and a rule looks at: numbers, collections, sets, yes and no, choices, codes; then in the order of the vocabulary.</summary>
    public required ImmutableArray<string> Changeable { get; init; }

    /// <summary>Minimal sets that are enough: fewest values first, then those that settle the verdict, then in the order of <see cref="Changeable"/>.</summary>
    public required ImmutableArray<ProjectChange> Changes { get; init; }

    /// <summary>All sets up to this many values were tried, save those that hold a smaller one that is enough.</summary>
    public required int TriedUpTo { get; init; }

    /// <summary>How many sets were tried and are not enough whatever the values: over all completions the verdict is never Admissible or Conditional.</summary>
    public required int NotEnough { get; init; }

    /// <summary>Whether even changing everything that may be changed is not enough.</summary>
    public required bool Hopeless { get; init; }

    /// <summary>When <see cref="Hopeless"/>: the norms violated whatever the values, in the order of the findings. Empty when several take turns or a doubt stands.</summary>
    public required ImmutableArray<NormChange> Unavoidable { get; init; }

    /// <summary>When <see cref="Hopeless"/>: what stands in the way besides norms.</summary>
    public required ImmutableArray<StandingDoubt> Doubts { get; init; }
}
