using System.Text;
using ZoningRules.Geo.Reading;
using ZoningRules.Geo.Reading.Formats;
using ZoningRules.Geo.Reading.Formats.Tables;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Tests.Reading.Formats.Tables;

public sealed class TableFormatTests
{
    private static FeatureDocument Read(string text) => Fixture.Read(Fixture.Text(text, "site.csv"));

    private static GeometryTextException Refused(string text) => Fixture.Refused(Fixture.Text(text, "site.csv"));

    private static RawRing Ring(FeatureDocument document) => Assert.Single(Assert.Single(Assert.Single(document.Features).Parts).Rings);

    [Theory]
    [InlineData("点号,经度,纬度\nJ1,117.2,29.27\nJ2,117.3,29.27\nJ3,117.3,29.3\n", "EastFirst")]
    [InlineData("点号;经度(°);纬度(°)\nJ1;117.2;29.27\nJ2;117.3;29.27\nJ3;117.3;29.3\n", "EastFirst")]
    [InlineData("点号\t纬度\t经度\nJ1\t29.27\t117.2\nJ2\t29.27\t117.3\nJ3\t29.3\t117.3\n", "NorthFirst")]
    [InlineData("点号，经度，纬度\r\nJ1，117.2，29.27\r\nJ2，117.3，29.27\r\nJ3，117.3，29.3\r\n", "EastFirst")]
    [InlineData("拐点坐标表,,\n,,\n序号,东经,北纬\n1,117.2,29.27\n\n2,117.3,29.27\n\n3,117.3,29.3\n", "EastFirst")]
    [InlineData("点名,lon,lat,备注\n1,117.2,29.27,\"西,北\"\n2,117.3,29.27,\n3,117.3,29.3,\"两\n行\"\n", "EastFirst")]
    [InlineData("序号,经度,纬度\n1,117°12'00\"E,29°16'12\"N\n2,117°18'00\"E,29°16'12\"N\n3,117°18'00\"E,29°18'00\"N\n", "EastFirst")]
    [InlineData("序号,经度,纬度\n1,\"117°12'00\"\"\",\"29°16'12\"\"\"\n2,\"117°18'00\"\"\",\"29°16'12\"\"\"\n3,\"117°18'00\"\"\",\"29°18'00\"\"\"\n", "EastFirst")]
    [InlineData("序号,经度,纬度\n１,１１７．２,２９．２７\n２,１１７．３,２９．２７\n３,１１７．３,２９．３\n", "EastFirst")]
    [InlineData("经度,纬度\n117.2,29.27\n117.3,29.27\n117.3,29.3\n117.2,29.27\n", "EastFirst")]
    public void Read_TableOfCorners_IsTheRing(string text, string order)
    {
        var document = Read(text);
        var ring = Ring(document);
        var (east, north) = order == "EastFirst" ? (ring.First, ring.Second) : (ring.Second, ring.First);

        Assert.Equal(order, document.Order?.ToString());
        Assert.Equal([117.2, 117.3, 117.3, 117.2], east.Select(v => Math.Round(v, 12)));
        Assert.Equal([29.27, 29.27, 29.3, 29.27], north.Select(v => Math.Round(v, 12)));
        Assert.Contains("CSV", document.Steps[0].En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("点号,X坐标（m）,Y坐标（m）\nJ1,3239212.169,39519436.943\nJ2,3239212.169,39519536.943\nJ3,3239312.169,39519536.943", "NorthFirst")]
    [InlineData("点号,纵坐标(X),横坐标(Y)\nJ1,3239212.169,39519436.943\nJ2,3239212.169,39519536.943\nJ3,3239312.169,39519536.943", "NorthFirst")]
    [InlineData("点号,横坐标,纵坐标\nJ1,39519436.943,3239212.169\nJ2,39519536.943,3239212.169\nJ3,39519536.943,3239312.169", "EastFirst")]
    [InlineData("id,E,N\n1,39519436.943,3239212.169\n2,39519536.943,3239212.169\n3,39519536.943,3239312.169", "EastFirst")]
    [InlineData("点号,X,Y\nJ1,117.2,29.27\nJ2,117.3,29.27\nJ3,117.3,29.3", "EastFirst")]
    [InlineData("点号,B,L\nJ1,29.27,117.2\nJ2,29.27,117.3\nJ3,29.3,117.3", "NorthFirst")]
    [InlineData("点号;X;Y\nJ1;\"3,239,212.169\";\"39,519,436.943\"\nJ2;3239212.169;39519536.943\nJ3;3239312.169;39519536.943", "NorthFirst")]
    public void Read_Heading_GivesTheOrder(string text, string order) => Assert.Equal(order, Read(text).Order?.ToString());

    [Fact]
    public void Read_ParcelsAndRings_AreFeaturesWithHoles()
    {
        var document = Read("""
            地块编号,用途,圈号,点号,经度,纬度
            A,工业,1,J1,117.20,29.20
            ,,,J2,117.30,29.20
            ,,,J3,117.30,29.30
            ,,,J4,117.20,29.30
            ,,2,J5,117.22,29.22
            ,,,J6,117.24,29.22
            ,,,J7,117.24,29.24
            B,仓储,1,J1,118.20,29.20
            ,,,J2,118.30,29.20
            ,,,J3,118.30,29.30
            """);

        Assert.Equal(2, document.Features.Count);
        Assert.Equal([5, 4], document.Features[0].Parts.Single().Rings.Select(r => r.Count));
        Assert.Equal("A", document.Features[0].Property("地块编号"));
        Assert.Equal("仓储", document.Features[1].Property("用途"));
    }

    [Theory]
    [InlineData("名称,经度,纬度\n甲,117.2,29.27\n乙,117.3,29.27\n丙,117.3,29.3", 3)]
    [InlineData("序号,项目名称,经度,纬度\n1,甲,117.2,29.27\n2,乙,117.3,29.27\n3,丙,117.3,29.3\n4,丁,117.2,29.3", 4)]
    [InlineData("经度,纬度\n117.2,29.27\n117.3,29.27", 2)]
    public void Read_TableThatMayBePoints_IsAsked(string text, int rows)
    {
        var error = Refused(text);

        Assert.Equal(ProblemCode.AmbiguousTable, error.Code);
        Assert.Equal(["site.csv", $"{rows}"], error.Arguments);
        var points = FeatureFormats.Read(Fixture.Text(text), new(null, null, new(PositionLimit.OfSite)) { Rows = RowMeaning.Points });
        Assert.Equal(rows, points.Features.Count);
        Assert.All(points.Features, f => Assert.Equal(PartKind.Point, Assert.Single(f.Parts).Kind));
    }

    [Fact]
    public void Read_UnpairedQuotationMark_NeverSwallowsRows()
    {
        var rows = Enumerable.Range(0, 60).Select(i => $"J{i},{117 + (i / 100d)},{29 + (i * i / 10000d)},{(i == 50 ? "\"" : "")}").ToList();

        Assert.Contains("quotation mark in line 52", Refused("点号,经度,纬度,备注\n" + string.Join('\n', rows)).Arguments[1], StringComparison.Ordinal);
        Assert.Equal(31, Ring(Read("点号,经度,纬度,备注\n" + string.Join('\n', rows.Skip(30)))).Count);
    }

