using NetTopologySuite.Algorithm;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace ZoningRules.Geo.Reading.Formats.Shapefiles;

/// <summary>
/// Sorts rings that belong together into polygons. A ring inside an odd number of others is a hole of the smallest shell around it, any other is a shell;
/// which way round a ring is written does not matter. Rings that cross are left for the check of validity to find.
/// </summary>
internal static class RingSorting
{
    private const int MostComparisons = 20_000_000;

    /// <summary>The polygons, in the order of their shells; and how many rings run the other way than shapefiles have it, which is shells clockwise.</summary>
    /// <exception cref="GeometryTextException">Sorting would take too long.</exception>
    public static (IReadOnlyList<RawPart> Parts, int WrongWayRound) Sort(IReadOnlyList<RawRing> rings)
    {
        var areas = rings.Select(SignedArea).ToArray();
        if (rings.Count == 1)
        {
            return ([new(PartKind.Area, [rings[0]])], areas[0] > 0 ? 1 : 0);
        }

        var around = Containers(rings, areas);
        var holes = new List<RawRing>?[rings.Count];
        var isHole = new bool[rings.Count];
        for (var i = 0; i < rings.Count; i++)
        {
            var shell = around[i].Count % 2 == 0
                ? -1
                : around[i].Where(c => around[c].Count % 2 == 0).OrderBy(c => Math.Abs(areas[c])).ThenBy(c => c).FirstOrDefault(-1);
            if (shell >= 0)
            {
                isHole[i] = true;
                (holes[shell] ??= []).Add(rings[i]);
            }
        }

        List<RawPart> parts = [];
        var wrong = 0;
        for (var i = 0; i < rings.Count; i++)
        {
            wrong += (isHole[i] ? areas[i] < 0 : areas[i] > 0) ? 1 : 0;
            if (!isHole[i])
            {
                parts.Add(new(PartKind.Area, [rings[i], .. holes[i] ?? []]));
            }
        }

        return (parts, wrong);
    }

    /// <summary>Twice the area of a ring, positive when it runs anticlockwise with east to the right.</summary>
    public static double SignedArea(RawRing ring)
    {
        // Relative to the first position: products of large coordinates would lose the area.
        var sum = 0d;
        for (var i = 1; i + 1 < ring.Count; i++)
        {
            sum += ((ring.First[i] - ring.First[0]) * (ring.Second[i + 1] - ring.Second[0]))
                - ((ring.First[i + 1] - ring.First[0]) * (ring.Second[i] - ring.Second[0]));
        }

        return sum;
    }

    // For each ring those that contain it: larger, and around a point well inside it. A vertex would not do, it may touch the other ring.
    private static List<int>[] Containers(IReadOnlyList<RawRing> rings, double[] areas)
    {
        var closed = rings.Select(Closed).ToArray();
        var inside = closed.Select(Inside).ToArray();
        var locators = new IndexedPointInAreaLocator?[rings.Count];
        var found = rings.Select(_ => new List<int>()).ToArray();
        var tree = new STRtree<int>();
        for (var i = 0; i < rings.Count; i++)
        {
            if (inside[i] is not null)
            {
                tree.Insert(closed[i]!.EnvelopeInternal, i);
            }
        }

        var comparisons = 0;
        for (var i = 0; i < rings.Count; i++)
        {
            if (inside[i] is not { } point)
            {
                continue;
            }

            foreach (var other in tree.Query(new Envelope(point)))
            {
                if (++comparisons > MostComparisons)
                {
                    throw GeometryTextException.Bad("一个图形中相互嵌套的环太多", "a shape has too many nested rings");
                }

                if (other != i
                    && Math.Abs(areas[other]) > Math.Abs(areas[i])
                    && (locators[other] ??= new(closed[other])).Locate(point) == Location.Interior)
                {
                    found[i].Add(other);
                }
            }
        }

        return found;
    }

    // Null when there is none, as for positions so far out that their mean is beyond all numbers.
    private static Coordinate? Inside(LinearRing? ring)
    {
        var point = ring is null ? null : InteriorPointArea.GetInteriorPoint(PartGeometry.Factory.CreatePolygon(ring));
        return point is not null && double.IsFinite(point.X) && double.IsFinite(point.Y) ? point : null;
    }

    // Null for one that is no ring, which the check of validity reports.
    private static LinearRing? Closed(RawRing ring)
    {
        var part = new RawPart(PartKind.Area, [ring]);
        return PartGeometry.FaultOf(part) is null
            ? PartGeometry.Factory.CreateLinearRing([.. ring.First.Zip(ring.Second, (x, y) => new Coordinate(x, y))])
            : null;
    }
}
