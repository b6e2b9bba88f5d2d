using NetTopologySuite.Geometries;
using ZoningRules.Geo.Shapes;

namespace ZoningRules.Geo.Layers;

/// <summary>The area inside which a layer is complete. Immutable and thread-safe.</summary>
internal sealed class Coverage
{
    /// <summary>Makes a coverage from its polygons, which may share borders or overlap.</summary>
    public Coverage(IReadOnlyList<Shape> polygons)
    {
        Polygons = polygons;
        Edge = OuterEdge(polygons);
        Joined = new(() => polygons.Count == 1 ? polygons[0] : new Shape(Overlays.Union([.. polygons.Select(p => p.Geometry)])));
    }

    /// <summary>Everything covered.</summary>
    public Shape Whole => Joined.Value;

    private Lazy<Shape> Joined { get; }

    private IReadOnlyList<Shape> Polygons { get; }

    /// <summary>
    /// Its edge. Where polygons share an edge vertex by vertex, neither side of it is the coverage's edge. Edges shared in another way stay: they can only add doubt.
    /// </summary>
    public SegmentTree Edge { get; }

    /// <summary>How a shape lies to the coverage.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="limit">Up to which distance, included, that from the edge is measured; more than <see cref="Tolerance.Length"/>. What is farther away is infinitely far.</param>
    public CoverageRelation Relate(Shape shape, double limit)
    {
        var distance = SegmentTree.Between(shape.Edges, Edge, limit);
        if (distance > Tolerance.Length && !(shape.IsArea && CoversAnyRing(shape)))
        {
            var held = 0;
            foreach (var (east, north) in shape.Anchors)
            {
                held += Holds(east, north) ? 1 : 0;
            }

            return new(held == shape.Anchors.Length, distance, held == 0);
        }

        var left = Overlays.Measure(Overlays.Without(shape.Geometry, Whole.Geometry));
        var noise = shape.Dimension == Dimension.Point ? 0 : Tolerance.Noise;
        return new(left <= noise, SegmentTree.Between(shape.Edges, Whole.Edges, limit), false);
    }

    /// <summary>Whether a shape comes within a distance of the coverage, included.</summary>
    public bool IsWithin(Shape shape, double distance)
    {
        foreach (var polygon in Polygons)
        {
            if (polygon.GapTo(shape, distance).Found)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a position is covered and farther from the edge than a distance.</summary>
    public bool HoldsDeep(double east, double north, double depth) =>
        Holds(east, north) && double.IsPositiveInfinity(Edge.From(east, north, depth + Tolerance.Length));

    private bool Holds(double east, double north)
    {
        foreach (var polygon in Polygons)
        {
            if (polygon.Covers(east, north))
            {
                return true;
            }
        }

        return false;
    }

    private bool CoversAnyRing(Shape shape)
    {
        foreach (var polygon in Polygons)
        {
            if (shape.CoversAny(polygon.RingAnchors))
            {
                return true;
            }
        }

        return false;
    }

    private static SegmentTree OuterEdge(IReadOnlyList<Shape> polygons)
    {
        var count = new Dictionary<(double, double, double, double), int>();
        foreach (var polygon in polygons)
        {
            for (var i = 0; i < polygon.Edges.Count; i++)
            {
                var key = Key(polygon.Edges.Segment(i));
                count[key] = count.GetValueOrDefault(key) + 1;
            }
        }

        var outer = new List<double>();
        foreach (var polygon in polygons)
        {
            for (var i = 0; i < polygon.Edges.Count; i++)
            {
                var segment = polygon.Edges.Segment(i);
                if (count[Key(segment)] % 2 == 1)
                {
                    outer.AddRange(segment);
                }
            }
        }

        return new([.. outer]);
    }

    private static (double, double, double, double) Key(ReadOnlySpan<double> s) =>
        s[0] < s[2] || (s[0] == s[2] && s[1] <= s[3]) ? (s[0], s[1], s[2], s[3]) : (s[2], s[3], s[0], s[1]);
}

/// <summary>How a shape lies to a coverage.</summary>
/// <param name="Covered">Whether the coverage holds all of it, as drawn.</param>
/// <param name="EdgeDistance">Its distance from the coverage's edge; infinite when that is above the limit.</param>
/// <param name="Apart">Whether the coverage surely holds nothing of it.</param>
internal sealed record CoverageRelation(bool Covered, double EdgeDistance, bool Apart)
{
    /// <summary>Distance to the nearest place that is not covered.</summary>
    public double Clearance => Covered ? EdgeDistance : 0;
}
