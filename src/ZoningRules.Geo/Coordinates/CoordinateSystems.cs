using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ZoningRules.Geo.Coordinates;

/// <summary>The coordinate reference systems that are supported, and the names they go by.</summary>
public static class CoordinateSystems
{
    private const int FirstMeridian = 75;
    private const int LastMeridian = 135;

    /// <summary>CGCS2000 in degrees.</summary>
    public static readonly Crs Cgcs2000 = new("EPSG:4490", "China Geodetic Coordinate System 2000", null, null, null);

    /// <summary>WGS 84 in degrees. Positions are taken as CGCS2000, with which it agrees within decimetres; every use is recorded as a step.</summary>
    public static readonly Crs Wgs84 = new("EPSG:4326", "WGS 84", null, null, null);

    /// <summary>All systems, ordered by EPSG number.</summary>
    public static readonly ImmutableArray<Crs> All =
    [
        Wgs84,
        Cgcs2000,
        .. Belts(4491, 6, 13),
        .. Belts(4502, 6, null),
        .. Belts(4513, 3, 25),
        .. Belts(4534, 3, null),
    ];

    /// <summary>The supported systems in one line, for messages.</summary>
    public const string Known = "EPSG:4490 (CGCS2000), EPSG:4326 (WGS 84), EPSG:4491-4554 (CGCS2000 / Gauss-Kruger)";

    private static readonly FrozenDictionary<string, Crs> ByName = Names();

    /// <summary>
    /// Finds a system by what a file or a person calls it: <c>EPSG:4548</c>, <c>urn:ogc:def:crs:EPSG::4548</c>, <c>CGCS2000</c>, <c>WGS 84</c>,
    /// <c>OGC:CRS84</c> or its official name, in any case and with any white space.
    /// </summary>
    public static bool TryFind(string? text, [NotNullWhen(true)] out Crs? crs)
    {
        crs = null;
        return text is not null && text.Length <= 200 && ByName.TryGetValue(Key(text), out crs);
    }

    /// <summary>The 3-degree belt without zone prefix whose central meridian is nearest to a longitude.</summary>
    internal static Crs BeltAt(double longitude)
    {
        var meridian = Math.Clamp((int)Math.Round(longitude / 3) * 3, FirstMeridian, LastMeridian);
        return All.First(c => c.BeltWidth == 3 && c.ZonePrefix is null && c.CentralMeridian == meridian);
    }

    /// <summary>The belt with a zone prefix, or null when no belt has it.</summary>
    internal static Crs? BeltOfZone(int zone) => All.FirstOrDefault(c => c.ZonePrefix == zone);

    /// <summary>The same belt with eastings that carry no prefix.</summary>
    internal static Crs WithoutPrefix(Crs belt) =>
        All.First(c => c.BeltWidth == belt.BeltWidth && c.CentralMeridian == belt.CentralMeridian && c.ZonePrefix is null);

    private static IEnumerable<Crs> Belts(int firstEpsg, int width, int? firstZone)
    {
        for (var meridian = FirstMeridian; meridian <= LastMeridian; meridian += width)
        {
            var index = (meridian - FirstMeridian) / width;
            var zone = firstZone + index;
            var family = width == 3 ? "CGCS2000 / 3-degree Gauss-Kruger" : "CGCS2000 / Gauss-Kruger";
            var name = zone is { } number
                ? string.Create(CultureInfo.InvariantCulture, $"{family} zone {number}")
                : string.Create(CultureInfo.InvariantCulture, $"{family} CM {meridian}E");
            yield return new(string.Create(CultureInfo.InvariantCulture, $"EPSG:{firstEpsg + index}"), name, meridian, width, zone);
        }
    }

    private static FrozenDictionary<string, Crs> Names()
    {
        var names = new Dictionary<string, Crs>(StringComparer.Ordinal);
        foreach (var crs in All)
        {
            names.Add(Key(crs.Id), crs);
            names.Add(Key(crs.Name), crs);
        }

        foreach (var name in (string[])["CGCS2000", "2000国家大地坐标系", "国家大地坐标系2000"])
        {
            names.Add(Key(name), Cgcs2000);
        }

        foreach (var name in (string[])["WGS84", "WGS-84", "CRS84", "OGC:CRS84"])
        {
            names.TryAdd(Key(name), Wgs84);
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    // One spelling for the many: upper case, no white space, and the two long forms of OGC shortened to AUTHORITY:CODE.
    private static string Key(string text)
    {
        var key = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        foreach (var prefix in (string[])["URN:OGC:DEF:CRS:", "URN:X-OGC:DEF:CRS:", "HTTP://WWW.OPENGIS.NET/DEF/CRS/", "HTTPS://WWW.OPENGIS.NET/DEF/CRS/"])
        {
            if (key.StartsWith(prefix, StringComparison.Ordinal))
            {
                // AUTHORITY, version (may be empty), CODE
                var parts = key[prefix.Length..].Split(prefix[0] == 'U' ? ':' : '/');
                return parts.Length == 3 ? $"{parts[0]}:{parts[2]}" : key;
            }
        }

        return key;
    }
}
