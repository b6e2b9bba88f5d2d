using System.Runtime.CompilerServices;
using NetTopologySuite.Algorithm;

namespace ZoningRules.Geo.Indexing;

/// <summary>On which side of a line a position lies, decided exactly.</summary>
internal static class Turns
{
    // Above the error of the two products and their difference in doubles, which is 3.4e-16 of their sum.
    private const double Sure = 1e-15;

    /// <summary>1 when the position is left of the line from a to b, -1 when it is right of it, 0 when it is on it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(double eastA, double northA, double eastB, double northB, double east, double north)
    {
        var left = (eastA - east) * (northB - north);
        var right = (northA - north) * (eastB - east);
        var turn = left - right;
        var error = Sure * (Math.Abs(left) + Math.Abs(right));
        return turn > error ? 1 : turn < -error ? -1 : CGAlgorithmsDD.OrientationIndex(eastA, northA, eastB, northB, east, north);
    }
}
