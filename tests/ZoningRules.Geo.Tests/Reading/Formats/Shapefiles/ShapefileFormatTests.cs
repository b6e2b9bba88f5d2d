using System.Text;
using ZoningRules.Geo.Reading;
using ZoningRules.Geo.Reading.Formats;
using ZoningRules.Problems;
using ZoningRules.Proposals;

namespace ZoningRules.Geo.Tests.Reading.Formats.Shapefiles;

public sealed class ShapefileFormatTests
{
    // Clockwise with north up, as shapefiles have shells.
    private static readonly double[] Shell = [0, 0, 0, 10, 10, 10, 10, 0, 0, 0];
    private static readonly double[] Hole = [2, 2, 8, 2, 8, 8, 2, 8, 2, 2];
    private static readonly double[] Island = [4, 4, 4, 6, 6, 6, 6, 4, 4, 4];
    private static readonly double[] Apart = [20, 0, 20, 5, 25, 5, 20, 0];

    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    private static double[] Reversed(double[] ring) => [.. ring.Chunk(2).Reverse().SelectMany(p => p)];

    private static FeatureFile Shp(params byte[][] contents) => Fixture.Named("a.shp", Bytes.Shp(5, contents));

    [Fact]
    public void Read_RingsInAnyOrderAndDirection_SortedByContainment()
    {
        var expected = Fixture.Read(Fixture.Text(
            "MULTIPOLYGON (((0 0,0 10,10 10,10 0,0 0),(2 2,8 2,8 8,2 8,2 2)),((4 4,4 6,6 6,6 4,4 4)),((20 0,20 5,25 5,20 0)))"));
        double[][] rings = [Shell, Hole, Island, Apart];
        Properties.Hold(200, random =>
        {
            var shuffled = rings.Select(r => random.Next(2) == 0 ? r : Reversed(r)).ToArray();
            random.Shuffle(shuffled);
            Fixture.SameGeometry(expected, Fixture.Read(Shp(Bytes.Parts(5, shuffled))));
            return true;
        });
    }

    [Fact]
    public void Read_WrongWayRound_IsAStep()
    {
        Assert.DoesNotContain(Fixture.Steps(Fixture.Read(Shp(Bytes.Parts(5, Shell, Hole, Island)))), s => s.Contains("wrong way", StringComparison.Ordinal));
        Assert.Contains("2 rings run the wrong way round", string.Join('\n', Fixture.Steps(Fixture.Read(Shp(Bytes.Parts(5, Reversed(Shell), Reversed(Hole), Island))))), StringComparison.Ordinal);
    }

    // A hole that touches its shell in a vertex which rounding put outside it.
    [Fact]
    public void Read_HoleWithAVertexJustOutside_StaysAHole()
    {
        var hole = new[] { Math.BitIncrement(10d), 5, 8, 6, 8, 4, Math.BitIncrement(10d), 5 };

        Assert.Equal(2, Assert.Single(Fixture.Read(Shp(Bytes.Parts(5, Shell, hole))).Features[0].Parts).Rings.Count);
    }

    // 60 rings, each inside the one before, and 60 side by side.
    [Fact]
    public void Read_ManyNestedRings_AlternateBetweenShellAndHole()
    {
        var nested = Enumerable.Range(0, 60).Select(i => new double[] { i, i, i, 200 - i, 200 - i, 200 - i, 200 - i, i, i, i }).ToArray();
        var beside = Enumerable.Range(0, 60).Select(i => new double[] { 300 + i, 0, 300 + i, 1, 301 + i, 1, 301 + i, 0, 300 + i, 0 }).ToArray();
        var parts = Fixture.Read(Shp(Bytes.Parts(5, [.. nested, .. beside]))).Features[0].Parts;

        Assert.Equal(90, parts.Count);
        Assert.Equal(30, parts.Count(p => p.Rings.Count == 2));
    }

