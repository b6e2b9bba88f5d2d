using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using ZoningRules.Geo.Reading;

namespace ZoningRules.Geo.Tests.Reading;

/// <summary>The reader for large files says what the reader for all says, or nothing.</summary>
public sealed class PlainFeatureCollectionTests
{
    private static readonly FrozenSet<string> Wanted = FrozenSet.Create(StringComparer.Ordinal, "name", "kind");

    [Fact]
    public void Read_UsualCollections_GivesWhatTheOtherReaderGives() => Properties.Hold(200, dice =>
    {
        var text = Collection(dice, usual: true);

        var read = PlainFeatureCollection.Read(text, Wanted, int.MaxValue);

        Assert.NotNull(read);
        Assert.Equal(Shown(GeoJsonReader.Read(text, Wanted, new(int.MaxValue))), Shown(read));
        return true;
    });

    [Fact]
    public void Read_UnusualAndBrokenCollections_GivesWhatTheOtherReaderGivesOrNothing()
    {
        var read = 0;
        Properties.Hold(4000, dice =>
        {
            var text = Collection(dice, usual: dice.Next(2) == 0);
            for (var i = dice.Next(3); i > 0; i--)
            {
                text = Broken(text, dice);
            }

            if (PlainFeatureCollection.Read(text, Wanted, int.MaxValue) is { } document)
            {
                read++;
                Assert.True(Same(text, document), Encoding.Latin1.GetString(text));
            }

            return true;
        });
        Assert.InRange(read, 500, 3900);
    }

    [Theory]
    [InlineData("117.5")]
    [InlineData("-0")]
    [InlineData("0.1")]
    [InlineData("9007199254740993")]
    [InlineData("117.20000000000000284")]
    [InlineData("123456789012345678")]
    [InlineData("0.000000000000000001")]
    [InlineData("12345678901234567890.5")]
    [InlineData("-4503599627370497.5")]
    public void Positions_NumbersOfAnyLength_AreTheNearestDoubles(string number)
    {
        var positions = new NestedPositions();
        var text = Encoding.UTF8.GetBytes($"[{number},1]");

        Assert.Equal(text.Length, PlainPositions.Read([.. text, (byte)'}'], positions) + (positions.First.Count == 1 ? 0 : 1));

        var exact = double.Parse(number, CultureInfo.InvariantCulture);
        Assert.Equal(BitConverter.DoubleToInt64Bits(exact), BitConverter.DoubleToInt64Bits(positions.First.Single()));
    }

    [Fact]
    public void Positions_RandomNumbers_AreTheNearestDoubles()
    {
        var dice = new Random(7);
        for (var turn = 0; turn < 200_000; turn++)
        {
            var digits = dice.NextInt64(0, (long)Math.Pow(10, dice.Next(1, 18))).ToString(CultureInfo.InvariantCulture);
            var point = dice.Next(1, digits.Length + 1);
            var number = point == digits.Length ? digits : point > 1 && digits[0] == '0' ? $"0.{digits}" : $"{digits[..point]}.{digits[point..]}";
            var positions = new NestedPositions();
            Assert.True(PlainPositions.Read(Encoding.UTF8.GetBytes($"[{number},1]"), positions) > 0, number);
            Assert.Equal(double.Parse(number, CultureInfo.InvariantCulture), positions.First.Single());
        }
    }

    [Theory]
    [InlineData("[1e3,1]")]
    [InlineData("[01,1]")]
    [InlineData("[1.,1]")]
    [InlineData("[.5,1]")]
    [InlineData("[+1,1]")]
    [InlineData("[-,1]")]
    [InlineData("[1]")]
    [InlineData("[1,2,3,4]")]
    [InlineData("[[1,2],[[3,4]]]")]
    [InlineData("[[1,2],3]")]
    [InlineData("[[1,2],]")]
    [InlineData("[[],[1,2]]")]
    [InlineData("[]")]
    [InlineData("[1,2")]
    [InlineData("[null,2]")]
    public void Positions_AnythingElse_AreForTheOtherReader(string text) => Assert.Equal(-1, PlainPositions.Read(Encoding.UTF8.GetBytes(text), new()));

    [Fact]
    public void Read_MorePositionsThanAllowed_IsForTheOtherReader()
    {
        var text = Collection(new(5), usual: true);
        var count = GeoJsonReader.Read(text, Wanted, new(int.MaxValue)).Features.Sum(f => f.Parts.Sum(p => p.Rings.Sum(r => r.Count)));

        Assert.NotNull(PlainFeatureCollection.Read(text, Wanted, count));
        Assert.Null(PlainFeatureCollection.Read(text, Wanted, count - 1));
    }

    private static bool Same(byte[] text, FeatureDocument document)
    {
        try
        {
            return Shown(GeoJsonReader.Read(text, Wanted, new(int.MaxValue))) == Shown(document);
        }
        catch (GeometryTextException)
        {
            return false;
        }
    }

