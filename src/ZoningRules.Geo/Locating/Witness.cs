using NetTopologySuite.Geometries;
using ZoningRules.Geo.Shapes;

namespace ZoningRules.Geo.Locating;

/// <summary>
/// Looks for one position that settles a question in spite of all inaccuracy. First the corners, exactly; then offsets whose arcs err to the doubtful side.
/// INVARIANT: finding less than there is only adds doubt; finding what is not there is impossible.
/// </summary>
internal static class Witness
{
    /// <summary>Whether a shape has a position inside an area that is farther from its border than the doubt.</summary>
    public static bool Inside(Shape shape, Shape area, double doubt)
    {
        var limit = doubt + Tolerance.Length;
        if (AnyPosition(shape, (east, north) => area.Covers(east, north) && double.IsPositiveInfinity(area.Edges.From(east, north, limit))))
        {
            return true;
        }

        if (shape.Dimension == Dimension.Point || shape.HugsBorderOf(area, doubt) || Overlays.Near(area.Geometry, shape.Envelope, Margin(doubt)) is not { } near)
        {
            return false;
        }

        return Overlays.Shrunk(near, doubt) is { } core && new Shape(core).GapTo(shape, Tolerance.Length).Found;
    }

    /// <summary>Whether a shape has a position that is farther from an area than the doubt and, if one is given, lies in the covered part.</summary>
    public static bool Beyond(Shape shape, Shape? area, double doubt, CoveredPart? covered)
    {
        if (area is null && covered is null)
        {
            return true;
        }

        var limit = doubt + Tolerance.Length;
        if (AnyPosition(shape, (east, north) =>
            (area is null || (!area.Covers(east, north) && double.IsPositiveInfinity(area.Edges.From(east, north, limit))))
            && (covered is null || covered.Holds(east, north))))
        {
            return true;
        }

        if (shape.Dimension == Dimension.Point)
        {
            return false;
        }

        var rest = covered is null ? shape.Geometry : covered.Geometry;
        if (rest is not null && area is not null && Overlays.Near(area.Geometry, shape.Envelope, Margin(doubt)) is { } near)
        {
            rest = shape.HugsBorderOf(area, doubt) ? null : Overlays.Without(rest, Overlays.Grown(near, doubt));
        }

        return Overlays.Measure(rest) > Tolerance.Noise;
    }

    /// <summary>How far around a shape an area must be known to be offset by the doubt.</summary>
    public static double Margin(double doubt) => (2 * doubt) + 1;

    private static bool AnyPosition(Shape shape, Func<double, double, bool> holds)
    {
        for (var i = 0; i < shape.Edges.Count; i++)
        {
            var segment = shape.Edges.Segment(i);
            if (holds(segment[0], segment[1]) || (!shape.IsArea && holds(segment[2], segment[3])))
            {
                return true;
            }
        }

        if (shape.Dimension == Dimension.Point)
        {
            return false;
        }

        var (east, north) = shape.InnerPosition();
        return holds(east, north);
    }
}
