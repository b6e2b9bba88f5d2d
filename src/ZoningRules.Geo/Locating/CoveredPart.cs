using NetTopologySuite.Geometries;
using ZoningRules.Geo.Layers;
using ZoningRules.Geo.Shapes;

namespace ZoningRules.Geo.Locating;

/// <summary>What of a shape is farther inside a coverage than the doubt. Worked out when first asked for; lives as long as one location is computed.</summary>
internal sealed class CoveredPart(Shape shape, Coverage coverage, double doubt)
{
    /// <summary>The part; null when there is none.</summary>
    public Geometry? Geometry => Made.Value;

    private Lazy<Geometry?> Made { get; } = new(() => Make(shape, coverage, doubt));

    // A point site asks for the same position at every layer.
    private (double East, double North, bool Holds)? Last { get; set; }

    /// <summary>Whether a position lies in it.</summary>
    public bool Holds(double east, double north)
    {
        if (Last is not { } last || last.East != east || last.North != north)
        {
            last = (east, north, coverage.HoldsDeep(east, north, doubt));
            Last = last;
        }

        return last.Holds;
    }

    private static Geometry? Make(Shape shape, Coverage coverage, double doubt) =>
        !shape.HugsBorderOf(coverage.Whole, doubt) && Overlays.Near(coverage.Whole.Geometry, shape.Envelope, Witness.Margin(doubt)) is { } near && Overlays.Shrunk(near, doubt) is { } core
            ? Overlays.Common(shape.Geometry, core)
            : null;
}
