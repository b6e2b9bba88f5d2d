using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Buffer;
using NetTopologySuite.Operation.OverlayNG;

namespace ZoningRules.Geo.Shapes;

/// <summary>Overlays and offsets of geometries in the working plane, all robust. Results keep only parts of the dimension asked for.</summary>
internal static class Overlays
{
    private const int QuadrantSegments = 16;

    // Arcs of an offset are drawn with chords. Their number is rounded, so that a chord may span half as much again as its share of the quadrant. That ragged
    // borders are simplified only makes more of what grows and less of what shrinks.
    private static readonly double ArcFactor = 1 / Math.Cos(1.5 * Math.PI / (4 * QuadrantSegments));

    /// <summary>The common part, of the dimension of the first; null when there is none.</summary>
    public static Geometry? Common(Geometry first, Geometry second) =>
        Keep(OverlayNGRobust.Overlay(first, second, NetTopologySuite.Operation.Overlay.SpatialFunction.Intersection), first.Dimension);

    /// <summary>The first without the second; null when nothing is left.</summary>
    public static Geometry? Without(Geometry first, Geometry second) =>
        Keep(OverlayNGRobust.Overlay(first, second, NetTopologySuite.Operation.Overlay.SpatialFunction.Difference), first.Dimension);

    /// <summary>Geometries of one dimension as one; what they share counts once.</summary>
    public static Geometry Union(IReadOnlyList<Geometry> parts) =>
        Keep(OverlayNGRobust.Union(parts), parts[0].Dimension) ?? throw new ArgumentException("nothing to join", nameof(parts));

    /// <summary>The polygons of a geometry; null when it has none.</summary>
    public static Geometry? Areas(Geometry geometry) => Keep(geometry, Dimension.Surface);

    /// <summary>The part of an area that matters within a margin of a box: what is farther away may be missing.</summary>
    public static Geometry? Near(Geometry area, Envelope box, double margin)
    {
        var window = box.Copy();
        window.ExpandBy(margin);
        return window.Contains(area.EnvelopeInternal) ? area : Common(area, area.Factory.ToGeometry(window));
    }

    /// <summary>An area and everything nearer to it than a distance, never less.</summary>
    public static Geometry Grown(Geometry area, double distance) =>
        distance <= 0 ? area : BufferOp.Buffer(area, (distance * ArcFactor) + Tolerance.Length, QuadrantSegments);

    /// <summary>What of an area is farther from its border than a distance, never more; null when nothing is.</summary>
    public static Geometry? Shrunk(Geometry area, double distance)
    {
        // No position is farther from the border than half the width of the envelope.
        var box = area.EnvelopeInternal;
        var depth = (distance * ArcFactor) + Tolerance.Length;
        return 2 * depth >= Math.Min(box.Width, box.Height) ? null : Keep(BufferOp.Buffer(area, -depth, QuadrantSegments), Dimension.Surface);
    }

    /// <summary>Area, length or number of points; 0 for null.</summary>
    public static double Measure(Geometry? geometry) => geometry?.Dimension switch
    {
        null => 0,
        Dimension.Surface => geometry.Area,
        Dimension.Curve => geometry.Length,
        _ => geometry.NumGeometries,
    };

    private static Geometry? Keep(Geometry geometry, Dimension dimension)
    {
        if (geometry.IsEmpty)
        {
            return null;
        }

        if (geometry is not GeometryCollection collection)
        {
            return geometry.Dimension == dimension ? geometry : null;
        }

        var kept = collection.Geometries.Where(g => g.Dimension == dimension && !g.IsEmpty).ToArray();
        return kept.Length == 0 ? null : kept.Length == collection.NumGeometries ? geometry : geometry.Factory.BuildGeometry(kept);
    }
}
