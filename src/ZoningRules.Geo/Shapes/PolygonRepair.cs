using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Polygonize;

namespace ZoningRules.Geo.Shapes;

/// <summary>Two ways to make a valid area of the rings of a polygon. Where they agree there is nothing to choose.</summary>
internal static class PolygonRepair
{
    /// <summary>Everything that the outer ring encloses in any direction, less everything that the inner rings do; an inner ring outside
    /// the outer one becomes a part of its own. Null when nothing is left.</summary>
    public static Geometry? KeepingStructure(Polygon polygon) => Overlays.Areas(GeometryFixer.Fix(polygon));

    /// <summary>What the rings enclose an odd number of times, outer and inner ones alike; null when nothing is.</summary>
    public static Geometry? ByLinework(Polygon polygon)
    {
        var segments = new Shape(polygon).Edges;
        var polygonizer = new Polygonizer();
        polygonizer.Add(OverlayNGRobust.Union([.. Rings(polygon).Select(r => r.Factory.CreateLineString(r.CoordinateSequence))]));
        var faces = polygonizer.GetPolygons().Where(face => segments.SideOf(face.InteriorPoint.X, face.InteriorPoint.Y) == Side.Inside).ToList();
        return faces.Count == 0 ? null : Overlays.Union(faces);
    }

    /// <summary>The area of the rings as they are drawn: each by its own formula, the inner ones taken from the outer one; never negative.</summary>
    public static double DrawnArea(Polygon polygon) =>
        Math.Max(0, Math.Abs(NetTopologySuite.Algorithm.Area.OfRing(polygon.Shell.CoordinateSequence))
            - polygon.Holes.Sum(h => Math.Abs(NetTopologySuite.Algorithm.Area.OfRing(h.CoordinateSequence))));

    private static IEnumerable<LineString> Rings(Polygon polygon) => polygon.Holes.Prepend(polygon.Shell);
}
