using System.Collections.Immutable;
using ZoningRules.Findings;
using ZoningRules.Locations;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;

namespace ZoningRules.Verdicts;

/// <summary>Everything the engine says about one proposal. Immutable; collections in a stated order.</summary>
public sealed record Assessment
{
    /// <summary>The proposal assessed.</summary>
    public required Proposal Proposal { get; init; }

    /// <summary>The pack it was assessed against.</summary>
    public required RulePack Pack { get; init; }

    /// <summary>The date whose law counted.</summary>
    public required DateOnly GoverningDate { get; init; }

    /// <summary>The verdict.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The verdicts that the open questions can still lead to, mildest first; the verdict alone when nothing is open.</summary>
    public required ImmutableArray<Verdict> Possible { get; init; }

    /// <summary>True when the verdict was undetermined norm by norm but every possible completion agrees on it.</summary>
    public required bool SameForEveryCompletion { get; init; }

    /// <summary>
    /// False when the exact pass was too large and gave way: the possible verdicts and the questions may then be too many, never too few.
    /// </summary>
    public required bool Exact { get; init; }

    /// <summary>Whether the pack is about the project at all.</summary>
    public Concern Concern { get; init; } = Concern.Concerned;

    /// <summary>Where the site lies; null when the proposal gives no geometry.</summary>
    public SiteLocation? Location { get; init; }

    /// <summary>For a site known by its town: the places it may lie in, in the order of the pack; empty otherwise.</summary>
    public ImmutableArray<CandidateUnit> Candidates { get; init; } = [];

    /// <summary>One finding for each norm in force that binds and is not manual, ordered by norm id.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>Manual norms in force whose scope holds or may hold, ordered by norm id.</summary>
    public required ImmutableArray<Finding> Manual { get; init; }

    /// <summary>What stands in the way of a verdict besides findings: no unit hit, a hole, no list in force; empty mostly.</summary>
    public required ImmutableArray<StandingDoubt> Doubts { get; init; }

    /// <summary>Questions that still matter, cheapest first.</summary>
    public required ImmutableArray<Question> Questions { get; init; }

    /// <summary>Obligations to write into the approval, in the order of the findings.</summary>
    public required ImmutableArray<AttachedObligation> Obligations { get; init; }

    /// <summary>Norms whose target year does not bind, ordered by norm id.</summary>
    public required ImmutableArray<UnboundTarget> UnboundTargets { get; init; }

    /// <summary>Lists to be checked with their issuers, by unit.</summary>
    public required ImmutableArray<ListNotLoaded> NotLoaded { get; init; }

    /// <summary>Sentences every report must show: the pack's notices and, where a layer is an illustration, that it is one.</summary>
    public required ImmutableArray<LocalText> Notices { get; init; }

    /// <summary>How far it is from another verdict; null unless that was asked for.</summary>
    public DecisionMargin? Margin { get; init; }

    /// <summary>What everything rested on.</summary>
    public required Receipt Receipt { get; init; }
}
