using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;

namespace ZoningRules.Geo.Tests.Indexing;

/// <summary>
/// Generates areas that meet in every awkward way: shared borders and corners, level and upright edges, slivers, holes that touch their shell, several parts,
/// overlaps. Half of the layouts have whole numbers only, the other half lie far from the origin with numbers that doubles cannot hold exactly.
/// </summary>
internal static class LayoutGenerator
{
    private static readonly GeometryFactory Factory = new();

    public static List<Geometry> Areas(Random random)
    {
        var whole = random.Next(2) == 0;
        var (scale, east, north) = whole ? (1.0, 0.0, 0.0) : (0.1 + (30 * random.NextDouble()), 500_000 * random.NextDouble(), 3_000_000 * random.NextDouble());
        List<Geometry> areas = [.. Lattice(random)];
        for (var i = random.Next(4); i > 0; i--)
        {
            areas.Add(Star(random, 3 + random.Next(50)));
        }

        for (var i = random.Next(3); i > 0; i--)
        {
            areas.Add(Sliver(random));
        }

        if (random.Next(2) == 0)
        {
            areas.AddRange(Combined(random));
        }

        return [.. areas.Select(a => Moved(a, scale, east, north)).Where(a => a.IsValid && !a.IsEmpty)];
    }

    /// <summary>Every vertex, the middle of every edge, positions level with vertices, and positions a hair beside the border.</summary>
    public static IEnumerable<Coordinate> Positions(Random random, IReadOnlyList<Geometry> areas)
    {
        foreach (var area in areas)
        {
            var positions = area.Coordinates;
            for (var i = 0; i + 1 < positions.Length; i++)
            {
                var (a, b) = (positions[i], positions[i + 1]);
                yield return a;
                yield return new((a.X + b.X) / 2, (a.Y + b.Y) / 2);
                yield return new(a.X, b.Y);
                var part = random.NextDouble();
                var on = new Coordinate(a.X + (part * (b.X - a.X)), a.Y + (part * (b.Y - a.Y)));
                yield return on;
                yield return new(Math.BitIncrement(on.X), on.Y);
                yield return new(on.X, Math.BitDecrement(on.Y));
                yield return new(Math.BitDecrement(a.X), a.Y);
                yield return new(a.X, Math.BitIncrement(a.Y));
            }
        }

        var box = new Envelope();
        foreach (var area in areas)
        {
            box.ExpandToInclude(area.EnvelopeInternal);
        }

        for (var i = 0; i < 60; i++)
        {
            yield return new(
                box.MinX - (0.1 * box.Width) + (1.2 * box.Width * random.NextDouble()),
                box.MinY - (0.1 * box.Height) + (1.2 * box.Height * random.NextDouble()));
        }
    }

    /// <summary>A star of whole numbers around a random place.</summary>
    public static Polygon Star(Random random, int corners)
    {
        while (true)
        {
            var (east, north) = (random.Next(-30, 30), random.Next(-30, 30));
            var reach = 3 + random.Next(30);
            var ring = Enumerable.Range(0, corners)
                .Select(i => (Angle: 2 * Math.PI * i / corners, Radius: reach * (0.4 + random.NextDouble())))
                .Select(p => new Coordinate(Math.Round(east + (p.Radius * Math.Cos(p.Angle))), Math.Round(north + (p.Radius * Math.Sin(p.Angle)))))
                .ToList();
            var polygon = Factory.CreatePolygon([.. ring, ring[0].Copy()]);
            if (polygon.IsValid && !polygon.IsEmpty)
            {
                return polygon;
            }
        }
    }

    // Four by four neighbours that share their borders bit by bit; the ring of some runs the other way.
    private static IEnumerable<Geometry> Lattice(Random random)
    {
        const int side = 4;
        var nodes = new Coordinate[side + 1, side + 1];
        for (var i = 0; i <= side; i++)
        {
            for (var j = 0; j <= side; j++)
            {
                nodes[i, j] = new((i * 16) - 32 + random.Next(-4, 5), (j * 16) - 32 + random.Next(-4, 5));
            }
        }

        for (var i = 0; i < side; i++)
        {
            for (var j = 0; j < side; j++)
            {
                Coordinate[] ring = [nodes[i, j], nodes[i + 1, j], nodes[i + 1, j + 1], nodes[i, j + 1], nodes[i, j]];
                yield return Factory.CreatePolygon(random.Next(2) == 0 ? ring : [.. ring.Reverse()]).Copy();
            }
        }
    }

    private static Polygon Sliver(Random random)
    {
        var (east, north) = (random.Next(-30, 30), random.Next(-30, 30));
        var (toEast, toNorth) = (east + 1 + random.Next(40), north + random.Next(-20, 20));
        return Factory.CreatePolygon([new(east, north), new(toEast, toNorth), new(toEast, toNorth + 1e-7), new(east, north)]);
    }

    // Holes and several parts: what the exclusive or of two stars leaves.
    private static IEnumerable<Geometry> Combined(Random random)
    {
        var either = OverlayNGRobust.Overlay(
            Star(random, 4 + random.Next(12)),
            Star(random, 4 + random.Next(12)),
            NetTopologySuite.Operation.Overlay.SpatialFunction.SymDifference);
        if (either is Polygon or MultiPolygon)
        {
            yield return either;
        }

        var box = Factory.CreatePolygon([new(-20, -20), new(20, -20), new(20, 20), new(-20, 20), new(-20, -20)]);
        var hole = OverlayNGRobust.Overlay(box, Star(random, 9), NetTopologySuite.Operation.Overlay.SpatialFunction.Difference);
        if (hole is Polygon or MultiPolygon)
        {
            yield return hole;
        }
    }

    private static Geometry Moved(Geometry area, double scale, double east, double north)
    {
        var copy = area.Copy();
        copy.Apply(new Mover(scale, east, north));
        copy.GeometryChanged();
        return copy;
    }

    private sealed class Mover(double scale, double east, double north) : ICoordinateFilter
    {
        public void Filter(Coordinate coord)
        {
            coord.X = (coord.X * scale) + east;
            coord.Y = (coord.Y * scale) + north;
        }
    }
}
