using System.Collections.Immutable;

namespace ZoningRules.Verdicts;

/// <summary>How far an assessment is from another verdict: what may be off, or be changed, before its possible verdicts change. Immutable; collections in a stated order.</summary>
public sealed record DecisionMargin
{
    /// <summary>How far the site's boundary may be off; null when the proposal gives no geometry, or while its coordinate system is in doubt.</summary>
    public BoundaryMargin? Site { get; init; }

    /// <summary>How far the boundaries of each layer that a rule looks at may be off, one layer at a time; none without a margin of the site: those that change the verdict soonest first, then by id.</summary>
    public required ImmutableArray<BoundaryMargin> Layers { get; init; }

    /// <summary>The declared numbers that a rule looks at with the values at which the verdict changes, in the order of the vocabulary.</summary>
    public required ImmutableArray<AttributeMargin> Attributes { get; init; }

    /// <summary>Collections with too many items to look at their fields one by one; they were only changed as a whole.</summary>
    public ImmutableArray<string> Unexamined { get; init; } = [];

    /// <summary>The next day on which the verdict changes although nothing about the project does; null when no later date that the rules or ledgers name changes it.</summary>
    public DateChange? NextDate { get; init; }

    /// <summary>For a prohibited project: the smallest changes that would make it admissible, or that there are none; null otherwise.</summary>
    public ChangeSearch? Change { get; init; }

    /// <summary>What becomes of the same project at other sites, those admissible first, then in the order given; empty when none were given.</summary>
    public ImmutableArray<SiteAlternative> Elsewhere { get; init; } = [];
}
