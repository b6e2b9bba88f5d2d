using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using ZoningRules.Geo.Indexing;
using ZoningRules.Geo.Reading;
using ZoningRules.Geo.Shapes;

namespace ZoningRules.Geo.Layers;

/// <summary>
/// The shapes of control units. They are kept as flat arrays, which is a sixth of what prepared geometries take; a shape is made when a site comes so near to a
/// unit's border that it is needed. Of a few thousand units all are kept; of more, those asked for twice without another in their place between. Thread-safe.
/// </summary>
internal sealed class UnitShapes
{
    private const int MostKept = 4096;

    // A number has one place. Whoever comes later takes it, but only when asked for twice: sites all over a country would fill the heap with shapes that nobody
    // asks for again. Only ever a saving of work.
    private readonly Made?[] kept;
    private readonly int[] asked;

    /// <summary>Keeps the shapes of a set.</summary>
    public UnitShapes(PolygonSet set)
    {
        Index = PolygonIndex.Build(set);
        kept = new Made?[Math.Min(set.Count, MostKept)];
        asked = new int[kept.Length];
    }

    /// <summary>Finds units by place.</summary>
    public PolygonIndex Index { get; }

    /// <summary>The shape of a unit.</summary>
    public Shape this[int number]
    {
        get
        {
            ref var place = ref kept[number % kept.Length];
            if (Volatile.Read(ref place) is { } made && made.Number == number)
            {
                return made.Shape;
            }

            var shape = new Shape(GeometryOf(Index.Set, number));
            if (kept.Length == Index.Set.Count || Volatile.Read(ref asked[number % kept.Length]) == number + 1)
            {
                Volatile.Write(ref place, new(number, shape));
            }

            Volatile.Write(ref asked[number % kept.Length], number + 1);
            return shape;
        }
    }

    /// <summary>The rings of an area as they are, each shell followed by its holes.</summary>
    public static IEnumerable<(double[] Ring, RingRole Role)> RingsOf(Geometry area)
    {
        for (var i = 0; i < area.NumGeometries; i++)
        {
            var polygon = (Polygon)area.GetGeometryN(i);
            yield return (Flat(polygon.Shell), RingRole.Shell);
            foreach (var hole in polygon.Holes)
            {
                yield return (Flat(hole), RingRole.Hole);
            }
        }
    }

    private static double[] Flat(LinearRing ring)
    {
        var positions = ring.CoordinateSequence;
        var flat = new double[2 * positions.Count];
        for (var i = 0; i < positions.Count; i++)
        {
            (flat[2 * i], flat[(2 * i) + 1]) = (positions.GetX(i), positions.GetY(i));
        }

        return flat;
    }

    private static Geometry GeometryOf(PolygonSet set, int area)
    {
        var parts = ImmutableArray.CreateBuilder<Geometry>();
        for (var ring = 0; ring < set.RingCountOf(area);)
        {
            var shell = RingOf(set.RingOf(area, ring++));
            List<LinearRing> holes = [];
            for (; ring < set.RingCountOf(area) && set.RoleOf(area, ring) == RingRole.Hole; ring++)
            {
                holes.Add(RingOf(set.RingOf(area, ring)));
            }

            parts.Add(PartGeometry.Factory.CreatePolygon(shell, [.. holes]));
        }

        return parts.Count == 1 ? parts[0] : PartGeometry.Factory.BuildGeometry(parts);
    }

    private static LinearRing RingOf(ReadOnlySpan<double> flat)
    {
        var positions = new Coordinate[flat.Length / 2];
        for (var i = 0; i < positions.Length; i++)
        {
            positions[i] = new(flat[2 * i], flat[(2 * i) + 1]);
        }

        return PartGeometry.Factory.CreateLinearRing(positions);
    }

    private sealed record Made(int Number, Shape Shape);
}
