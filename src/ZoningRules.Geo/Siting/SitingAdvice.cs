using System.Collections.Immutable;
using ZoningRules.Verdicts;

namespace ZoningRules.Geo.Siting;

/// <summary>What a siting map says about the proposal's own site and about candidates.</summary>
/// <param name="Own">The verdict of the proposal's own site; null without a geometry.</param>
/// <param name="Nearest">For a prohibited site: the nearest place of each milder verdict there is, strictest first; empty otherwise, and where nobody knows for sure where the site lies.</param>
/// <param name="Candidates">The candidates, best first.</param>
public sealed record SitingAdvice(Verdict? Own, ImmutableArray<NearestPlace> Nearest, ImmutableArray<RankedCandidate> Candidates)
{
    /// <summary>Whether the coordinate system of the proposal's own site is in doubt, so that nothing can be said of what is near it.</summary>
    public bool IsOwnDoubtful { get; init; }

    /// <summary>Nothing to say.</summary>
    public static SitingAdvice None { get; } = new(null, [], []);
}
