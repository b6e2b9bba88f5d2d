using System.Collections.Immutable;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.RulePacks;

namespace ZoningRules.Geo.Inspecting;

/// <summary>What is to be inspected, and against what.</summary>
internal sealed record InspectionOrder
{
    /// <summary>The pack.</summary>
    public required RulePack Pack { get; init; }

    /// <summary>The layer's definition.</summary>
    public required LayerDefinition Layer { get; init; }

    /// <summary>Its features.</summary>
    public required SourceLayer Source { get; init; }

    /// <summary>For the unit layer: which properties hold what; an empty category means that the code says it.</summary>
    public UnitFields? Fields { get; init; }

    /// <summary>The polygons inside which the layer is complete; null when they are not given.</summary>
    public SourceLayer? Coverage { get; init; }

    /// <summary>Known holes; null for none.</summary>
    public SourceLayer? Holes { get; init; }

    /// <summary>Polygons with the six-digit codes of counties; null when they are not known.</summary>
    public SourceLayer? Counties { get; init; }

    /// <summary>See <see cref="LayerInspection.Tolerance"/>.</summary>
    public required Metres Tolerance { get; init; }

    /// <summary>Gaps and overlaps up to this area are slivers, however wide.</summary>
    public required SquareMetres Sliver { get; init; }

    /// <summary>Whether overlaps of control units are taken.</summary>
    public OverlapPolicy Overlaps { get; init; } = OverlapPolicy.Refuse;

    /// <summary>Whether the layer is an illustration.</summary>
    public required bool Illustrative { get; init; }

    /// <summary>Parts of the layer, for which features are counted.</summary>
    public ImmutableArray<LayerDefinition> Parts { get; init; } = [];

    /// <summary>Told how far it is; null when nobody asks.</summary>
    public IProgress<InspectionStep>? Progress { get; init; }
}
