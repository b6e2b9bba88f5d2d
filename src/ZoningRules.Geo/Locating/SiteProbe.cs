using System.Collections.Immutable;
using ZoningRules.Geo.Layers;
using ZoningRules.Geo.Reading;
using ZoningRules.Geo.Shapes;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Locating;

/// <summary>A site that was drawn once and is located in variations.</summary>
internal sealed class SiteProbe(SiteLocator locator, GeoLayers layers, DrawnSite drawn) : ISiteProbe
{
    // Depths of more corners than this are not compared; the directions are then good, and perhaps not the best.
    private const int MostCorners = 2000;

    /// <inheritdoc/>
    public Metres Accuracy => drawn.Accuracy;

    /// <inheritdoc/>
    public Metres GreatestAccuracy { get; } = new(SiteReader.GreatestAccuracy);

    /// <inheritdoc/>
    public ImmutableArray<KeyValuePair<string, Metres>> LayerAccuracies { get; } =
    [
        .. layers.Layers.Values
            .Where(l => l.Id == l.Root)
            .Select(l => KeyValuePair.Create(l.Id, l.Facts.Accuracy))
            .Concat(layers.Units is { } units ? [KeyValuePair.Create(units.Id, units.Facts.Accuracy)] : [])
            .OrderBy(p => p.Key, StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public Loaded<SiteLocation> Locate(SiteVariation variation)
    {
        ArgumentNullException.ThrowIfNull(variation);
        return locator.Locate(drawn, variation);
    }

    /// <inheritdoc/>
    public ImmutableArray<decimal> BearingsTo(string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (TargetNamed(target) is not { } area)
        {
            return [];
        }

        var site = drawn.Shape;
        var border = Gap.UpTo(double.PositiveInfinity);
        SegmentTree.Search(site.Edges, area.Edges, ref border);
        var deepest = default(Gap);
        var farthest = default(Gap);
        foreach (var (east, north) in Corners(site))
        {
            var gap = Gap.UpTo(double.PositiveInfinity);
            SegmentTree.Search(new([east, north, east, north]), area.Edges, ref gap);
            ref var best = ref area.Covers(east, north) ? ref deepest : ref farthest;
            best = !best.Found || gap.Squared > best.Squared ? gap : best;
        }

        return [.. new[] { border, deepest, farthest }.Where(g => g.Found && g.Length > Tolerance.Length).Select(BearingOf).Distinct()];
    }

    private static decimal BearingOf(Gap gap) => Numbers.Bearing(gap.ToEast - gap.FromEast, gap.ToNorth - gap.FromNorth);

    private static IEnumerable<(double East, double North)> Corners(Shape site)
    {
        yield return site.InnerPosition();
        for (var i = 0; i < Math.Min(site.Edges.Count, MostCorners); i++)
        {
            var (east, north) = Start(site, i);
            yield return (east, north);
        }
    }

    private static (double East, double North) Start(Shape site, int segment)
    {
        var ends = site.Edges.Segment(segment);
        return (ends[0], ends[1]);
    }

    // For a layer: the features at the site, or, when there are none, the nearest.
    private Shape? TargetNamed(string target)
    {
        if (layers.Layers.TryGetValue(target, out var layer))
        {
            var found = layer.Index.Search(drawn.Shape, Tolerance.Length, double.PositiveInfinity);
            return found.Nearest < 0 ? null
                : layer.Shape is LayerShape.Areas && found.Near.Count > 1 ? layer.RegionOf(found.Near)
                : layer.Features[found.Nearest].Shape;
        }

        return layers.Units?.Units.FirstOrDefault(u => u.Code == target)?.Shape;
    }
}
