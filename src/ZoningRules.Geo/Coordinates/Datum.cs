namespace ZoningRules.Geo.Coordinates;

/// <summary>What the positions of a coordinate reference system refer to. Closed.</summary>
public enum Datum
{
    /// <summary>China Geodetic Coordinate System 2000, in which everything is measured.</summary>
    Cgcs2000,

    /// <summary>WGS 84, which agrees with CGCS2000 within decimetres.</summary>
    Wgs84,

    /// <summary>GCJ-02: the shifted positions of Chinese web maps. There is no official definition; the usual formulas agree with the maps to about 1 m.</summary>
    Gcj02,

    /// <summary>BD-09: GCJ-02 shifted once more by Baidu. There is no official definition; the usual formulas agree with the map to about 2 m.</summary>
    Bd09,

    /// <summary>Xi'an 1980 on the ellipsoid IAG 75. Its relation to CGCS2000 is known only from local parameters.</summary>
    Xian1980,

    /// <summary>Beijing 1954 on Krassowsky's ellipsoid. Its relation to CGCS2000 is known only from local parameters.</summary>
    Beijing1954,
}
