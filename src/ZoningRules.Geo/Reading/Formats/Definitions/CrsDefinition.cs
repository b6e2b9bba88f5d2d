using System.Globalization;

namespace ZoningRules.Geo.Reading.Formats.Definitions;

/// <summary>
/// Finds the coordinate reference system that a well-known text defines (OGC 1, ESRI or OGC 2). What counts is what the text defines: datum, ellipsoid,
/// units and the parameters of the projection. Its name or number alone never makes it a supported system.
/// </summary>
internal static class CrsDefinition
{
    private const double Degree = Math.PI / 180;

    /// <summary>
    /// The system: an EPSG number when the text defines one of the known families, else its name with a remark, so that nothing takes it for a known one.
    /// </summary>
    /// <param name="text">The definition.</param>
    /// <param name="what">Where it stands, for messages.</param>
    /// <exception cref="GeometryTextException">The text is no definition.</exception>
    public static StatedCrs.Named Read(string text, string what)
    {
        if (WktNode.Parse(text) is not { } root || Horizontal(root) is not { } crs)
        {
            throw GeometryTextException.Bad($"`{what}` 中的坐标系定义无法理解", $"the coordinate reference system in `{what}` cannot be understood");
        }

        return Number(crs) is { } number
            ? new(string.Create(CultureInfo.InvariantCulture, $"EPSG:{number}"))
            : new($"{Shown(crs.Name)} ({what})");
    }

    private static string Shown(string name) => name.Length == 0 ? "?" : name.Length > 60 ? $"{name[..60]}…" : name;

    // The part that places positions in the plane.
    private static WktNode? Horizontal(WktNode root) => root.Keyword switch
    {
        "GEOGCS" or "PROJCS" or "GEOGCRS" or "GEOGRAPHICCRS" or "GEODCRS" or "GEODETICCRS" or "PROJCRS" or "PROJECTEDCRS" => root,
        "COMPD_CS" or "COMPOUNDCRS" => root.Children.Select(Horizontal).FirstOrDefault(c => c is not null),
        "BOUNDCRS" => root.Child("SOURCECRS") is { Children: [var source, ..] } ? Horizontal(source) : null,
        "LOCAL_CS" or "ENGCRS" or "ENGINEERINGCRS" or "GEOCCS" or "VERT_CS" => root,
        _ => null,
    };

    private static int? Number(WktNode crs) => crs.Keyword switch
    {
        "GEOGCS" or "GEOGCRS" or "GEOGRAPHICCRS" or "GEODCRS" or "GEODETICCRS" => Family(crs) is { } family && InDegrees(crs) ? family.Geographic : null,
        "PROJCS" or "PROJCRS" or "PROJECTEDCRS" => Belt(crs),
        _ => null,
    };

    // A name counts only with the ellipsoid that goes with it; that of the datum before that of the system.
    private static DatumFamily? Family(WktNode geographic)
    {
        if (geographic.Child("DATUM", "GEODETICDATUM", "TRF", "ENSEMBLE", "DYNAMIC") is not { } datum)
        {
            return null;
        }

        // WKT 2 writes DYNAMIC[…] beside DATUM[…].
        datum = datum.Keyword == "DYNAMIC" ? geographic.Child("DATUM", "GEODETICDATUM", "TRF", "ENSEMBLE") ?? datum : datum;
        if (datum.Child("SPHEROID", "ELLIPSOID") is not { } ellipsoid || ellipsoid.Number(1) is not { } axis || ellipsoid.Number(2) is not { } flattening)
        {
            return null;
        }

        var meridian = geographic.Child("PRIMEM", "PRIMEMERIDIAN")?.Number(1) ?? datum.Child("PRIMEM", "PRIMEMERIDIAN")?.Number(1) ?? 0;
        var family = Named(datum.Name) ?? Named(geographic.Name);
        return family is not null && meridian == 0 && Math.Abs(family.SemiMajorAxis - axis) < 1e-3 && Math.Abs(family.InverseFlattening - flattening) < 1e-6
            ? family
            : null;
    }

    private static DatumFamily? Named(string name) => DatumFamily.All.FirstOrDefault(f => f.Names.Contains(Plain(name)));

    private static bool InDegrees(WktNode geographic)
    {
        var units = Units(geographic, "ANGLEUNIT").ToList();
        return units.Count > 0 && units.All(u => Math.Abs(u - Degree) < 1e-10);
    }