    private static byte[] Broken(byte[] text, Random dice)
    {
        var at = dice.Next(text.Length);
        return dice.Next(4) switch
        {
            0 => [.. text[..at], .. text[(at + 1)..]],
            1 => [.. text[..at], "{}[],:\"\\0 \n-.e"u8[dice.Next(14)], .. text[at..]],
            2 => text[..at],
            _ => [.. text[..at], (byte)dice.Next(256), .. text[(at + 1)..]],
        };
    }

    private static byte[] Collection(Random dice, bool usual)
    {
        var members = new List<string>
        {
            "\"type\":\"FeatureCollection\"",
            $"\"features\":[{Space(dice)}{string.Join($"{Space(dice)},{Space(dice)}", Enumerable.Range(0, dice.Next(1, 12)).Select(_ => Feature(dice, usual)))}{Space(dice)}]",
        };
        if (dice.Next(2) == 0)
        {
            members.Add("\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4548\"}}");
        }

        if (dice.Next(2) == 0)
        {
            members.Add("\"foreign\":{\"features\":[1,{\"a\":\"}]\\\"\"}]}");
        }

        if (!usual && dice.Next(4) == 0)
        {
            members.Add(((string[])["\"features\":[]", "\"crs\":null", "\"bbox\":[1,2]", "\"type\":\"Feature\"", "\"geometry\":null"])[dice.Next(5)]);
        }

        var shuffled = members.OrderBy(_ => dice.Next()).ToArray();
        return [.. dice.Next(3) == 0 ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes($"{{{Space(dice)}{string.Join($",{Space(dice)}", shuffled)}}}{Space(dice)}")];
    }

    private static string Feature(Random dice, bool usual)
    {
        List<string> members =
        [
            "\"type\":\"Feature\"",
            $"\"properties\":{((string[])["null", "{}", "{\"name\":\"甲}\\\"{\",\"other\":[{}]}", "{\"name\":[\"a\",3,true],\"kind\":1.50}"])[dice.Next(4)]}",
            $"\"geometry\":{(dice.Next(8) == 0 ? "null" : Geometry(dice))}",
        ];
        if (dice.Next(3) == 0)
        {
            members.Add("\"id\":\"{\\\\\"");
        }

        if (!usual && dice.Next(3) == 0)
        {
            members.Add(((string[])[
                "\"crs\":null", "\"properties\":{}", "\"geometry\":null", "\"type\":\"Feature\"", "\"coordinates\":[1,2]",
                "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4490\"}}"])[dice.Next(6)]);
        }

        return $"{{{string.Join(',', members.OrderBy(_ => dice.Next()))}}}";
    }

    private static string Geometry(Random dice)
    {
        var (type, depth) = ((string, int)[])[("Point", 0), ("MultiPoint", 1), ("LineString", 1), ("MultiLineString", 2), ("Polygon", 2), ("MultiPolygon", 3)] is var all
            ? all[dice.Next(all.Length)]
            : default;
        string[] members = [$"\"type\":\"{type}\"", $"\"coordinates\":{Space(dice)}{Nested(dice, depth)}", .. dice.Next(4) == 0 ? ["\"bbox\":[0,0,1,1]"] : Array.Empty<string>()];
        return $"{{{string.Join(',', members.OrderBy(_ => dice.Next()))}}}";
    }

    private static string Nested(Random dice, int depth) => depth == 0
        ? $"[{Space(dice)}{Number(dice)},{Number(dice)}{(dice.Next(9) == 0 ? ",12.5" : "")}{Space(dice)}]"
        : $"[{string.Join($"{Space(dice)},", Enumerable.Range(0, dice.Next(1, 5)).Select(_ => Nested(dice, depth - 1)))}]";

    private static string Number(Random dice) => dice.Next(4) switch
    {
        0 => dice.Next(-200, 200).ToString(CultureInfo.InvariantCulture),
        1 => (dice.NextDouble() * 180).ToString("R", CultureInfo.InvariantCulture) is var text && !text.Contains('E', StringComparison.Ordinal) ? text : "7.25",
        _ => (dice.NextDouble() * 500_000).ToString("0.###", CultureInfo.InvariantCulture),
    };

    private static string Space(Random dice) => ((string[])["", "", "", " ", "\n", "\r\n\t "])[dice.Next(6)];

    private static string Shown(FeatureDocument document) => string.Join('\n', document.Features.Select(Shown).Prepend($"{document.Crs} {document.HasHeight} {string.Join(';', document.Steps.Select(s => s.En))}"));

    private static string Shown(Feature feature) => string.Join(
        " | ",
        feature.Properties.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={string.Join(',', p.Value)}")
            .Concat(feature.Parts.Select(p => $"{p.Kind}: {string.Join(" / ", p.Rings.Select(r => string.Join(' ', r.First.Zip(r.Second).Select(q => FormattableString.Invariant($"{q.First:R},{q.Second:R}")))))}")));
}
