using System.Collections.Immutable;
using ZoningRules.Measures;
using ZoningRules.Problems;

namespace ZoningRules.Verdicts;

/// <summary>Something about the place that is no longer certain once a boundary may be off by more than a margin.</summary>
public sealed record MarginCause
{
    /// <summary>The layer's id or the control unit's code.</summary>
    public required string Target { get; init; }

    /// <summary>The layer's label or the control unit's name.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The condition as the rule file writes it; for a control unit the scope or what stands in the way of a verdict.</summary>
    public required string Leaf { get; init; }

    /// <summary>The condition in words.</summary>
    public required LocalText Words { get; init; }

    /// <summary>What the condition was just before; null when it was not asked there.</summary>
    public required Truth? Before { get; init; }

    /// <summary>What it is at the change.</summary>
    public required Truth After { get; init; }

    /// <summary>Whether the layer ends there: its own features are farther away, and beyond its coverage it says nothing.</summary>
    public required bool AtCoverageEdge { get; init; }

    /// <summary>Name of the nearest or first overlapping feature, or null.</summary>
    public string? Feature { get; init; }

    /// <summary>The direction in which the site is nearest to it, in degrees clockwise from grid north, 0 included, 360 excluded; null when the borders meet and at the edge of a coverage.</summary>
    public decimal? BearingDegrees { get; init; }

    /// <summary>The norms that rest on it, in the order of the findings; empty for a standing doubt.</summary>
    public required ImmutableArray<NormChange> Norms { get; init; }
}
