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
    public static readonly Crs Cgcs2000 = new("EPSG:4490", "China Geodetic Coordinate System 2000", Datum.Cgcs2000, null, null, null);

    /// <summary>WGS 84 in degrees. Positions are taken as CGCS2000, with which it agrees within decimetres; every use is recorded as a step.</summary>
    public static readonly Crs Wgs84 = new("EPSG:4326", "WGS 84", Datum.Wgs84, null, null, null);

    /// <summary>GCJ-02 in degrees: positions taken from Amap, Tencent and most Chinese web maps.</summary>
    public static readonly Crs Gcj02 = new("GCJ-02", "GCJ-02", Datum.Gcj02, null, null, null);

    /// <summary>BD-09 in degrees: positions taken from Baidu maps.</summary>
    public static readonly Crs Bd09 = new("BD-09", "BD-09", Datum.Bd09, null, null, null);

    /// <summary>Xi'an 1980 in degrees; can be used only with a datum shift.</summary>
    public static readonly Crs Xian1980 = new("EPSG:4610", "Xian 1980", Datum.Xian1980, null, null, null);

    /// <summary>Beijing 1954 in degrees; can be used only with a datum shift.</summary>
    public static readonly Crs Beijing1954 = new("EPSG:4214", "Beijing 1954", Datum.Beijing1954, null, null, null);

    /// <summary>All systems: first those with an EPSG number, ordered by it, then GCJ-02 and BD-09.</summary>
    public static readonly ImmutableArray<Crs> All =
    [
        .. ((IEnumerable<Crs>)
        [
            Wgs84,
            Cgcs2000,
            Xian1980,
            Beijing1954,
            .. Belts(Datum.Cgcs2000, 4491, 6, 13),
            .. Belts(Datum.Cgcs2000, 4502, 6, null),
            .. Belts(Datum.Cgcs2000, 4513, 3, 25),
            .. Belts(Datum.Cgcs2000, 4534, 3, null),
            .. Belts(Datum.Xian1980, 2327, 6, 13),
            .. Belts(Datum.Xian1980, 2338, 6, null),
            .. Belts(Datum.Xian1980, 2349, 3, 25),
            .. Belts(Datum.Xian1980, 2370, 3, null),
            .. Belts(Datum.Beijing1954, 21413, 6, 13),
            .. Belts(Datum.Beijing1954, 21453, 6, null),
            .. Belts(Datum.Beijing1954, 2401, 3, 25),
            .. Belts(Datum.Beijing1954, 2422, 3, null),
        ]).OrderBy(c => int.Parse(c.Id["EPSG:".Length..], CultureInfo.InvariantCulture)),
        Gcj02,
        Bd09,
    ];

    /// <summary>The supported systems in one line, for messages.</summary>
    public const string Known =
        "EPSG:4490 (CGCS2000), EPSG:4326 (WGS 84), EPSG:4491-4554 (CGCS2000 / Gauss-Kruger), GCJ-02, BD-09, "
        + "EPSG:4610, 2327-2390 (Xian 1980), EPSG:4214, 2401-2442, 21413-21423, 21453-21463 (Beijing 1954)";

    private static readonly FrozenDictionary<string, Crs> ByName = Names();

    /// <summary>
    /// Finds a system by what a file or a person calls it: <c>EPSG:4548</c>, <c>urn:ogc:def:crs:EPSG::4548</c>, <c>CGCS2000</c>, <c>WGS 84</c>,
    /// <c>OGC:CRS84</c>, <c>火星坐标</c>, <c>1980西安坐标系</c> or its official name, in any case and with any white space.
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
        return All.First(c => c is { Datum: Datum.Cgcs2000, BeltWidth: 3, ZonePrefix: null } && c.CentralMeridian == meridian);
    }

    /// <summary>The belt of a datum with a zone prefix, or null when no belt has it.</summary>
    internal static Crs? BeltOfZone(Datum datum, int zone) => All.FirstOrDefault(c => c.Datum == datum && c.ZonePrefix == zone);

    /// <summary>The same belt with eastings that carry no prefix.</summary>
    internal static Crs WithoutPrefix(Crs belt) => All.First(c => c.ZonePrefix is null && IsSameBelt(c, belt));

    /// <summary>The belts to the west and to the east of a belt, with or without a prefix as it.</summary>
    internal static IEnumerable<Crs> Neighbours(Crs belt) => All.Where(c =>
        c.Datum == belt.Datum && c.BeltWidth == belt.BeltWidth && c.ZonePrefix is null == belt.ZonePrefix is null
        && Math.Abs(c.CentralMeridian!.Value - belt.CentralMeridian!.Value) == belt.BeltWidth);

    /// <summary>The degrees of a datum.</summary>
    internal static Crs DegreesOn(Datum datum) => All.First(c => c.Datum == datum && c.IsGeographic);

    private static bool IsSameBelt(Crs a, Crs b) => a.Datum == b.Datum && a.BeltWidth == b.BeltWidth && a.CentralMeridian == b.CentralMeridian;

    private static IEnumerable<Crs> Belts(Datum datum, int firstEpsg, int width, int? firstZone)
    {
        for (var meridian = FirstMeridian; meridian <= LastMeridian; meridian += width)
        {
            var index = (meridian - FirstMeridian) / width;
            var zone = firstZone + index;
            var system = datum switch { Datum.Xian1980 => Xian1980.Name, Datum.Beijing1954 => Beijing1954.Name, _ => "CGCS2000" };
            var family = width == 3 ? $"{system} / 3-degree Gauss-Kruger" : $"{system} / Gauss-Kruger";
            var name = zone is { } number
                ? string.Create(CultureInfo.InvariantCulture, $"{family} zone {number}")
                : string.Create(CultureInfo.InvariantCulture, $"{family} CM {meridian}E");
            yield return new(string.Create(CultureInfo.InvariantCulture, $"EPSG:{firstEpsg + index}"), name, datum, meridian, width, zone);
        }
    }

    private static FrozenDictionary<string, Crs> Names()
    {
        var names = new Dictionary<string, Crs>(StringComparer.Ordinal);
        foreach (var crs in All)
        {
            names.Add(Key(crs.Id), crs);
            names.TryAdd(Key(crs.Name), crs);
        }

        Add(Cgcs2000, "CGCS2000", "2000国家大地坐标系", "国家大地坐标系2000", "国家2000");
        Add(Wgs84, "WGS84", "WGS-84", "CRS84", "OGC:CRS84");
        Add(Gcj02, "GCJ02", "火星坐标", "火星坐标系", "高德", "高德坐标", "高德坐标系", "腾讯坐标", "国测局坐标", "国测局坐标系");
        Add(Bd09, "BD09", "BD09LL", "BD-09LL", "百度坐标", "百度坐标系", "百度经纬度");
        Add(Xian1980, "Xi'an 1980", "Xian80", "西安80", "西安1980", "80西安坐标系", "1980西安坐标系", "西安80坐标系", "西安1980坐标系", "80国家大地坐标系", "1980年国家大地坐标系", "1980年西安坐标系");
        Add(Beijing1954, "Beijing54", "北京54", "北京1954", "54北京坐标系", "1954北京坐标系", "1954年北京坐标系", "北京54坐标系", "北京1954坐标系");
        return names.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(Crs crs, params string[] aliases)
        {
            foreach (var alias in aliases)
            {
                names.TryAdd(Key(alias), crs);
            }
        }
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
