namespace ZoningRules.Geo.Coordinates;

/// <summary>The projected plane in which everything is measured: a 3-degree belt of CGCS2000 without zone prefix.</summary>
internal sealed class WorkingPlane(Crs crs)
{
    /// <summary>The belt.</summary>
    public Crs Crs { get; } = crs;

    private BeltProjection Projection { get; } = BeltProjection.At(crs.CentralMeridian!.Value);

    /// <summary>Takes a position of any supported system, east first, to this plane.</summary>
    public (double East, double North) From(Crs source, double east, double north)
    {
        if (source.CentralMeridian is not { } meridian)
        {
            return Projection.Project(east, north);
        }

        var local = east - source.FalseEasting + 500_000d;
        if (meridian == Crs.CentralMeridian)
        {
            return (local, north);
        }

        var (longitude, latitude) = BeltProjection.At(meridian).Unproject(local, north);
        return Projection.Project(longitude, latitude);
    }

    /// <summary>Takes a position of this plane to degrees.</summary>
    public (double Longitude, double Latitude) ToDegrees(double east, double north) => Projection.Unproject(east, north);

    /// <summary>The longitude and latitude of a position of any supported system, east first.</summary>
    public static (double Longitude, double Latitude) DegreesOf(Crs source, double east, double north) =>
        source.CentralMeridian is { } meridian
            ? BeltProjection.At(meridian).Unproject(east - source.FalseEasting + 500_000d, north)
            : (east, north);
}
