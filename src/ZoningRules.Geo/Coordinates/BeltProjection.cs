using System.Collections.Frozen;
using System.Globalization;
using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace ZoningRules.Geo.Coordinates;

/// <summary>
/// The Gauss-Kruger projection of one ellipsoid at one central meridian, easting without zone prefix. The only class that touches ProjNET. Thread-safe.
/// Agrees with PROJ far below 1 mm up to three degrees from the meridian; the error grows to centimetres at fifteen.
/// </summary>
internal sealed class BeltProjection
{
    // One a meridian from 75 to 135 for each ellipsoid; made when first needed.
    private static readonly FrozenDictionary<Ellipsoid, Lazy<BeltProjection>[]> Made =
        ((Ellipsoid[])[Ellipsoid.Cgcs2000, Ellipsoid.Iag75, Ellipsoid.Krassowsky]).ToFrozenDictionary(
            e => e, e => Enumerable.Range(25, 21).Select(zone => new Lazy<BeltProjection>(() => new BeltProjection(e, zone * 3))).ToArray());

    private BeltProjection(Ellipsoid ellipsoid, int centralMeridian)
    {
        var geographic = string.Create(
            CultureInfo.InvariantCulture,
            $"""
             GEOGCS["degrees",DATUM["{ellipsoid.Name}",SPHEROID["{ellipsoid.Name}",{ellipsoid.SemiMajorAxis:R},{ellipsoid.InverseFlattening:R}]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]
             """);
        var belt = string.Create(
            CultureInfo.InvariantCulture,
            $"""
             PROJCS["belt",{geographic},PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",{centralMeridian}],
             PARAMETER["scale_factor",1],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1]]
             """);
        var systems = new CoordinateSystemFactory();
        var transformations = new CoordinateTransformationFactory();
        var degrees = systems.CreateFromWkt(geographic);
        var metres = systems.CreateFromWkt(belt);

        // Two separate transforms: MathTransform.Invert() would flip a shared one in place.
        ToMetres = transformations.CreateFromCoordinateSystems(degrees, metres).MathTransform;
        ToDegrees = transformations.CreateFromCoordinateSystems(metres, degrees).MathTransform;
    }

    private MathTransform ToMetres { get; }

    private MathTransform ToDegrees { get; }

    /// <summary>The projection of CGCS2000 at a central meridian.</summary>
    public static BeltProjection At(int centralMeridian) => At(Ellipsoid.Cgcs2000, centralMeridian);

    /// <summary>The projection of an ellipsoid at a central meridian.</summary>
    public static BeltProjection At(Ellipsoid ellipsoid, int centralMeridian) => Made[ellipsoid][(centralMeridian / 3) - 25].Value;

    /// <summary>From degrees to the belt.</summary>
    public (double East, double North) Project(double longitude, double latitude) => ToMetres.Transform(longitude, latitude);

    /// <summary>From the belt to degrees.</summary>
    public (double Longitude, double Latitude) Unproject(double east, double north) => ToDegrees.Transform(east, north);
}
