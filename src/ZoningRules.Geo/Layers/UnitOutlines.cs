using NetTopologySuite.Geometries;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Indexing;
using ZoningRules.Geo.Reading;
using ZoningRules.Geo.Shapes;

namespace ZoningRules.Geo.Layers;

/// <summary>
/// Draws control units into the working plane, as flat arrays from the start: only a unit of several parts becomes a geometry for a while, to join them.
/// </summary>
internal static class UnitOutlines
{
    // So many units are drawn side by side before they are added in order: more only needs more memory.
    private const int Together = 1024;

    /// <summary>Draws units.</summary>
    /// <param name="units">The features of each unit; each has parts that are areas.</param>
    /// <param name="plane">The working plane.</param>
    /// <param name="reference">The system of the features.</param>
    public static PolygonSet Draw(IReadOnlyList<IReadOnlyList<Feature>> units, WorkingPlane plane, Georeference reference)
    {
        var builder = new PolygonSetBuilder(units.Sum(u => u.Sum(f => f.Parts.Sum(p => p.Rings.Sum(r => r.Count)))));
        for (var from = 0; from < units.Count; from += Together)
        {
            var first = from;
            foreach (var outline in SideBySide.Make(Math.Min(Together, units.Count - from), i => OutlineOf(units[first + i], plane, reference)))
            {
                foreach (var (ring, role) in outline)
                {
                    builder.AddRing(ring, role);
                }

                builder.EndArea();
            }
        }

        return builder.Build();
    }

    // A unit may be drawn as several features; they must agree on everything else.
    private static List<(double[] Ring, RingRole Role)> OutlineOf(IReadOnlyList<Feature> features, WorkingPlane plane, Georeference reference)
    {
        if (features is [{ Parts: [var part] }])
        {
            return [.. part.Rings.Select((r, i) => (Flat(r, plane, reference), i == 0 ? RingRole.Shell : RingRole.Hole))];
        }

        List<Geometry> drawn = [.. features.Select(f => Joining.Join(
            [.. f.Parts.Select(p => PartGeometry.Make(p, AxisOrder.EastFirst, (east, north) => plane.From(reference, east, north)))]).Joined)];
        return [.. UnitShapes.RingsOf(drawn.Count == 1 ? drawn[0] : Overlays.Union(drawn))];
    }

    private static double[] Flat(RawRing ring, WorkingPlane plane, Georeference reference)
    {
        var flat = new double[2 * ring.Count];
        for (var i = 0; i < ring.Count; i++)
        {
            (flat[2 * i], flat[(2 * i) + 1]) = plane.From(reference, ring.First[i], ring.Second[i]);
        }

        return flat;
    }
}
