using ZoningRules.Proposals;

namespace ZoningRules.Geo.Coordinates;

/// <summary>
/// A similarity transformation of geocentric positions with the rotation matrix for small angles of EPSG methods 9606 and 9607, from some ellipsoid to that of
/// CGCS2000. Positions are taken at height 0, which moves them by centimetres at most.
/// </summary>
internal sealed class HelmertShift(DatumShift shift)
{
    private const double RadiansPerArcSecond = Math.PI / 648_000;

    private double Scale { get; } = 1 + ((double)shift.ScalePpm * 1e-6);

    private double X { get; } = Radians(shift, shift.RotationX);

    private double Y { get; } = Radians(shift, shift.RotationY);

    private double Z { get; } = Radians(shift, shift.RotationZ);

    /// <summary>The CGCS2000 degrees of degrees on another ellipsoid.</summary>
    public (double Longitude, double Latitude) Apply(Ellipsoid from, double longitude, double latitude)
    {
        var (x, y, z) = from.ToGeocentric(longitude, latitude);
        return Ellipsoid.Cgcs2000.FromGeocentric(
            (double)shift.TranslationX + (Scale * (x - (Z * y) + (Y * z))),
            (double)shift.TranslationY + (Scale * (y + (Z * x) - (X * z))),
            (double)shift.TranslationZ + (Scale * (z - (Y * x) + (X * y))));
    }

    private static double Radians(DatumShift shift, decimal arcSeconds) =>
        (double)arcSeconds * RadiansPerArcSecond * (shift.Convention == RotationConvention.CoordinateFrame ? -1 : 1);
}
