using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Buffer;

namespace ZoningRules.Geo.Siting;

/// <summary>Lines at a distance of geometries, drawn within a stated tolerance of the true curves.</summary>
internal static class Offset
{
    /// <summary>Chords of arcs are nowhere farther than this from the arcs, in metres.</summary>
    public const double Chord = 0.05;

    /// <summary>The border of everything within a distance of a geometry; empty when there is none.</summary>
    public static Geometry Around(Geometry geometry, double distance) => Buffer(geometry, distance).Boundary;

    /// <summary>The border of what of an area is farther than a distance from its border; empty when there is none.</summary>
    public static Geometry Inside(Geometry area, double distance) => Buffer(area, -distance).Boundary;

    private static Geometry Buffer(Geometry geometry, double distance)
    {
        var radius = Math.Abs(distance);
        var step = 2 * Math.Acos(1 - Math.Min(1, Chord / radius));
        var parameters = new BufferParameters(Math.Clamp((int)Math.Ceiling(Math.PI / 2 / step), 2, 500), EndCapStyle.Round)
        {
            // The usual simplification is a share of the distance, which is metres at thresholds of kilometres.
            SimplifyFactor = Math.Min(0.01, Chord / 10 / radius),
        };
        return BufferOp.Buffer(geometry, distance, parameters);
    }
}
