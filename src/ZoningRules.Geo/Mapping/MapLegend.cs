using System.Collections.Immutable;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Mapping;

/// <summary>An entry of a legend.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Sample">A figure that is drawn so; its dimension decides the swatch.</param>
internal sealed record MapLegend(LocalText Text, MapFigure Sample)
{
    /// <summary>The entries of what a view shows, each once, topmost figure first.</summary>
    public static ImmutableArray<MapLegend> Of(IReadOnlyList<MapFigure> figures, MapView view) =>
    [
        .. figures.Reverse()
            .Where(f => f.Legend is not null && PaperPath.Clip(f.Geometry, view) is { } shown && shown.EnvelopeInternal.Intersects(view.Window))
            .DistinctBy(f => f.Legend!.Zh)
            .Select(f => new MapLegend(f.Legend!, f)),
    ];
}
