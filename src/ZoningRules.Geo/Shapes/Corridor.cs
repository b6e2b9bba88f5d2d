using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Buffer;

namespace ZoningRules.Geo.Shapes;

/// <summary>
/// Makes an area of lines and a width: flat at free ends, round at bends and wherever ends of lines meet, so that a line cut in two gives the same area.
/// </summary>
internal static class Corridor
{
    // Arcs are drawn with chords that leave them by no more than this many metres.
    private const double ArcDepth = 0.001;
    private const int LeastQuadrantSegments = 16;
    private const int MostQuadrantSegments = 256;

    /// <summary>The area within half a width of the lines.</summary>
    public static Geometry Around(IReadOnlyList<Geometry> lines, double width)
    {
        var radius = width / 2;
        var segments = (int)Math.Clamp(Math.Ceiling(Math.PI / 4 / Math.Sqrt(2 * ArcDepth / radius)), LeastQuadrantSegments, MostQuadrantSegments);
        var parameters = new BufferParameters(segments, EndCapStyle.Flat, JoinStyle.Round, BufferParameters.DefaultMitreLimit);
        var areas = lines.Select(l => BufferOp.Buffer(l, radius, parameters)).ToList();
        var meeting = lines
            .SelectMany(l => (Coordinate[])[l.Coordinates[0], l.Coordinates[^1]])
            .GroupBy(c => (c.X, c.Y))
            .Where(g => g.Count() > 1)
            .Select(g => BufferOp.Buffer(lines[0].Factory.CreatePoint(g.First()), radius, segments));
        return Overlays.Union([.. areas, .. meeting]);
    }
}
