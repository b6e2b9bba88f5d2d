using NetTopologySuite.Geometries;
using ZoningRules.Geo.Indexing;

namespace ZoningRules.Geo.Tests.Indexing;

/// <summary>Geometries of the library as sets and back.</summary>
internal static class Areas
{
    private static readonly GeometryFactory Factory = new();

    public static PolygonSet SetOf(params IEnumerable<Geometry> areas)
    {
        var builder = new PolygonSetBuilder();
        foreach (var area in areas)
        {
            for (var i = 0; i < area.NumGeometries; i++)
            {
                var polygon = (Polygon)area.GetGeometryN(i);
                builder.AddRing(Flat(polygon.Shell), RingRole.Shell);
                foreach (var hole in polygon.Holes)
                {
                    builder.AddRing(Flat(hole), RingRole.Hole);
                }
            }

            builder.EndArea();
        }

        return builder.Build();
    }

    public static Geometry GeometryOf(PolygonSet set, int area)
    {
        List<Polygon> polygons = [];
        for (var ring = 0; ring < set.RingCountOf(area);)
        {
            var shell = RingOf(set, area, ring++);
            List<LinearRing> holes = [];
            for (; ring < set.RingCountOf(area) && set.RoleOf(area, ring) == RingRole.Hole; ring++)
            {
                holes.Add(RingOf(set, area, ring));
            }

            polygons.Add(Factory.CreatePolygon(shell, [.. holes]));
        }

        return polygons.Count == 1 ? polygons[0] : Factory.CreateMultiPolygon([.. polygons]);
    }

    public static double[] Flat(LineString line) => [.. line.Coordinates.SelectMany(c => (double[])[c.X, c.Y])];

    private static LinearRing RingOf(PolygonSet set, int area, int ring)
    {
        var flat = set.RingOf(area, ring);
        var positions = new Coordinate[flat.Length / 2];
        for (var i = 0; i < positions.Length; i++)
        {
            positions[i] = new(flat[2 * i], flat[(2 * i) + 1]);
        }

        return Factory.CreateLinearRing(positions);
    }
}
