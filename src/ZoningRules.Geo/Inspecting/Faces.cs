using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Polygonize;
using ZoningRules.Geo.Reading;
using ZoningRules.Geo.Shapes;

namespace ZoningRules.Geo.Inspecting;

/// <summary>The faces between the loose edges of a layer, the edges of its coverage and those of its known holes.</summary>
internal static class Faces
{
    // Narrower faces are arithmetic noise of where lines cross.
    private const double NarrowestFace = 1e-4;

    /// <summary>All bounded faces, except those too small or too narrow to be anything.</summary>
    public static List<Face> Of(DrawnFeatures features, DrawnFeatures? coverage, DrawnFeatures holes)
    {
        var edges = new HashSet<Edge>(LooseEdges.Of(features.All));
        foreach (var region in (DrawnFeatures?[])[coverage, holes])
        {
            edges.UnionWith(region is null ? [] : LooseEdges.Of(region.All));
        }

        if (edges.Count == 0)
        {
            return [];
        }

        var lines = edges.OrderBy(e => e.East1).ThenBy(e => e.North1).ThenBy(e => e.East2).ThenBy(e => e.North2)
            .Select(e => PartGeometry.Factory.CreateLineString([new(e.East1, e.North1), new(e.East2, e.North2)]))
            .ToArray();
        var polygonizer = new Polygonizer();
        polygonizer.Add(OverlayNGRobust.Union((Geometry)PartGeometry.Factory.CreateMultiLineString(lines)));
        var faces = new List<Face>();
        foreach (var polygon in polygonizer.GetPolygons().Cast<Polygon>())
        {
            if (polygon.Area <= Tolerance.Noise || 2 * polygon.Area / polygon.Length <= NarrowestFace)
            {
                continue;
            }

            var inside = polygon.InteriorPoint.Coordinate;
            faces.Add(new(
                polygon,
                inside,
                features.At(inside.X, inside.Y),
                coverage is null || coverage.At(inside.X, inside.Y).Count > 0,
                holes.At(inside.X, inside.Y).FirstOrDefault()));
        }

        return faces;
    }
}
