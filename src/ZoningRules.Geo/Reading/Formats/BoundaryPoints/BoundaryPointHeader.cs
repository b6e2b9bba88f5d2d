using System.Globalization;
using System.Text.RegularExpressions;
using ZoningRules.Geo.Reading.Formats.Definitions;
using ZoningRules.Geo.Reading.Positions;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Formats.BoundaryPoints;

/// <summary>The section [属性描述] of a boundary-point file.</summary>
internal sealed partial class BoundaryPointHeader
{
    private const int FirstZone3 = 25;
    private const int LastZone3 = 45;
    private const int FirstZone6 = 13;
    private const int LastZone6 = 23;

    private Dictionary<string, (string Value, int Line)> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>What the surveyor says about the accuracy of the points; null when nothing.</summary>
    public string? Accuracy => Text("精度");

    /// <summary>Who made the file, and when, as far as stated.</summary>
    public string Origin => string.Join('，', ((string[])["数据产生单位", "数据产生日期"]).Select(Text).Where(t => t is not null));

    /// <summary>Takes a line of the section.</summary>
    /// <exception cref="GeometryTextException">A member occurs twice with different values.</exception>
    public void Add(string line, int number, LineFaults faults)
    {
        var cut = line.IndexOf('=', StringComparison.Ordinal);
        if (cut < 0)
        {
            faults.Add(number, $"应为“名称=值”，而不是 `{Excerpt.Of(line)}`", $"expected name=value, not `{Excerpt.Of(line)}`");
            return;
        }

        var name = line[..cut].Trim();
        var value = line[(cut + 1)..].Trim();
        if (!Values.TryAdd(name, (value, number)) && Values[name].Value != value)
        {
            throw Contradiction(
                $"`{Excerpt.Of(name)}` 在第 {Values[name].Line} 行与第 {number} 行不同", $"`{Excerpt.Of(name)}` differs between lines {Values[name].Line} and {number}");
        }
    }

    /// <summary>The coordinate reference system, checked against the eastings.</summary>
    /// <exception cref="GeometryTextException">The header contradicts itself or the eastings.</exception>
    public (StatedCrs Crs, bool IsPlane) Crs(IReadOnlyList<(double East, int Line)> eastings)
    {
        var system = Text("坐标系") ?? Text("坐标系统");
        var isDegrees = Text("计量单位") is { } measure && measure.Contains('度', StringComparison.Ordinal);
        if (!isDegrees && Text("计量单位") is { } length && !(length is "米" or "m" or "M" or "公尺"))
        {
            throw Contradiction($"计量单位为 `{Excerpt.Of(length)}`，应为米", $"the unit of measure is `{Excerpt.Of(length)}`, not 米 (metres)");
        }

        if (!isDegrees && Text("投影类型") is { } projection && !projection.Contains("高斯", StringComparison.Ordinal))
        {
            throw Contradiction($"投影类型为 `{Excerpt.Of(projection)}`，只支持高斯-克吕格", $"the projection is `{Excerpt.Of(projection)}`; only Gauss-Kruger (高斯克吕格) is read");
        }

        if (system is null)
        {
            return (new StatedCrs.NotStated(), !isDegrees);
        }

        if (Datum(system) is not { } datum)
        {
            return (new StatedCrs.Named(system), !isDegrees);
        }

        return isDegrees ? (new StatedCrs.Named(string.Create(CultureInfo.InvariantCulture, $"EPSG:{datum.Geographic}")), false) : (Belt(datum.Belts!, eastings), true);
    }

    private string? Text(string name) => Values.TryGetValue(name, out var found) && found.Value.Length > 0 ? found.Value : null;

    // The systems by the digits in their many names.
    private static DatumFamily? Datum(string system) => system switch
    {
        _ when system.Contains("2000", StringComparison.Ordinal) => Family("cgcs2000"),
        _ when system.Contains("80", StringComparison.Ordinal) || system.Contains("西安", StringComparison.Ordinal) => Family("xian1980"),
        _ when system.Contains("54", StringComparison.Ordinal) || system.Contains("北京", StringComparison.Ordinal) => Family("beijing1954"),
        _ => null,
    };

    private static DatumFamily Family(string name) => DatumFamily.All.First(f => f.Names.Contains(name));

