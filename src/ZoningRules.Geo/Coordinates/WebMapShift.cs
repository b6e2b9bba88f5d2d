namespace ZoningRules.Geo.Coordinates;

/// <summary>
/// The shifts of Chinese web maps, by the formulas in general use: there is no official definition. Longitude before latitude, in degrees. The inverse is
/// iterated until it reproduces the shifted position far below 1e-9 degrees.
/// </summary>
internal static class WebMapShift
{
    /// <summary>How far a position that the formulas take back from GCJ-02 may be from the true one, in metres.</summary>
    public const double GcjError = 1;

    /// <summary>The same for BD-09.</summary>
    public const double BdError = 2;

    // The formulas fix these numbers; the ellipsoid is Krassowsky's.
    private const double Axis = 6_378_245;
    private const double Eccentricity2 = 0.00669342162296594323;
    private const double BdTurn = Math.PI * 3000 / 180;
    private const int MostRounds = 50;

    /// <summary>From true degrees to GCJ-02.</summary>
    public static (double Longitude, double Latitude) ToGcj(double longitude, double latitude)
    {
        var (x, y) = (longitude - 105, latitude - 35);
        var waves = 2 * ((20 * Math.Sin(6 * x * Math.PI)) + (20 * Math.Sin(2 * x * Math.PI))) / 3;
        var northward = -100 + (2 * x) + (3 * y) + (0.2 * y * y) + (0.1 * x * y) + (0.2 * Math.Sqrt(Math.Abs(x))) + waves
            + (2 * ((20 * Math.Sin(y * Math.PI)) + (40 * Math.Sin(y / 3 * Math.PI))) / 3)
            + (2 * ((160 * Math.Sin(y / 12 * Math.PI)) + (320 * Math.Sin(y * Math.PI / 30))) / 3);
        var eastward = 300 + x + (2 * y) + (0.1 * x * x) + (0.1 * x * y) + (0.1 * Math.Sqrt(Math.Abs(x))) + waves
            + (2 * ((20 * Math.Sin(x * Math.PI)) + (40 * Math.Sin(x / 3 * Math.PI))) / 3)
            + (2 * ((150 * Math.Sin(x / 12 * Math.PI)) + (300 * Math.Sin(x / 30 * Math.PI))) / 3);
        var (sine, cosine) = Math.SinCos(double.DegreesToRadians(latitude));
        var root = Math.Sqrt(1 - (Eccentricity2 * sine * sine));
        return (
            longitude + double.RadiansToDegrees(eastward / (Axis / root * cosine)),
            latitude + double.RadiansToDegrees(northward / (Axis * (1 - Eccentricity2) / (root * root * root))));
    }

    /// <summary>From true degrees to BD-09.</summary>
    public static (double Longitude, double Latitude) ToBd(double longitude, double latitude)
    {
        var (x, y) = ToGcj(longitude, latitude);
        var radius = Math.Sqrt((x * x) + (y * y)) + (0.00002 * Math.Sin(y * BdTurn));
        var angle = Math.Atan2(y, x) + (0.000003 * Math.Cos(x * BdTurn));
        return ((radius * Math.Cos(angle)) + 0.0065, (radius * Math.Sin(angle)) + 0.006);
    }

    /// <summary>From GCJ-02 to true degrees.</summary>
    public static (double Longitude, double Latitude) FromGcj(double longitude, double latitude) => Inverse(ToGcj, longitude, latitude);

    /// <summary>From BD-09 to true degrees.</summary>
    public static (double Longitude, double Latitude) FromBd(double longitude, double latitude) => Inverse(ToBd, longitude, latitude);

    // The shift changes so slowly that going back by the shift found at the last guess is a contraction.
    private static (double Longitude, double Latitude) Inverse(
        Func<double, double, (double Longitude, double Latitude)> shift, double longitude, double latitude)
    {
        var (x, y) = (longitude, latitude);
        for (var round = 0; round < MostRounds; round++)
        {
            var (shiftedX, shiftedY) = shift(x, y);
            var (missX, missY) = (shiftedX - longitude, shiftedY - latitude);
            (x, y) = (x - missX, y - missY);
            if (Math.Abs(missX) < 1e-13 && Math.Abs(missY) < 1e-13)
            {
                break;
            }
        }

        return (x, y);
    }
}
