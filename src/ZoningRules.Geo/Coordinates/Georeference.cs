using System.Diagnostics;
using ZoningRules.Proposals;

namespace ZoningRules.Geo.Coordinates;

/// <summary>A coordinate reference system with whatever leads from it to CGCS2000. Takes and gives east or longitude first.</summary>
/// <param name="Crs">The system.</param>
/// <param name="Shift">The parameters of a system that needs them; null for others, and where only the neighbourhood matters.</param>
internal sealed record Georeference(Crs Crs, DatumShift? Shift = null)
{
    private HelmertShift? Helmert { get; } = Shift is null ? null : new(Shift);

    /// <summary>The CGCS2000 degrees of a position.</summary>
    public (double Longitude, double Latitude) DegreesOf(double east, double north)
    {
        var (longitude, latitude) = Crs.CentralMeridian is { } meridian
            ? BeltProjection.At(Crs.Ellipsoid, meridian).Unproject(east - Crs.FalseEasting + 500_000d, north)
            : (east, north);
        return Crs.Datum switch
        {
            Datum.Cgcs2000 or Datum.Wgs84 => (longitude, latitude),
            Datum.Gcj02 => WebMapShift.FromGcj(longitude, latitude),
            Datum.Bd09 => WebMapShift.FromBd(longitude, latitude),
            Datum.Xian1980 or Datum.Beijing1954 => Helmert?.Apply(Crs.Ellipsoid, longitude, latitude) ?? (longitude, latitude),
            _ => throw new UnreachableException(),
        };
    }
}
