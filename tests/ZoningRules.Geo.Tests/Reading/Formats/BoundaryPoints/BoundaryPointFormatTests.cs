using System.Text;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Reading;
using ZoningRules.Geo.Reading.Formats;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Tests.Reading.Formats.BoundaryPoints;

public sealed class BoundaryPointFormatTests
{
    private const string Header = """
        [属性描述]
        格式版本号=1.01版本
        数据产生单位=某某测绘院
        数据产生日期=2026-11-01
        坐标系=2000国家大地坐标系
        几度分带=3
        投影类型=高斯克吕格
        计量单位=米
        带号=39
        精度=0.001
        转换参数=0,0,0,0,0,0,0

        """;

    private const string Parcel = """
        [地块坐标]
        5,1.0000,1,地块一,面,H50G012034,工业用地,0601,@
        J1,1,3239212.169,39519436.943
        J2,1,3239212.169,39519536.943
        J3,1,3239312.169,39519536.943
        J4,1,3239312.169,39519436.943
        J1,1,3239212.169,39519436.943

        """;

    private const string Good = Header + Parcel;

    private static FeatureDocument Read(string text) => Fixture.Read(Fixture.Text(text));

    private static GeometryTextException Refused(string text) => Fixture.Refused(Fixture.Text(text));

    [Fact]
    public void Read_WholeFile_HasEverything()
    {
        var document = Read(Good);
        var feature = Assert.Single(document.Features);
        var ring = Assert.Single(Assert.Single(feature.Parts).Rings);

        Assert.Equal("EPSG:4527", Fixture.Crs(document));
        Assert.Equal(AxisOrder.NorthFirst, document.Order);
        Assert.Equal([3239212.169, 3239212.169, 3239312.169, 3239312.169, 3239212.169], ring.First);
        Assert.Equal([39519436.943, 39519536.943, 39519536.943, 39519436.943, 39519436.943], ring.Second);
        Assert.Equal("地块一", feature.Property("地块名称"));
        Assert.Equal("1", feature.Property("地块编号"));
        Assert.Equal("工业用地", feature.Property("地块用途"));
        Assert.Equal("0601", feature.Property("地类编码"));
        Assert.Equal("H50G012034", feature.Property("图幅号"));
        Assert.Equal("1.0000", feature.Property("地块面积"));
        Assert.Contains(document.Steps, s => s.Zh.Contains("界址点坐标交换格式", StringComparison.Ordinal));
        Assert.DoesNotContain(document.Steps, s => s.En.Contains("states", StringComparison.Ordinal) && s.En.Contains("ha", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_AnyEncodingAndLineEnding_IsTheSame()
    {
        var chinese = CodePagesEncodingProvider.Instance.GetEncoding(936)!;
        var crlf = Good.ReplaceLineEndings("\r\n");
        byte[][] files =
        [
            Encoding.UTF8.GetBytes(crlf), chinese.GetBytes(Good), chinese.GetBytes(crlf), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Good)],
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(crlf)],
        ];
        foreach (var bytes in files)
        {
            var document = Fixture.Read(Fixture.Named("site.txt", bytes));

            Fixture.SameGeometry(Read(Good), document);
            Assert.Equal("地块一", document.Features[0].Property("地块名称"));
        }
    }

