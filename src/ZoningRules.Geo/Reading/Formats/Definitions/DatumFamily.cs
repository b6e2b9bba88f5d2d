using System.Collections.Immutable;

namespace ZoningRules.Geo.Reading.Formats.Definitions;

/// <summary>A datum of Chinese practice with the EPSG numbers of its systems.</summary>
/// <param name="Names">What definitions call it or its geographic system, in small letters and digits only.</param>
/// <param name="SemiMajorAxis">The ellipsoid's, in metres.</param>
/// <param name="InverseFlattening">The ellipsoid's.</param>
/// <param name="Geographic">The number of its system in degrees.</param>
/// <param name="Belts">The first numbers of its Gauss-Kruger belts; null when it has none.</param>
internal sealed record DatumFamily(ImmutableArray<string> Names, double SemiMajorAxis, double InverseFlattening, int Geographic, BeltNumbers? Belts)
{
    /// <summary>All families.</summary>
    public static readonly ImmutableArray<DatumFamily> All =
    [
        new(
            ["china2000", "cgcs2000", "chinageodeticcoordinatesystem2000", "gcschinageodeticcoordinatesystem2000", "gcscgcs2000", "chinesegeodeticcoordinatesystem2000"],
            6378137,
            298.257222101,
            4490,
            new(4513, 4534, 4491, 4502)),
        new(["wgs1984", "wgs84", "gcswgs1984", "worldgeodeticsystem1984", "worldgeodeticsystem1984ensemble"], 6378137, 298.257223563, 4326, null),
        new(["xian1980", "xian80", "gcsxian1980"], 6378140, 298.257, 4610, new(2349, 2370, 2327, 2338)),
        new(["beijing1954", "beijing54", "gcsbeijing1954"], 6378245, 298.3, 4214, new(2401, 2422, 21413, 21453)),
    ];
}

/// <summary>The EPSG numbers of the westernmost belt of each kind; the others follow from west to east.</summary>
/// <param name="ThreeDegreeZone">3-degree zone 25.</param>
/// <param name="ThreeDegree">3-degree, no zone prefix, meridian 75.</param>
/// <param name="SixDegreeZone">6-degree zone 13.</param>
/// <param name="SixDegree">6-degree, no zone prefix, meridian 75.</param>
internal sealed record BeltNumbers(int ThreeDegreeZone, int ThreeDegree, int SixDegreeZone, int SixDegree);
