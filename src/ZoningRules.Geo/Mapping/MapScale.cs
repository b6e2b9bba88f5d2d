using System.Collections.Immutable;
using System.Globalization;

namespace ZoningRules.Geo.Mapping;

/// <summary>Round numbers for scales, scale bars and the net of degrees.</summary>
internal static class MapScale
{
    private static readonly ImmutableArray<double> Denominators = [1, 1.25, 1.5, 1.75, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 9, 10];

    /// <summary>The smallest usual denominator that is not below a number.</summary>
    public static double AtLeast(double denominator)
    {
        var wanted = Math.Clamp(denominator, 100, 1e9) * (1 - 1e-12);
        var power = Math.Pow(10, Math.Floor(Math.Log10(wanted)));
        return Denominators.First(d => d * power >= wanted) * power;
    }

    /// <summary>The length of a scale bar in metres: 1, 2 or 5 with zeros, the longest that takes no more of the paper than given.</summary>
    public static double BarLength(double denominator, double paper)
    {
        var most = paper * denominator / 1000;
        var power = Math.Pow(10, Math.Floor(Math.Log10(most)));
        return (most >= 5 * power ? 5 : most >= 2 * power ? 2 : 1) * power;
    }

    /// <summary>A scale in words, the thousands set apart: <c>1:25 000</c>.</summary>
    public static string Of(double denominator) => "1:" + Math.Round(denominator).ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' ');
}
