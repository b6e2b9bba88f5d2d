using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Linemerge;
using ZoningRules.Geo.Layers;
using ZoningRules.Geo.Shapes;

namespace ZoningRules.Geo.Siting;

/// <summary>
/// The lines at which the location of a point can change: borders of control units and layers and their offsets by the accuracies, thresholds of distances less and
/// more the accuracies, and the edge of what a layer covers. Between them everything that a rule can ask of a place is the same.
/// </summary>
internal sealed class CriticalLines
{
    private readonly List<Geometry> lines = [];
    private readonly GeoLayers geo;
    private readonly double siteAccuracy;

    private CriticalLines(GeoLayers geo, double siteAccuracy)
    {
        this.geo = geo;
        this.siteAccuracy = siteAccuracy;
    }

    /// <summary>All lines, neither noded nor free of repetition.</summary>
    public static IReadOnlyList<Geometry> Of(GeoLayers geo, double siteAccuracy, PlaceThresholds thresholds, CancellationToken cancellation)
    {
        var critical = new CriticalLines(geo, siteAccuracy);
        if (geo.Units is { } units)
        {
            critical.AddUnits(units, cancellation);
        }

        foreach (var (id, distances) in thresholds.All)
        {
            cancellation.ThrowIfCancellationRequested();
            if (geo.Layers.TryGetValue(id, out var layer))
            {
                critical.AddLayer(layer, distances);
            }
        }

        return critical.lines;
    }

    private void AddUnits(UnitLayer layer, CancellationToken cancellation)
    {
        var doubt = siteAccuracy + (double)layer.Facts.Accuracy.Value;
        var overlapping = Overlapping(layer);
        for (var i = 0; i < layer.Units.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var area = layer.Units[i].Shape.Geometry;
            lines.Add(area.Boundary);
            Around(area, doubt);

            // Elsewhere a unit ends where another begins or where the units together end.
            if (overlapping.Contains(i))
            {
                Inside(area, doubt);
            }
        }

        Inside(Overlays.Union([.. layer.Units.Select(u => u.Shape.Geometry)]), doubt);
        lines.AddRange(layer.Holes.Select(h => h.Shape.Geometry.Boundary));
        AddCoverage(layer.Coverage, []);
    }

    private static HashSet<int> Overlapping(UnitLayer layer)
    {
        HashSet<int> found = [];
        for (var i = 0; i < layer.Units.Length; i++)
        {
            foreach (var j in layer.Near(layer.Units[i].Shape, 0).Select(n => n.Unit.Number).Where(j => j > i))
            {
                if (Overlays.Measure(Overlays.Common(layer.Units[i].Shape.Geometry, layer.Units[j].Shape.Geometry)) > Tolerance.Noise)
                {
                    found.UnionWith([i, j]);
                }
            }
        }

        return found;
    }

    private void AddLayer(FeatureLayer layer, IEnumerable<decimal> distances)
    {
        var doubt = siteAccuracy + (double)layer.Facts.Accuracy.Value;
        double[] reaches = [doubt, .. distances.SelectMany(d => (double[])[(double)d - doubt, (double)d + doubt]).Where(d => d > 0)];
        if (!layer.Features.IsEmpty)
        {
            var whole = Overlays.Union([.. layer.Features.Select(f => f.Shape.Geometry)]);
            foreach (var reach in reaches.Distinct())
            {
                Around(whole, reach);
            }

            if (whole.Dimension == Dimension.Surface)
            {
                Inside(whole, doubt);
            }
        }

        AddCoverage(layer.Coverage, reaches);
    }

    // What lies beyond the edge of a coverage is not known: up to a reach from it, neither is whether something of the layer is that near.
    private void AddCoverage(Coverage coverage, IEnumerable<double> reaches)
    {
        var merger = new LineMerger();
        for (var i = 0; i < coverage.Edge.Count; i++)
        {
            var s = coverage.Edge.Segment(i);
            merger.Add(coverage.Whole.Geometry.Factory.CreateLineString([new(s[0], s[1]), new(s[2], s[3])]));
        }

        var edge = coverage.Whole.Geometry.Factory.BuildGeometry(merger.GetMergedLineStrings());
        lines.Add(edge);
        foreach (var reach in reaches.Distinct())
        {
            Around(edge, reach);
        }
    }

    private void Around(Geometry geometry, double distance)
    {
        if (distance > Tolerance.Length)
        {
            lines.Add(Offset.Around(geometry, distance));
        }
        else if (geometry.Dimension == Dimension.Surface)
        {
            lines.Add(geometry.Boundary);
        }
    }

    private void Inside(Geometry area, double distance)
    {
        if (distance > Tolerance.Length)
        {
            lines.Add(Offset.Inside(area, distance));
        }
    }
}
