using System.Collections.Immutable;
using ZoningRules.Problems;

namespace ZoningRules.Locations;

/// <summary>A spatial layer as a rule pack declares it. The features themselves are read by ZoningRules.Geo.</summary>
public sealed record LayerDefinition
{
    /// <summary>The layer's id.</summary>
    public required string Id { get; init; }

    /// <summary>How it is printed.</summary>
    public required LocalText Label { get; init; }

    /// <summary>What its features are.</summary>
    public required LayerShape Shape { get; init; }

    /// <summary>Whether rules may speak of it and locations relate to it: true for all but control units and towns.</summary>
    public bool IsPlace => Shape is not (LayerShape.ControlUnits or LayerShape.Towns);

    /// <summary>Its files and what is known of them; null when the layer is named in law but has no data, and for a part of another layer.</summary>
    public LayerData? Data { get; init; }

    /// <summary>The layer it is a part of, or null.</summary>
    public string? PartOf { get; init; }

    /// <summary>For a part: property names and the values of which a feature must have one, in each.</summary>
    public ImmutableArray<LayerFilter> Filters { get; init; } = [];

    /// <summary>For the unit layer: the properties that hold code, name and category; null otherwise.</summary>
    public UnitFields? UnitFields { get; init; }

    /// <summary>The layer whose bans should hold in this one all the more, or null; analyses compare the two.</summary>
    public string? StricterThan { get; init; }

    /// <summary>The question asked when the layer cannot answer.</summary>
    public required LocalText Ask { get; init; }

    /// <summary>Who can answer it.</summary>
    public required Answerer AnsweredBy { get; init; }

    /// <summary>Where it stands in the pack.</summary>
    public required SourcePlace Place { get; init; }
}
