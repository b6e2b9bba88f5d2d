namespace ZoningRules.Geo.Coordinates;

/// <summary>
/// A supported coordinate reference system: degrees, or a Gauss-Kruger belt in metres, on one datum. Equality compares all members.
/// </summary>
/// <param name="Id">Its EPSG identifier, such as <c>EPSG:4548</c>; <c>GCJ-02</c> and <c>BD-09</c> have none.</param>
/// <param name="Name">Its official or usual name.</param>
/// <param name="Datum">What its positions refer to.</param>
/// <param name="CentralMeridian">The belt's central meridian in whole degrees east; null for degrees.</param>
/// <param name="BeltWidth">3 or 6 degrees; null for degrees.</param>
/// <param name="ZonePrefix">The zone number written before the easting, in millions of metres; null when eastings carry none.</param>
public sealed record Crs(string Id, string Name, Datum Datum, int? CentralMeridian, int? BeltWidth, int? ZonePrefix)
{
    /// <summary>Whether positions are longitude and latitude in degrees.</summary>
    public bool IsGeographic => CentralMeridian is null;

    /// <summary>Whether positions are those of a web map, shifted by hundreds of metres.</summary>
    public bool IsShifted => Datum is Datum.Gcj02 or Datum.Bd09;

    /// <summary>Whether positions can be used only with parameters that lead to CGCS2000.</summary>
    public bool NeedsDatumShift => Datum is Datum.Xian1980 or Datum.Beijing1954;

    /// <summary>What is added to the easting from the central meridian, in metres.</summary>
    internal double FalseEasting => 500_000d + ((ZonePrefix ?? 0) * 1_000_000d);

    /// <summary>The ellipsoid of latitudes, longitudes and of the projection.</summary>
    internal Ellipsoid Ellipsoid => Ellipsoid.Of(Datum);

    /// <summary>
    /// Whether a position means the same in both: degrees of one datum or of CGCS2000 and WGS 84, which agree within decimetres; or belts of one datum and meridian whose
    /// eastings are written alike, since its width only says how far a belt is used.
    /// </summary>
    internal bool AgreesWith(Crs other) => CentralMeridian == other.CentralMeridian && ZonePrefix == other.ZonePrefix
        && (Datum == other.Datum || (IsGeographic && Datum is Datum.Cgcs2000 or Datum.Wgs84 && other.Datum is Datum.Cgcs2000 or Datum.Wgs84));

    /// <summary>The identifier.</summary>
    public override string ToString() => Id;
}