    [Theory]
    [InlineData("", "", "EPSG:4527")]
    [InlineData(",395", ",5", "EPSG:4548")]
    [InlineData("几度分带=3\n", "", "EPSG:4527")]
    [InlineData("带号=39\n", "", "EPSG:4527")]
    [InlineData("带号=39", "带号=", "EPSG:4527")]
    [InlineData("投影类型=高斯克吕格\n", "", "EPSG:4527")]
    [InlineData("转换参数=0,0,0,0,0,0,0\n", "", "EPSG:4527")]
    [InlineData("2000国家大地坐标系", "CGCS2000", "EPSG:4527")]
    [InlineData("2000国家大地坐标系", "1980西安坐标系", "EPSG:2363")]
    [InlineData("2000国家大地坐标系", "80国家大地坐标系", "EPSG:2363")]
    [InlineData("2000国家大地坐标系", "1954年北京坐标系", "EPSG:2415")]
    [InlineData("2000国家大地坐标系", "景德镇地方坐标系", "景德镇地方坐标系")]
    [InlineData("坐标系=2000国家大地坐标系\n", "", "")]
    [InlineData("=", " = ", "EPSG:4527")]
    [InlineData(",", "，", "EPSG:4527")]
    [InlineData("带号=39\n", "中央子午线=117\n", "EPSG:4527")]
    public void Read_Header_GivesTheSystem(string old, string replacement, string crs) =>
        Assert.Equal(crs, Fixture.Crs(Read(old.Length == 0 ? Good : Good.Replace(old, replacement, StringComparison.Ordinal))));