    private static bool InMetres(WktNode projected)
    {
        var units = Units(projected, "LENGTHUNIT").ToList();
        return units.Count > 0 && units.All(u => u == 1);
    }

    // Factors of the units of the axes: of the whole, or in WKT 2 of each axis.
    private static IEnumerable<double> Units(WktNode crs, string keyword) =>
        crs.Children
            .Concat(crs.Children.Where(c => c.Keyword == "AXIS").SelectMany(a => a.Children))
            .Where(c => c.Keyword == "UNIT" || c.Keyword == keyword)
            .Select(u => u.Number(1) ?? 0);

    private static int? Belt(WktNode projected)
    {
        if (projected.Child("GEOGCS", "BASEGEOGCRS", "BASEGEODCRS") is not { } geographic
            || Family(geographic) is not { Belts: { } numbers }
            || (geographic.Keyword == "GEOGCS" && !InDegrees(geographic))
            || !InMetres(projected))
        {
            return null;
        }

        var conversion = projected.Child("CONVERSION") ?? projected;
        if (conversion.Child("PROJECTION", "METHOD") is not { } method || Plain(method.Name) is not ("transversemercator" or "gausskruger"))
        {
            return null;
        }

        var parameters = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var parameter in conversion.Children.Where(c => c.Keyword == "PARAMETER"))
        {
            var factor = parameter.Child("ANGLEUNIT", "LENGTHUNIT", "SCALEUNIT", "UNIT")?.Number(1) ?? 1;
            var isAngle = parameter.Child("ANGLEUNIT") is not null;
            if (parameter.Number(1) is not { } value || Math.Abs(factor - (isAngle ? Degree : 1)) > 1e-10 || !parameters.TryAdd(Parameter(parameter.Name), value))
            {
                return null;
            }
        }

        return parameters.GetValueOrDefault("latitude") == 0
            && parameters.GetValueOrDefault("scale", 1) == 1
            && parameters.GetValueOrDefault("north") == 0
            && parameters.TryGetValue("meridian", out var meridian)
            && parameters.TryGetValue("east", out var east)
            && parameters.Count <= 5
                ? Number(numbers, meridian, east, IsThreeDegrees(projected, numbers))
                : null;
    }

    private static int? Number(BeltNumbers numbers, double meridian, double falseEasting, bool isThreeDegrees)
    {
        if (meridian is < 75 or > 135 || meridian % 3 != 0 || falseEasting % 1_000_000 != 500_000 || falseEasting is < 0 or > 99_000_000)
        {
            return null;
        }

        var degrees = (int)meridian;
        var zone = (int)((falseEasting - 500_000) / 1_000_000);
        var hasSix = degrees % 6 == 3;
        if (zone == 0)
        {
            return isThreeDegrees || !hasSix ? numbers.ThreeDegree + ((degrees - 75) / 3) : numbers.SixDegree + ((degrees - 75) / 6);
        }

        return zone == degrees / 3 ? numbers.ThreeDegreeZone + zone - 25
            : hasSix && zone == (degrees + 3) / 6 ? numbers.SixDegreeZone + zone - 13
            : null;
    }

    // Belts of 3 and 6 degrees without zone prefix give the same positions; only number and name tell them apart.
    private static bool IsThreeDegrees(WktNode projected, BeltNumbers numbers)
    {
        if (projected.Child("AUTHORITY", "ID") is { Values: ["EPSG", var stated, ..] } && int.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number < numbers.SixDegree || number > numbers.SixDegree + 10;
        }

        var name = Plain(projected.Name);
        return name.Contains("3degree", StringComparison.Ordinal)
            || !(name.Contains("gkcm", StringComparison.Ordinal) || name.Contains("gausskrugercm", StringComparison.Ordinal));
    }

    private static string Parameter(string name) => Plain(name) switch
    {
        "latitudeoforigin" or "latitudeofnaturalorigin" => "latitude",
        "centralmeridian" or "longitudeofnaturalorigin" or "longitudeoforigin" => "meridian",
        "scalefactor" or "scalefactoratnaturalorigin" => "scale",
        "falseeasting" => "east",
        "falsenorthing" => "north",
        var other => other,
    };

    // ESRI puts D_ before datums.
    private static string Plain(string name)
    {
        var plain = string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        return name.StartsWith("D_", StringComparison.Ordinal) ? plain[1..] : plain;
    }
}