    [Fact]
    public void Read_OneRow_IsAPoint()
    {
        var feature = Assert.Single(Read("名称,经度,纬度\n甲,117.2,29.27").Features);

        Assert.Equal(PartKind.Point, Assert.Single(feature.Parts).Kind);
        Assert.Equal("甲", feature.Property("名称"));
    }

    [Theory]
    [InlineData("点号,经度,纬度\nJ1,117.2,29.27\nJ2,l17.3,29.27\nJ3,117.3,\nJ4,117.2,29.3", "line 3: in `经度`, `l17.3` is no coordinate; line 4: `纬度` is empty")]
    [InlineData("点号;经度;纬度\nJ1;117,2;29,27\nJ2;117,3;29,27\nJ3;117,3;29,3", "`117,2` is no coordinate")]
    [InlineData("点号;经度;纬度\nJ1;117,291;29,271\nJ2;117,3;29,27\nJ3;117,3;29,3", "a comma that may stand for thousands or for the decimal point")]
    [InlineData("点号,经度,纬度\nJ1,117.2,29.27\nJ2,117°18′,29.27\nJ3,117.3,29.3", "line 3, column 2: `117°18'` is written otherwise")]
    [InlineData("点号,经度,纬度,X,经度2\nJ1,117.2,29.27,1,2", "several columns for one direction")]
    [InlineData("点号,经度,纬度\nJ1,117.2,29.27\nJ1,117.3,29.27\nJ3,117.3,29.3", "the point name `J1`")]
    [InlineData("id,WKT\n1,POINT (117.2 29.2)\n2,POINT (117.2)\n3,POLYGON", "line 3: the WKT cannot be understood at character 13")]
    [InlineData("id,WKT\n1,SRID=4490;POINT (117.2 29.2)\n2,SRID=4548;POINT (3239212 519436)", "SRIDs")]
    public void Read_WrongCells_AreNamed(string text, string message) => Assert.Contains(message, Refused(text).Arguments[1], StringComparison.Ordinal);

