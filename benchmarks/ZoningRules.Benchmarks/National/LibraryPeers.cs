using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Distance;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using ZoningRules.Geo.Indexing;

namespace ZoningRules.Benchmarks.National;

/// <summary>The same questions put to NetTopologySuite in the ways its users put them; every area and line is prepared before it is timed.</summary>
internal sealed class LibraryPeers
{
    private readonly STRtree<int> tree = new();
    private readonly STRtree<int> lineTree = new();
    private readonly IPreparedGeometry[] prepared;
    private readonly IndexedPointInAreaLocator[] locators;
    private readonly IndexedFacetDistance[] lines;
    private readonly Envelope[] lineBoxes;

    public LibraryPeers(PolygonSet set, double[][] rivers)
    {
        Geometries = [.. Enumerable.Range(0, set.Count).Select(i => GeometryOf(set, i))];
        prepared = new IPreparedGeometry[set.Count];
        locators = new IndexedPointInAreaLocator[set.Count];
        for (var i = 0; i < set.Count; i++)
        {
            tree.Insert(Geometries[i].EnvelopeInternal, i);
            prepared[i] = PreparedGeometryFactory.Prepare(Geometries[i]);
            locators[i] = new(Geometries[i]);
        }

        tree.Build();
        var river = rivers.Select(r => (Geometry)Factory.CreateLineString(PositionsOf(r))).ToArray();
        lines = [.. river.Select(r => new IndexedFacetDistance(r))];
        lineBoxes = [.. river.Select(r => r.EnvelopeInternal)];
        for (var i = 0; i < river.Length; i++)
        {
            lineTree.Insert(lineBoxes[i], i);
        }

        lineTree.Build();
    }

    public Geometry[] Geometries { get; }

    private static GeometryFactory Factory { get; } = new();

    public static Polygon SiteOf(double[] ring) => Factory.CreatePolygon(PositionsOf(ring));

    public static Point PointOf(double east, double north) => Factory.CreatePoint(new Coordinate(east, north));

    /// <summary>The same, with an area three times as heavy when the position is on its border.</summary>
    public long LocateWithBorders(double east, double north)
    {
        var position = new Coordinate(east, north);
        var sum = 0L;
        foreach (var i in tree.Query(new(position)))
        {
            sum += locators[i].Locate(position) switch { Location.Exterior => 0, Location.Boundary => 3 * (i + 1L), _ => i + 1L };
        }

        return sum;
    }

    /// <summary>A tree of envelopes, then one locator an area; the sum of the numbers found, each plus one.</summary>
    public int LocateByLocators(double east, double north)
    {
        var position = new Coordinate(east, north);
        var sum = 0;
        foreach (var i in tree.Query(new(position)))
        {
            sum += locators[i].Locate(position) == Location.Exterior ? 0 : i + 1;
        }

        return sum;
    }

    /// <summary>A tree of envelopes, then one prepared polygon an area.</summary>
    public int LocateByPrepared(Point point)
    {
        var sum = 0;
        foreach (var i in tree.Query(point.EnvelopeInternal))
        {
            sum += prepared[i].Intersects(point) ? i + 1 : 0;
        }

        return sum;
    }

    /// <summary>The fastest way the library has: prepared polygons settle what they can, an overlay does the rest.</summary>
    public void SharesByPreparedAndOverlay(Polygon site, List<AreaShare> shares)
    {
        shares.Clear();
        foreach (var i in tree.Query(site.EnvelopeInternal))
        {
            if (prepared[i].Covers(site))
            {
                shares.Add(new(i, site.Area));
            }
            else if (prepared[i].Intersects(site))
            {
                shares.Add(new(i, OverlayNGRobust.Overlay(Geometries[i], site, SpatialFunction.Intersection).Area));
            }
        }
    }

    public void SharesByOverlay(Polygon site, List<AreaShare> shares)
    {
        shares.Clear();
        foreach (var i in tree.Query(site.EnvelopeInternal))
        {
            shares.Add(new(i, OverlayNGRobust.Overlay(Geometries[i], site, SpatialFunction.Intersection).Area));
        }
    }

    /// <summary>Lines by the distance of their boxes, nearest first, each with its own index, until no box can hold anything nearer.</summary>
    public double DistanceByFacets(Point point)
    {
        var best = double.PositiveInfinity;
        for (var reach = 10_000d; ; reach *= 4)
        {
            var box = point.EnvelopeInternal.Copy();
            box.ExpandBy(reach);
            var candidates = lineTree.Query(box).Select(i => (Line: i, Gap: lineBoxes[i].Distance(point.EnvelopeInternal))).ToList();
            candidates.Sort((a, b) => a.Gap.CompareTo(b.Gap));
            foreach (var (line, gap) in candidates)
            {
                if (gap >= best)
                {
                    break;
                }

                best = Math.Min(best, lines[line].Distance(point));
            }

            if (best <= reach || candidates.Count == lines.Length)
            {
                return best;
            }
        }
    }

    private static Coordinate[] PositionsOf(ReadOnlySpan<double> flat)
    {
        var positions = new Coordinate[flat.Length / 2];
        for (var i = 0; i < positions.Length; i++)
        {
            positions[i] = new(flat[2 * i], flat[(2 * i) + 1]);
        }

        return positions;
    }

    private static Geometry GeometryOf(PolygonSet set, int area)
    {
        List<Polygon> polygons = [];
        for (var ring = 0; ring < set.RingCountOf(area);)
        {
            var shell = Factory.CreateLinearRing(PositionsOf(set.RingOf(area, ring++)));
            List<LinearRing> holes = [];
            for (; ring < set.RingCountOf(area) && set.RoleOf(area, ring) == RingRole.Hole; ring++)
            {
                holes.Add(Factory.CreateLinearRing(PositionsOf(set.RingOf(area, ring))));
            }

            polygons.Add(Factory.CreatePolygon(shell, [.. holes]));
        }

        return polygons.Count == 1 ? polygons[0] : Factory.CreateMultiPolygon([.. polygons]);
    }
}
