using System.Globalization;
using System.Text;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Reading;
using ZoningRules.Geo.Reading.Formats;
using ZoningRules.Geo.Tests.Reading.Formats;

namespace ZoningRules.Geo.Tests.Reading.Positions;

/// <summary>Writes random polygons in every way that people write them, and reads them back.</summary>
public sealed class PositionWritingTests
{
    private const double ReadBack = 2e-10;

    private static readonly string[] Styles = ["plain", "degrees", "marked", "han", "hyphens", "colons", "spaces"];
    private static readonly string[] Tellings = ["heading", "prefix", "suffix", "han-prefix", "range"];

    private static T Pick<T>(Random random, params T[] choices) => choices[random.Next(choices.Length)];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    // Degrees as text, and what the text says.
    private static (string Text, double Value) Written(Random random, string style, double degrees)
    {
        var nine = Math.Round(degrees, 9);
        var seconds = (long)Math.Round(degrees * 36_000_000);
        var (d, m, s) = (seconds / 36_000_000, seconds / 600_000 % 60, (seconds % 600_000) / 10_000d);
        var exact = d + (m / 60d) + (s / 3600);
        return style switch
        {
            "plain" => (Invariant($"{nine:0.000000000}"), nine),
            "degrees" => (Invariant($"{nine:0.#########}") + Pick(random, "°", "º", "˚", "度"), nine),
            "marked" => (Invariant($"{d}{Pick(random, "°", "º", "°")}{m:00}{Pick(random, "′", "'", "’", "＇")}{s:00.####}{Pick(random, "″", "\"", "”", "''", "′′")}"), exact),
            "han" => (Invariant($"{d}度{m}分{s:0.####}秒"), exact),
            "hyphens" => (Invariant($"{d}-{m:00}-{s:00.0000}"), exact),
            "colons" => (Invariant($"{d}:{m:00}:{s:00.0000}"), exact),
            _ => (Invariant($"{d} {m:00} {s:00.0000}"), exact),
        };
    }

    private static string Marked(Random random, string telling, bool isEast, string text) => telling switch
    {
        "prefix" => $"{(isEast ? "E" : "N")}{Pick(random, "", " ")}{text}",
        "suffix" => $"{text}{Pick(random, "", " ")}{(isEast ? "E" : "N")}",
        "han-prefix" => $"{(isEast ? Pick(random, "东经", "经度：") : Pick(random, "北纬", "纬度："))}{text}",
        _ => text,
    };

    private static string Wide(string text) => new([.. text.Select(c => char.IsAsciiDigit(c) || c == '.' ? (char)(c + 0xFEE0) : c)]);

    private static byte[] Encoded(Random random, string text)
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding(54936)!;
        return random.Next(5) switch
        {
            0 => gbk.GetBytes(text),
            1 => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            2 => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            _ => Encoding.UTF8.GetBytes(text),
        };
    }

    private static List<(double East, double North)> Polygon(Random random, double east, double north, double size)
    {
        var count = random.Next(3, 9);
        var start = random.NextDouble();
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var angle = 2 * Math.PI * (i + start + (random.NextDouble() * 0.5)) / count;
            return (east + (size * Math.Cos(angle)), north + (size * Math.Sin(angle)));
        })];
    }

    private static bool IsRead(byte[] bytes, List<(double East, double North)> expected, double tolerance, AxisOrder usual)
    {
        FeatureDocument document;
        try
        {
            document = FeatureFormats.Read(Fixture.Named("site.txt", bytes), new(Fixture.NoProperties, null, new(PositionLimit.OfSite)));
        }
        catch (GeometryTextException error)
        {
            throw new InvalidOperationException($"{string.Join('|', error.Arguments)}\n{FileText.Decode(bytes)}");
        }

        var ring = document.Features.Single().Parts.Single().Rings.Single();
        var isEastFirst = (document.Order ?? usual) == AxisOrder.EastFirst;
        var found = ring.First.Zip(ring.Second, (a, b) => isEastFirst ? (a, b) : (b, a)).ToList();
        var same = found.Count == expected.Count + 1 && found[0] == found[^1]
            && found.Zip(expected).All(p => Math.Abs(p.First.Item1 - p.Second.East) <= tolerance && Math.Abs(p.First.Item2 - p.Second.North) <= tolerance);
        return same ? true : throw new InvalidOperationException($"{string.Join(' ', found)}\n{FileText.Decode(bytes)}");
    }

    [Fact]
    public void Read_DegreesInEveryWay_AreReadBack() => Properties.Hold(4_000, random =>
    {
        var style = Pick(random, Styles);
        var telling = style is "plain" ? Pick(random, "heading", "prefix", "suffix", "han-prefix", "usual") : style is "spaces" ? Pick(random, "heading", "range") : Pick(random, Tellings);
        var isEastFirst = telling == "usual" || random.Next(2) == 0;
        var name = Pick(random, "", "J", "拐点", "number");
        var between = style == "spaces" ? "  " : Pick(random, ",", "，", "\t", "   ", "；", ", ", " | ");
        var isWide = random.Next(6) == 0;
        List<(double East, double North)> expected = [];
        List<string> lines = [];
        if (random.Next(2) == 0)
        {
            lines.Add("项目共有若干拐点，坐标如下：");
        }

        if (telling == "heading")
        {
            var (east, north) = Pick(random, ("经度", "纬度"), ("东经", "北纬"), ("lon", "lat"), ("经度(°)", "纬度(°)"), ("L", "B"));
            lines.Add((name.Length > 0 ? "点号" + between : "") + (isEastFirst ? east + between + north : north + between + east));
        }

        foreach (var (x, y) in Polygon(random, 117.2, 29.2, 0.05))
        {
            var (east, north) = (Written(random, style, x), Written(random, style, y));
            expected.Add((east.Value, north.Value));
            var (first, second) = (Marked(random, telling, true, east.Text), Marked(random, telling, false, north.Text));
            var pair = isEastFirst ? first + between + second : second + between + first;
            var start = name switch { "" => "", "number" => $"{expected.Count}{between}", _ => $"{name}{expected.Count}{between}" };
            lines.Add(start + (isWide ? Wide(pair) : pair));
        }

        // A table with nothing but coordinates is a boundary when it returns to its first position.
        if (random.Next(2) == 0 || (telling == "heading" && name.Length == 0))
        {
            lines.Add(lines[^expected.Count]);
        }

        if (random.Next(3) == 0)
        {
            lines.Add("");
            lines.Add("注：以上坐标由建设单位提供");
        }

        return IsRead(Encoded(random, string.Join(Pick(random, "\n", "\r\n"), lines)), expected, ReadBack, AxisOrder.EastFirst);
    });

    [Fact]
    public void Read_BeltInEveryWay_IsReadBack() => Properties.Hold(2_000, random =>
    {
        var prefix = Pick(random, 0, 39, 20) * 1_000_000d;
        var between = Pick(random, ",", "，", "\t", "   ", "；", " | ");
        var telling = Pick(random, "usual", "XY", "names", "signs");
        var isEastFirst = telling != "usual" && random.Next(2) == 0;
        List<(double East, double North)> expected = [];
        List<string> lines = [];
        if (telling is "XY" or "names")
        {
            var (east, north) = telling == "XY" ? ("Y坐标(m)", "X坐标(m)") : Pick(random, ("横坐标", "纵坐标"), ("东坐标", "北坐标"), ("E", "N"), ("easting", "northing"));
            lines.Add($"点号{between}" + (isEastFirst ? east + between + north : north + between + east));
        }

        foreach (var (x, y) in Polygon(random, 519_436, 3_239_212, 400))
        {
            var (east, north) = (Math.Round(x + prefix, 3), Math.Round(y, 3));
            expected.Add((east, north));
            var (first, second) = (Invariant($"{(telling == "signs" ? "Y=" : "")}{east:0.000}"), Invariant($"{(telling == "signs" ? "X=" : "")}{north:0.000}"));
            lines.Add($"J{expected.Count}{between}" + (isEastFirst ? first + between + second : second + between + first));
        }

        return IsRead(Encoded(random, string.Join('\n', lines)), expected, 0, AxisOrder.NorthFirst);
    });

    [Fact]
    public void Read_OneDamagedCoordinate_IsNeverPassedOver() => Properties.Hold(3_000, random =>
    {
        // A corner that is dropped in silence is another boundary: damage in any line of positions is refused, or leaves as many corners.
        var style = Pick(random, "plain", "marked", "han", "hyphens");
        var corners = Polygon(random, 117.2, 29.2, 0.05);
        var lines = corners.Select((c, i) => $"J{i + 1}  {Written(random, style, c.East).Text}  {Written(random, style, c.North).Text}").ToList();
        var line = random.Next(lines.Count);
        var at = 3 + random.Next(lines[line].Length - 3);
        lines[line] = lines[line][..at] + Pick(random, "O", "l", "?", "", ",", ".", " ", "x") + lines[line][Math.Min(lines[line].Length, at + 1)..];
        try
        {
            var document = Fixture.Read(Fixture.Text("拐点坐标\n" + string.Join('\n', lines)));
            return document.Features.Single().Parts.Single().Rings.Single().Count == corners.Count + 1
                ? true
                : throw new InvalidOperationException(string.Join('\n', lines));
        }
        catch (GeometryTextException)
        {
            return true;
        }
    });
}
