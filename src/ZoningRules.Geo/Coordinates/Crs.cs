namespace ZoningRules.Geo.Coordinates;

/// <summary>
/// A supported coordinate reference system: geographic degrees, or a Gauss-Kruger belt of CGCS2000 in metres. Equality compares all members.
/// </summary>
/// <param name="Id">Its EPSG identifier, such as <c>EPSG:4548</c>.</param>
/// <param name="Name">Its official name.</param>
/// <param name="CentralMeridian">The belt's central meridian in whole degrees east; null for geographic systems.</param>
/// <param name="BeltWidth">3 or 6 degrees; null for geographic systems.</param>
/// <param name="ZonePrefix">The zone number written before the easting, in millions of metres; null when eastings carry none.</param>
public sealed record Crs(string Id, string Name, int? CentralMeridian, int? BeltWidth, int? ZonePrefix)
{
    /// <summary>Whether positions are longitude and latitude in degrees.</summary>
    public bool IsGeographic => CentralMeridian is null;

    /// <summary>What is added to the easting from the central meridian, in metres.</summary>
    internal double FalseEasting => 500_000d + ((ZonePrefix ?? 0) * 1_000_000d);

    /// <summary>The identifier.</summary>
    public override string ToString() => Id;
}
