using ZoningRules.Measures;

namespace ZoningRules.Geo.Locating;

/// <summary>Makes stated measures from computed ones, rounded to a millionth.</summary>
internal static class Numbers
{
    // Below this a double has fifteen digits, all that a decimal takes from it, with at least three of them behind the millionths.
    private const double Greatest = 1e6;

    /// <summary>Rounds.</summary>
    public static decimal Rounded(double value)
    {
        // Nearly every measured value lies so clearly between two millionths that its digits behind them can neither be all zero nor decide which is nearer.
        var millionths = Math.Abs(value) * 1e6;
        var nearest = Math.Round(millionths);
        return nearest > 0 && Math.Abs(value) < Greatest && Math.Abs(millionths - nearest) is > 0.01 and < 0.49
            ? new(unchecked((int)(long)nearest), (int)((long)nearest >> 32), 0, value < 0, 6)
            : Math.Round((decimal)value, 6);
    }

    /// <summary>A length.</summary>
    public static Metres Metres(double value) => new(Rounded(value));

    /// <summary>An area.</summary>
    public static SquareMetres SquareMetres(double value) => new(Rounded(value));

    /// <summary>A share, never outside 0 to 1.</summary>
    public static Ratio Ratio(double part, double whole) => new(whole > 0 ? Rounded(Math.Clamp(part / whole, 0, 1)) : part > 0 ? 1 : 0);

    /// <summary>An interval of lengths.</summary>
    public static Interval<Metres> Metres(double low, double high) => new(Metres(low), Metres(high));

    /// <summary>An interval of areas.</summary>
    public static Interval<SquareMetres> SquareMetres(double low, double high) => new(SquareMetres(low), SquareMetres(high));

    /// <summary>A bearing in degrees clockwise from grid north, 0 included, 360 excluded.</summary>
    public static decimal Bearing(double east, double north)
    {
        var degrees = Rounded(Math.Atan2(east, north) * 180 / Math.PI);
        return degrees < 0 ? degrees + 360 : degrees;
    }
}