    [Fact]
    public void Read_WktColumn_IsAFeatureARow()
    {
        var document = Read("编号\t几何\t备注\n1\tSRID=4548;POINT (3239212 519436)\t甲\n2\t\t乙\n3\tSRID=4548;POINT Z (3239213 519436 7)\t\n");

        Assert.Equal([1, 0, 1], document.Features.Select(f => f.Parts.Count));
        Assert.Equal("EPSG:4548", Fixture.Crs(document));
        Assert.True(document.HasHeight);
        Assert.Null(document.Order);
        Assert.Equal("乙", document.Features[1].Property("备注"));
    }

    [Fact]
    public void Read_ContradictingHeading_IsNamed() =>
        Assert.Equal(ProblemCode.AxisContradiction, Refused("点号,纬度,经度\nJ1,117.2,29.27\nJ2,117.3,29.27\nJ3,117.3,29.3").Code);

    [Theory]
    [InlineData(936)]
    [InlineData(65001)]
    [InlineData(1200)]
    public void Read_Encodings_AreKnown(int page)
    {
        var encoding = page == 1200 ? Encoding.Unicode : CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.UTF8;
        var bytes = encoding.GetBytes("点号,经度,纬度\r\n界1,117.2,29.27\r\n界2,117.3,29.27\r\n界3,117.3,29.3");
        var document = Fixture.Read(Fixture.Named("a.csv", page == 1200 ? [.. encoding.Preamble, .. bytes] : bytes));

        Assert.Equal(4, Ring(document).Count);
    }

    [Fact]
    public void Read_EverySheetOfAWorkbook_ByName()
    {
        var bytes = Workbook.Of(
            ("说明", [["项目拐点坐标"], []]),
            ("甲", [["甲地块拐点坐标表"], [], ["点号", "经度", "纬度"], ["J1", 117.2, 29.27], ["J2", 117.3, 29.27], ["J3", 117.3, 29.3]]),
            ("乙", [["点号", "X", "Y"], ["J1", 3239212.169, 39519436.943], ["J2", 3239212.169, 39519536.943], ["J3", 3239312.169, 39519536.943]]));
        var file = Fixture.Named("a.xlsx", bytes);

        Assert.Equal(ProblemCode.SeveralLayers, Fixture.Refused(file).Code);
        Assert.Equal(ProblemCode.UnknownLayer, Fixture.Refused(file, "丙").Code);
        Assert.Equal([117.2, 117.3, 117.3, 117.2], Ring(Fixture.Read(file, "甲")).First);
        Assert.Equal([39519436.943, 39519536.943, 39519536.943, 39519436.943], Ring(Fixture.Read(file, "乙")).Second);
    }

    // 点号 is merged over both rows of the heading, 坐标 over both columns; without it these would be four places.
    [Fact]
    public void Read_HeadingOfTwoRows_IsReadThroughItsMergedCells()
    {
        object[][] rows =
        [
            ["拟用地拐点坐标表（2000国家大地坐标系）"],
            ["点号", "坐标", "", "备注"],
            ["", "经度", "纬度", ""],
            ["J1", 117.2, 29.3, "埋石"],
            ["J2", 117.202, 29.3, ""],
            ["J3", 117.202, 29.302, ""],
            ["J4", 117.2, 29.302, ""],
        ];

        var feature = Assert.Single(Fixture.Read(new("拐点.xlsx", Workbook.Of(("Sheet1", rows)), []), null).Features);
        Assert.Equal(PartKind.Area, Assert.Single(feature.Parts).Kind);
        Assert.Equal("埋石", feature.Property("备注"));
    }

    [Fact]
    public void Read_SheetWithoutHeading_IsReadAsAList()
    {
        var bytes = Workbook.Of(("Sheet1", [["J1", 117.2, 29.27], ["J2", 117.3, 29.27], ["J3", 117.3, 29.3]]));

        Assert.Equal([117.2, 117.3, 117.3, 117.2], Ring(Fixture.Read(Fixture.Named("a.xlsx", bytes))).First);
    }

    [Fact]
    public void Read_SmallNumbersInASheet_KeepTheirDigits()
    {
        var bytes = Workbook.Of(("Sheet1", [["点号", "经度", "纬度"], ["J1", 117.2, 0.00001], ["J2", 117.3, 0.00001], ["J3", 117.3, 1]]));

        Assert.Equal([0.00001, 0.00001, 1, 0.00001], Ring(Fixture.Read(Fixture.Named("a.xlsx", bytes))).Second);
    }
}
