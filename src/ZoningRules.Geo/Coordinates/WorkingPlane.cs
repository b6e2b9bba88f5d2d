namespace ZoningRules.Geo.Coordinates;

/// <summary>The projected plane in which everything is measured: a 3-degree belt of CGCS2000 without zone prefix.</summary>
internal sealed class WorkingPlane(Crs crs)
{
    /// <summary>The belt.</summary>
    public Crs Crs { get; } = crs;

    /// <summary>Its id and name.</summary>
    public string Name { get; } = $"{crs.Id} {crs.Name}";

    private BeltProjection Projection { get; } = BeltProjection.At(crs.CentralMeridian!.Value);

    /// <summary>Takes a position of a system that needs no parameters, east first, to this plane.</summary>
    public (double East, double North) From(Crs source, double east, double north) => From(new Georeference(source), east, north);

    /// <summary>Takes a position, east first, to this plane.</summary>
    public (double East, double North) From(Georeference source, double east, double north)
    {
        if (source.Crs.Datum == Datum.Cgcs2000 && source.Crs.CentralMeridian == Crs.CentralMeridian)
        {
            return (east - source.Crs.FalseEasting + 500_000d, north);
        }

        var (longitude, latitude) = source.DegreesOf(east, north);
        return Projection.Project(longitude, latitude);
    }

    /// <summary>Takes CGCS2000 degrees to this plane.</summary>
    public (double East, double North) FromDegrees(double longitude, double latitude) => Projection.Project(longitude, latitude);

    /// <summary>Takes a position of this plane to degrees.</summary>
    public (double Longitude, double Latitude) ToDegrees(double east, double north) => Projection.Unproject(east, north);

    /// <summary>The CGCS2000 longitude and latitude of a position, east first; without the parameters that some systems need it is near, not exact.</summary>
    public static (double Longitude, double Latitude) DegreesOf(Crs source, double east, double north) => new Georeference(source).DegreesOf(east, north);
}
