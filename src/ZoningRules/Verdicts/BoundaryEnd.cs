using System.Collections.Immutable;
using ZoningRules.Measures;
using ZoningRules.Problems;

namespace ZoningRules.Verdicts;

/// <summary>Why the search for a margin ended. Closed.</summary>
public abstract record BoundaryEnd
{
    private protected BoundaryEnd() { }

    /// <summary>The possible verdicts change.</summary>
    /// <param name="At">At this accuracy they surely have changed.</param>
    /// <param name="Verdict">The verdict there.</param>
    /// <param name="Possible">The possible verdicts there, mildest first.</param>
    /// <param name="Causes">What lost its certainty last, in the order of the findings.</param>
    /// <param name="Shift">For the site: a move of the whole site that brings a change by itself; null when none was found and for layers.</param>
    public sealed record Flips(
        Metres At, Verdict Verdict, ImmutableArray<Verdict> Possible, ImmutableArray<MarginCause> Causes, SiteShift? Shift) : BoundaryEnd;

    /// <summary>Nothing changes up to the greatest accuracy that was tried, which is where the margin holds to.</summary>
    public sealed record Searched : BoundaryEnd;

    /// <summary>What comes next cannot be told.</summary>
    /// <param name="Why">Why not.</param>
    public sealed record NotFollowed(LocalText Why) : BoundaryEnd;
}