    [Theory]
    [InlineData(1, nameof(PartKind.Point), 1)]
    [InlineData(11, nameof(PartKind.Point), 1)]
    [InlineData(21, nameof(PartKind.Point), 1)]
    [InlineData(8, nameof(PartKind.Point), 3)]
    [InlineData(18, nameof(PartKind.Point), 3)]
    [InlineData(28, nameof(PartKind.Point), 3)]
    [InlineData(3, nameof(PartKind.Line), 2)]
    [InlineData(13, nameof(PartKind.Line), 2)]
    [InlineData(23, nameof(PartKind.Line), 2)]
    [InlineData(5, nameof(PartKind.Area), 1)]
    [InlineData(15, nameof(PartKind.Area), 1)]
    [InlineData(25, nameof(PartKind.Area), 1)]
    public void Read_EachType_HasItsParts(int type, string kind, int parts)
    {
        var content = (type % 10) switch
        {
            1 => new Bytes().Little(type).Doubles(1, 2).ToArray(),
            8 => new Bytes().Little(type).Doubles(0, 0, 0, 0).Little(3).Doubles(1, 2, 3, 4, 5, 6).ToArray(),
            3 => Bytes.Parts(type, [0, 0, 1, 1], [2, 2, 3, 3]),
            _ => Bytes.Parts(type, Shell, Hole),
        };

        // Heights and measures follow the positions.
        var document = Fixture.Read(Fixture.Named("a.shp", Bytes.Shp(type, type > 10 ? [.. content, .. new Bytes().Doubles(0, 1, 7, 8, 9, 7, 8, 9).ToArray()] : content)));
        Assert.Equal(Enumerable.Repeat(kind, parts), document.Features[0].Parts.Select(p => p.Kind.ToString()));
        Assert.Equal(type > 10, document.HasHeight);
    }

    [Fact]
    public void Read_NullShape_FeatureWithoutParts() => Assert.Empty(Fixture.Read(Shp(new Bytes().Little(0).ToArray())).Features[0].Parts);

