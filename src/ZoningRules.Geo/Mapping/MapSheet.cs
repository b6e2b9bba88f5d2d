using NetTopologySuite.Geometries;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Mapping;

/// <summary>What a map says, before it is laid out. Everything is in one working plane.</summary>
internal sealed record MapSheet
{
    /// <summary>The plane of all figures.</summary>
    public required WorkingPlane Plane { get; init; }

    /// <summary>What must be in the frame.</summary>
    public required Envelope Extent { get; init; }

    /// <summary>The heading.</summary>
    public required LocalText Title { get; init; }

    /// <summary>Lines below the heading.</summary>
    public IReadOnlyList<LocalText> Subtitles { get; init; } = [];

    /// <summary>Figures from the lowest to the topmost.</summary>
    public required IReadOnlyList<MapFigure> Figures { get; init; }

    /// <summary>Distances, drawn above all figures.</summary>
    public IReadOnlyList<DimensionLine> Dimensions { get; init; } = [];

    /// <summary>Figures of the small map that shows where the frame lies; empty for none.</summary>
    public IReadOnlyList<MapFigure> Overview { get; init; } = [];

    /// <summary>Warnings, such as that a layer is an illustration; in red.</summary>
    public IReadOnlyList<LocalText> Warnings { get; init; } = [];

    /// <summary>Remarks beside the map.</summary>
    public IReadOnlyList<LocalText> Notes { get; init; } = [];

    /// <summary>Where the figures come from, one source a line.</summary>
    public IReadOnlyList<LocalText> Sources { get; init; } = [];
}
