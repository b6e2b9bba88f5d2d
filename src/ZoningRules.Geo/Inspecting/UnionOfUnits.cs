using NetTopologySuite.Geometries;
using ZoningRules.Geo.Reading;
using ZoningRules.Geo.Shapes;

namespace ZoningRules.Geo.Inspecting;

/// <summary>The union of all control units, with their slivers and known holes filled.</summary>
internal static class UnionOfUnits
{
    /// <summary>Its polygons in the working plane, east first.</summary>
    public static List<RawPart> Of(LayerInspector inspector)
    {
        var inside = inspector.Faces.Where(f => f.Features.Count > 0 || f.Hole is not null || inspector.IsSliver(f)).Select(f => (Geometry)f.Polygon).ToArray();
        var union = Overlays.Union(inside);
        var parts = new List<RawPart>(union.NumGeometries);
        for (var i = 0; i < union.NumGeometries; i++)
        {
            var polygon = (Polygon)union.GetGeometryN(i);
            parts.Add(new(PartKind.Area, [Ring(polygon.Shell), .. polygon.Holes.Select(Ring)]));
        }

        return parts;
    }

    private static RawRing Ring(LinearRing ring) => new([.. ring.Coordinates.Select(c => c.X)], [.. ring.Coordinates.Select(c => c.Y)]);
}
