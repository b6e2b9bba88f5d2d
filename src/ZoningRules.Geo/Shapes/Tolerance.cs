namespace ZoningRules.Geo.Shapes;

/// <summary>The numbers below which nothing is told apart. Everything else is compared with the accuracies that sites and layers state.</summary>
internal static class Tolerance
{
    /// <summary>Lengths up to a micrometre count as zero; whatever is this near to a limit is on its doubtful side.</summary>
    public const double Length = 1e-6;

    /// <summary>An area that exceeds a limit by no more than this many square metres does not exceed it.</summary>
    public const double Area = 1e-6;

    /// <summary>Areas in square metres, or lengths of lines in metres, up to this are arithmetic noise of an overlay.</summary>
    public const double Noise = 1e-3;

    /// <summary>No two places on Earth are farther apart: half the equator in metres, rounded up.</summary>
    public const double Farthest = 20_037_509;
}