    private StatedCrs.Named Belt(BeltNumbers belts, IReadOnlyList<(double East, int Line)> eastings)
    {
        var width = Number("几度分带", "度带");
        if (width is not (null or 3 or 6))
        {
            throw Contradiction($"几度分带为 {width}，应为 3 或 6", $"几度分带 (belt width) is {width}, not 3 or 6");
        }

        var prefix = Prefix(eastings);
        var zone = Number("带号");
        if (zone is null && Number("中央子午线", "中央经线") is { } meridian && width is { } wide)
        {
            zone = wide == 3 ? meridian / 3 : (meridian + 3) / 6;
            if ((wide == 3 ? zone * 3 : (zone * 6) - 3) != meridian)
            {
                throw Contradiction($"没有中央经线为 {meridian}° 的 {wide} 度带", $"no {wide}-degree belt has the central meridian {meridian}");
            }
        }

        zone ??= prefix;
        if (zone is not { } known)
        {
            throw Contradiction("没有带号，Y 值也不带带号，无法确定投影带", "it states no 带号 (zone) and the Y values carry none, so that the belt is unknown");
        }

        if (prefix is { } written && written != known)
        {
            var line = eastings[0].Line;
            throw Contradiction($"带号为 {known}，而第 {line} 行的 Y 以 {written} 开头", $"带号 (zone) is {known}, but Y in line {line} begins with {written}");
        }

        var isThree = known is >= FirstZone3 and <= LastZone3;
        if (!isThree && known is not (>= FirstZone6 and <= LastZone6))
        {
            throw Contradiction($"带号 {known} 不在中国境内（3 度带 25 至 45，6 度带 13 至 23）", $"no belt in China has the zone {known} (3-degree 25 to 45, 6-degree 13 to 23)");
        }

        if (width is { } stated && stated != (isThree ? 3 : 6))
        {
            throw Contradiction($"几度分带为 {stated}，而带号 {known} 是 {(isThree ? 3 : 6)} 度带的", $"几度分带 (belt width) is {stated}, but zone {known} is of the {(isThree ? 3 : 6)}-degree belts");
        }

        var index = known - (isThree ? FirstZone3 : FirstZone6);
        var first = (isThree, prefix) switch
        {
            (true, null) => belts.ThreeDegree,
            (true, _) => belts.ThreeDegreeZone,
            (false, null) => belts.SixDegree,
            (false, _) => belts.SixDegreeZone,
        };
        return new StatedCrs.Named(string.Create(CultureInfo.InvariantCulture, $"EPSG:{first + index}"));
    }

    // The zone that all eastings carry in front; null when none does.
    private static int? Prefix(IReadOnlyList<(double East, int Line)> eastings)
    {
        int? prefix = null;
        for (var i = 0; i < eastings.Count; i++)
        {
            var (east, line) = eastings[i];
            int? own = east is >= 1_000_000 and < 100_000_000 ? (int)(east / 1_000_000) : null;
            if (i == 0)
            {
                prefix = own;
            }
            else if (own != prefix)
            {
                var (zh, en) = own is { } zone ? ($"带带号 {zone}", $"carries the zone {zone}") : ("不带带号", "carries no zone");
                var (firstZh, firstEn) = prefix is { } one ? ($"带带号 {one}", $"carries {one}") : ("不带带号", "carries none");
                throw Contradiction($"第 {line} 行的 Y {zh}，而第 {eastings[0].Line} 行的 Y {firstZh}", $"Y in line {line} {en}, but Y in line {eastings[0].Line} {firstEn}");
            }
        }

        return prefix;
    }

    private int? Number(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Text(name) is { } text)
            {
                var match = WholeNumber().Match(PlainSigns.Of(text));
                return match.Success && int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : throw Contradiction($"`{name}` 应为整数，而不是 `{Excerpt.Of(text)}`", $"`{name}` must be a whole number, not `{Excerpt.Of(text)}`");
            }
        }

        return null;
    }

    private static GeometryTextException Contradiction(string zh, string en) => new(ProblemCode.BoundaryHeader, zh, en);

    [GeneratedRegex(@"^\s*(\d{1,3})(?:\.0+)?\s*(?:°|度|带|度带|度分带)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex WholeNumber();
}