    public static TheoryData<string, byte[]> Damaged() => new()
    {
        { "length", [.. Bytes.Shp(5, Bytes.Parts(5, Shell))[..^8]] },
        { "more than the head says", [.. Bytes.Shp(5, Bytes.Parts(5, Shell)), 1, 2, 3, 4] },
        { "record longer than the file", Bytes.Shp(5, Bytes.Parts(5, Shell)).Select((b, i) => i == 107 ? (byte)0x7F : b).ToArray() },
        { "more parts than bytes", Bytes.Shp(5, new Bytes().Little(5).Doubles(0, 0, 0, 0).Little(int.MaxValue).Little(4).ToArray()) },
        { "more points than bytes", Bytes.Shp(5, new Bytes().Little(5).Doubles(0, 0, 0, 0).Little(1).Little(int.MaxValue).Little(0).ToArray()) },
        { "negative counts", Bytes.Shp(5, new Bytes().Little(5).Doubles(0, 0, 0, 0).Little(-1).Little(-1).ToArray()) },
        { "part starts backwards", Bytes.Shp(5, new Bytes().Little(5).Doubles(0, 0, 0, 0).Little(2).Little(4).Little(2).Little(0).Doubles(new double[8]).ToArray()) },
        { "part starts after the end", Bytes.Shp(5, new Bytes().Little(5).Doubles(0, 0, 0, 0).Little(1).Little(1).Little(1).Doubles(1, 1).ToArray()) },
        { "no number", Bytes.Shp(1, new Bytes().Little(1).Doubles(double.NaN, 1).ToArray()) },
        { "infinite", Bytes.Shp(1, new Bytes().Little(1).Doubles(1, double.PositiveInfinity).ToArray()) },
        { "multipatch", Bytes.Shp(31, new Bytes().Little(31).Doubles(1, 1, 1, 1).ToArray()) },
        { "unknown type", Bytes.Shp(7, new Bytes().Little(7).Doubles(1, 1).ToArray()) },
        { "wrong byte order", Bytes.Shp(5, new Bytes().Big(5).Doubles(0, 0, 0, 0).Big(1).Big(4).Big(0).BigDoubles(new double[8]).ToArray()) },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public void Read_Damaged_Refused(string what, byte[] bytes)
    {
        Assert.NotEmpty(what);
        Assert.Equal(ProblemCode.BadGeometry, Fixture.Refused(Fixture.Named("a.shp", bytes)).Code);
    }

    [Fact]
    public void Read_Crs_FromPrjOnly()
    {
        var shp = Bytes.Shp(1, new Bytes().Little(1).Doubles(117, 29).ToArray());
        var prj = File.ReadAllBytes(Path.Combine(Fixture.Folder, "areas-belt-gbk.prj"));

        Assert.IsType<StatedCrs.NotStated>(Fixture.Read(Fixture.Named("a.shp", shp)).Crs);
        Assert.IsType<StatedCrs.NotStated>(Fixture.Read(Fixture.Named("a.shp", shp, Fixture.Named("a.prj", " "u8.ToArray()))).Crs);
        Assert.IsType<StatedCrs.NotStated>(Fixture.Read(Fixture.Named("a.shp", shp, Fixture.Named("b.prj", prj))).Crs);
        Assert.Equal("EPSG:4548", Fixture.Crs(Fixture.Read(Fixture.Named("a.shp", shp, Fixture.Named("A.PRJ", prj)))));
        Assert.Contains("A.PRJ", Fixture.Refused(Fixture.Named("a.shp", shp, Fixture.Named("A.PRJ", "CGCS2000"u8.ToArray()))).Arguments[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8", "UTF-8", 0, 0)]
    [InlineData("utf-8", null, 0, 1)]
    [InlineData("gbk", "936", 0, 0)]
    [InlineData("gbk", "ANSI 936", 0, 0)]
    [InlineData("gbk", null, 0x4D, 0)]
    [InlineData("gbk", null, 0x57, 1)]
    [InlineData("gbk", "UTF-8", 0, 1)]
    [InlineData("gbk", "nonsense", 0, 1)]
    public void Read_TextInEitherEncoding_Decoded(string encoding, string? codePage, byte driver, int steps)
    {
        var written = encoding == "gbk" ? Gbk : Encoding.UTF8;
        FeatureFile[] beside = [
            Fixture.Named("a.dbf", Bytes.Dbf(written, driver, "单元名", 'C', 30, "浯溪口水库保护区")),
            .. codePage is null ? Array.Empty<FeatureFile>() : [Fixture.Named("a.cpg", Encoding.ASCII.GetBytes(codePage))],
        ];
        var document = Fixture.Read(Fixture.Named("a.shp", Bytes.Shp(1, new Bytes().Little(1).Doubles(117, 29).ToArray()), beside));

        Assert.Equal("浯溪口水库保护区", document.Features[0].Property("单元名"));
        Assert.Equal(steps, Fixture.Steps(document).Count(s => s.Contains("encod", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData('C', "a  b  ", "a  b")]
    [InlineData('C', "      ", null)]
    [InlineData('N', "  1.500", "1.5")]
    [InlineData('N', " 2.0000", "2")]
    [InlineData('N', "   -0.0", "0")]
    [InlineData('F', "1.5E+10", "1.5E+10")]
    [InlineData('N', " ******", null)]
    [InlineData('N', "    100", "100")]
    [InlineData('D', "20261101", "2026-11-01")]
    [InlineData('D', "00000000", null)]
    [InlineData('D', "2026-11-", null)]
    [InlineData('L', "T", "true")]
    [InlineData('L', "n", "false")]
    [InlineData('L', "?", null)]
    public void Read_FieldTypes_GiveText(char type, string stored, string? expected)
    {
        var dbf = Bytes.Dbf(Encoding.ASCII, 0, "F", type, stored.Length, stored);
        var document = Fixture.Read(Fixture.Named("a.shp", Bytes.Shp(1, new Bytes().Little(1).Doubles(117, 29).ToArray()), Fixture.Named("a.dbf", dbf)));

        Assert.Equal(expected, document.Features[0].Property("F"));
    }

    [Fact]
    public void Read_Memo_LeftOutWithAStep()
    {
        var dbf = Bytes.Dbf(Encoding.ASCII, 0, "NOTES", 'M', 10, "1");
        var document = Fixture.Read(Fixture.Named("a.shp", Bytes.Shp(1, new Bytes().Little(1).Doubles(117, 29).ToArray()), Fixture.Named("a.dbf", dbf)));

        Assert.Empty(document.Features[0].Properties);
        Assert.Contains(Fixture.Steps(document), s => s.Contains("`NOTES`: type M", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_DeletedRecord_LeftOutWithAStep()
    {
        var point = new Bytes().Little(1).Doubles(117, 29).ToArray();
        var dbf = Bytes.Dbf(Encoding.ASCII, 0, "F", 'C', 5, "a", "*b", "c");
        var document = Fixture.Read(Fixture.Named("a.shp", Bytes.Shp(1, point, point, point), Fixture.Named("a.dbf", dbf)));

        Assert.Equal(["a", "c"], document.Features.Select(f => f.Property("F")));
        Assert.Contains(Fixture.Steps(document), s => s.Contains("left out 1 shapes", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_TableOfAnotherFile_Refused()
    {
        var dbf = Bytes.Dbf(Encoding.ASCII, 0, "F", 'C', 5, "a", "b");
        var error = Fixture.Refused(Fixture.Named("a.shp", Bytes.Shp(1, new Bytes().Little(1).Doubles(117, 29).ToArray()), Fixture.Named("a.dbf", dbf)));

        Assert.Contains("do not belong together", error.Arguments[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FolderWithSeveral_LayerDecides()
    {
        var one = Bytes.Shp(1, new Bytes().Little(1).Doubles(117, 29).ToArray());
        var two = Bytes.Shp(1, new Bytes().Little(1).Doubles(118, 30).ToArray());
        var folder = Fixture.Named("地块.shp", one, Fixture.Named("b.shp", two), Fixture.Named("b.prj", File.ReadAllBytes(Path.Combine(Fixture.Folder, "points.prj"))));

        Assert.Equal(["*.shp", "地块, b"], Fixture.Refused(folder).Arguments);
        Assert.Equal(118, Fixture.Read(folder, "B").Features[0].Parts[0].Rings[0].First[0]);
        Assert.Equal("EPSG:4490", Fixture.Crs(Fixture.Read(folder, "b")));
        Assert.Equal("", Fixture.Crs(Fixture.Read(folder, "地块")));
    }

    [Fact]
    public void Read_ZerosAtTheEnd_NoObstacle() =>
        Assert.Single(Fixture.Read(Fixture.Named("a.shp", [.. Bytes.Shp(5, Bytes.Parts(5, Shell)), 0, 0, 0, 0])).Features);

    // Numbers at the ends of what a double holds, in rings that contain one another or not.
    [Fact]
    public void Read_ExtremePositions_DocumentOrRefusal() => Properties.Hold(2_000, random =>
    {
        double[] extremes = [0, -0d, 1, -1, double.Epsilon, double.MaxValue, -double.MaxValue, 1e154, -1e154, 1e300, 117, 3e6, Math.BitIncrement(1)];
        double[] Ring()
        {
            var numbers = Enumerable.Range(0, 2 * random.Next(1, 6)).Select(_ => extremes[random.Next(extremes.Length)]).ToArray();
            return random.Next(4) == 0 ? numbers : [.. numbers, .. numbers[..2]];
        }

        var bytes = Bytes.Shp(5, Bytes.Parts(5, [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => Ring())]));
        var site = TestLayers.Site(SiteFormat.File, "a.shp") with { Files = [new("a.shp", [.. bytes])] };
        return SiteReader.Read(site).Problems.Length > 0;
    });

    [Fact]
    public void Read_IndexAlone_SaysSo() => Assert.Contains(
        "only an index", Fixture.Refused(Fixture.Named("areas-utf8.shx", File.ReadAllBytes(Path.Combine(Fixture.Folder, "areas-utf8.shx")))).Arguments[1], StringComparison.Ordinal);

    [Fact]
    public void Read_WrongEnding_NoObstacle() =>
        Assert.Equal(3, Fixture.Read(Fixture.Named("site.geojson", File.ReadAllBytes(Path.Combine(Fixture.Folder, "areas-utf8.shp")))).Features.Count);
}