    [Fact]
    public void Read_SixDegreeBelt_IsKnownByItsZone()
    {
        var six = Good.Replace("几度分带=3", "几度分带=6", StringComparison.Ordinal).Replace("带号=39", "带号=20", StringComparison.Ordinal);

        Assert.Equal("EPSG:4498", Fixture.Crs(Read(six.Replace(",39", ",20", StringComparison.Ordinal))));
        Assert.Equal("EPSG:4509", Fixture.Crs(Read(six.Replace(",395", ",5", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("带号=39", "带号=38", "带号 (zone) is 38, but Y in line 14 begins with 39")]
    [InlineData("几度分带=3", "几度分带=6", "but zone 39 is of the 3-degree belts")]
    [InlineData("几度分带=3", "几度分带=1.5", "must be a whole number")]
    [InlineData("计量单位=米", "计量单位=千米", "not 米 (metres)")]
    [InlineData("投影类型=高斯克吕格", "投影类型=墨卡托", "only Gauss-Kruger")]
    [InlineData("J3,1,3239312.169,39519536.943", "J3,1,3239312.169,519536.943", "Y in line 16 carries no zone, but Y in line 14 carries 39")]
    [InlineData("带号=39", "带号=39\n带号=38", "`带号` differs between lines 9 and 10")]
    public void Read_HeaderContradictsItself_Named(string old, string replacement, string message)
    {
        var error = Refused(Good.Replace(old, replacement, StringComparison.Ordinal));

        Assert.Equal(ProblemCode.BoundaryHeader, error.Code);
        Assert.Contains(message, error.Arguments[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoZoneAnywhere_IsAsked() =>
        Assert.Equal(
            ProblemCode.BoundaryHeader,
            Refused(Good.Replace("带号=39\n", "", StringComparison.Ordinal).Replace(",395", ",5", StringComparison.Ordinal)).Code);

    [Theory]
    [InlineData("J2,1,3239212.169,39519536.943", "J2,1,3239212.l69,39519536.943", "line 15: X `3239212.l69`")]
    [InlineData("J2,1,3239212.169,39519536.943", "J2,1,3239212.169", "line 15: expected point name")]
    [InlineData("J2,1,3239212.169,39519536.943", "J2,A,3239212.169,39519536.943", "line 15: the ring is no whole number")]
    [InlineData("J2,1,3239212.169,39519536.943\n", "", "states 5 points and has 4")]
    [InlineData("5,1.0000,1,地块一,面,H50G012034,工业用地,0601,@\n", "", "no parcel line ending in @")]
    [InlineData("地块一,面", "地块一,圆", "the shape must be")]
    [InlineData("5,1.0000", "五,1.0000", "the number of points is no whole number")]
    [InlineData("5,1.0000", "5,1.0ha", "the area is no number")]
    [InlineData("[地块坐标]", "[地块界址]", "unknown section")]
    public void Read_WrongLine_IsNamed(string old, string replacement, string message)
    {
        var error = Refused(Good.Replace(old, replacement, StringComparison.Ordinal));

        Assert.Equal(ProblemCode.BadGeometry, error.Code);
        Assert.Contains(message, error.Arguments[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SeveralWrongLines_AllNamed()
    {
        var error = Refused(Good.Replace("J2,1,3239212.169", "J2,1,?", StringComparison.Ordinal).Replace("J4,1,3239312.169", "J4,1,1e6", StringComparison.Ordinal));

        Assert.Contains("line 15", error.Arguments[1], StringComparison.Ordinal);
        Assert.Contains("line 17", error.Arguments[1], StringComparison.Ordinal);
        Assert.Contains("第 15 行", error.Arguments[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SeveralParcelsWithHolesAndParts_AreSorted()
    {
        var document = Read(Header + """
            [地块坐标]
            10,0.84,1,带岛,面,,,,@
            J1,1,3239200,39519400
            J2,1,3239200,39519500
            J3,1,3239300,39519500
            J4,1,3239300,39519400
            J1,1,3239200,39519400
            J5,2,3239230,39519430
            J6,2,3239230,39519470
            J7,2,3239270,39519470
            J8,2,3239270,39519430
            J5,2,3239230,39519430
            4,,2,两片,,,,,@
            J1,1,3239200,39520400
            J2,1,3239200,39520500
            J3,1,3239300,39520500
            J1,1,3239200,39520400
            J5,2,3239230,39521430
            J6,2,3239230,39521470
            J7,2,3239270,39521470
            """.Replace("4,,2", "7,,2", StringComparison.Ordinal));

        Assert.Equal(2, Assert.Single(document.Features[0].Parts).Rings.Count);
        Assert.Equal([1, 1], document.Features[1].Parts.Select(p => p.Rings.Count));
        Assert.Contains(document.Steps, s => s.En.Contains("parcel `两片`: ring 2 did not return", StringComparison.Ordinal));
        Assert.DoesNotContain(document.Steps, s => s.En.Contains(" ha", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("5,1.0200", "states 1.02 ha, its points give 1 ha; the points count")]
    [InlineData("5,10000", "looks like square metres")]
    [InlineData("5,15.0", "looks like mu")]
    public void Read_StatedAreaDiffers_IsAStep(string title, string message) =>
        Assert.Contains(Read(Good.Replace("5,1.0000", title, StringComparison.Ordinal)).Steps, s => s.En.Contains(message, StringComparison.Ordinal));

    [Theory]
    [InlineData("1.0099")]
    [InlineData("0.9901")]
    public void Read_StatedAreaNearlyRight_IsNoStep(string area) =>
        Assert.DoesNotContain(Read(Good.Replace("5,1.0000", $"5,{area}", StringComparison.Ordinal)).Steps, s => s.En.Contains("the points count", StringComparison.Ordinal));

    [Fact]
    public void Read_PointsAndLines_AreSuch()
    {
        Assert.Equal([PartKind.Line], Read(Good.Replace("一,面", "一,线", StringComparison.Ordinal)).Features[0].Parts.Select(p => p.Kind));
        Assert.Equal(5, Read(Good.Replace("一,面", "一,点", StringComparison.Ordinal)).Features[0].Parts.Count(p => p.Kind == PartKind.Point));
    }

    [Fact]
    public void Read_Degrees_AreNorthThenEast()
    {
        var document = Read("""
            [属性描述]
            坐标系=2000国家大地坐标系
            计量单位=度
            [地块坐标]
            ,,,,,,,@
            J1,1,29.27,117.2
            J2,1,29.27,117.21
            J3,1,29.28,117.21
            """);

        Assert.Equal("EPSG:4490", Fixture.Crs(document));
        Assert.Equal(AxisOrder.NorthFirst, document.Order);
    }

    [Theory]
    [InlineData("[属性描述]")]
    [InlineData("[地块坐标]")]
    [InlineData("[属性描述]\n坐标系=2000国家大地坐标系\n[地块坐标]\n")]
    public void Read_NoParcel_IsEmpty(string text) => Assert.Equal(ProblemCode.EmptyGeometry, Refused(text).Code);
}
