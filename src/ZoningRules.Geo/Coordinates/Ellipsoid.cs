using System.Diagnostics;

namespace ZoningRules.Geo.Coordinates;

/// <summary>An ellipsoid of revolution.</summary>
/// <param name="Name">Its name.</param>
/// <param name="SemiMajorAxis">In metres.</param>
/// <param name="InverseFlattening">Its inverse flattening.</param>
internal sealed record Ellipsoid(string Name, double SemiMajorAxis, double InverseFlattening)
{
    /// <summary>That of CGCS2000; WGS 84 differs by a tenth of a millimetre.</summary>
    public static Ellipsoid Cgcs2000 { get; } = new("CGCS2000", 6_378_137, 298.257222101);

    /// <summary>That of Xi'an 1980.</summary>
    public static Ellipsoid Iag75 { get; } = new("IAG 1975", 6_378_140, 298.257);

    /// <summary>That of Beijing 1954.</summary>
    public static Ellipsoid Krassowsky { get; } = new("Krassowsky 1940", 6_378_245, 298.3);

    // The square of the first eccentricity.
    private double Eccentricity2 { get; } = (2 - (1 / InverseFlattening)) / InverseFlattening;

    /// <summary>The ellipsoid of a datum. Shifted positions are shifted on the ellipsoid of WGS 84.</summary>
    public static Ellipsoid Of(Datum datum) => datum switch
    {
        Datum.Cgcs2000 or Datum.Wgs84 or Datum.Gcj02 or Datum.Bd09 => Cgcs2000,
        Datum.Xian1980 => Iag75,
        Datum.Beijing1954 => Krassowsky,
        _ => throw new UnreachableException(),
    };

    /// <summary>The geocentric position, in metres, of a point on the ellipsoid.</summary>
    public (double X, double Y, double Z) ToGeocentric(double longitude, double latitude)
    {
        var (sinLatitude, cosLatitude) = Math.SinCos(double.DegreesToRadians(latitude));
        var (sinLongitude, cosLongitude) = Math.SinCos(double.DegreesToRadians(longitude));
        var normal = SemiMajorAxis / Math.Sqrt(1 - (Eccentricity2 * sinLatitude * sinLatitude));
        return (normal * cosLatitude * cosLongitude, normal * cosLatitude * sinLongitude, normal * (1 - Eccentricity2) * sinLatitude);
    }

    /// <summary>The degrees of a geocentric position that is within kilometres of the ellipsoid, off the poles; its height is dropped.</summary>
    public (double Longitude, double Latitude) FromGeocentric(double x, double y, double z)
    {
        var fromAxis = Math.Sqrt((x * x) + (y * y));
        var tangent = z / (fromAxis * (1 - Eccentricity2));

        // Each round gains more than two digits; ten are ample.
        for (var round = 0; round < 10; round++)
        {
            var sine = tangent / Math.Sqrt(1 + (tangent * tangent));
            var normal = SemiMajorAxis / Math.Sqrt(1 - (Eccentricity2 * sine * sine));
            tangent = (z + (Eccentricity2 * normal * sine)) / fromAxis;
        }

        return (double.RadiansToDegrees(Math.Atan2(y, x)), double.RadiansToDegrees(Math.Atan(tangent)));
    }
}
