using NetTopologySuite.Geometries;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Mapping;

/// <summary>One thing on a map.</summary>
/// <param name="Geometry">Where, in the working plane.</param>
/// <param name="Symbol">How it is drawn.</param>
internal sealed record MapFigure(Geometry Geometry, MapSymbol Symbol)
{
    /// <summary>What the legend says of it; figures with equal texts share an entry. Null when the legend is silent.</summary>
    public LocalText? Legend { get; init; }

    /// <summary>Its name on the map, line by line; empty for none.</summary>
    public IReadOnlyList<string> Label { get; init; } = [];

    /// <summary>The size of the letters of its name in millimetres.</summary>
    public double LabelSize { get; init; } = 2.9;

    /// <summary>Whether its name is left out where it would reach beyond the figure.</summary>
    public bool KeepsLabelInside { get; init; }

    /// <summary>Labels of higher rank are placed first.</summary>
    public int Rank { get; init; }

    /// <summary>Whether it must be seen however small it is; a ring is then drawn around it.</summary>
    public bool IsSubject { get; init; }
}
