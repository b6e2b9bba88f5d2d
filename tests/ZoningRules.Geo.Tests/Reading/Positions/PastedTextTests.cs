using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Reading;
using ZoningRules.Geo.Reading.Positions;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Tests.Reading.Positions;

public sealed class PastedTextTests
{
    private const double Tiny = 1e-12;

    private static PositionList Boundary(string text) => PastedText.ReadBoundary(text, new(PositionLimit.OfSite));

    private static GeometryTextException Refused(string text) => Assert.Throws<GeometryTextException>(() => Boundary(text));

    private static string Message(string text) => Refused(text).Arguments[1];

    [Theory]
    [InlineData("J1  29°16′12.5″  117°12′00.3″", 29 + (16 / 60d) + (12.5 / 3600), 117 + (12 / 60d) + (0.3 / 3600), "NorthFirst")]
    [InlineData("117°12′00″E 29°16′12″N", 117.2, 29.27, "EastFirst")]
    [InlineData("E117°12′00″, N29°16′12″", 117.2, 29.27, "EastFirst")]
    [InlineData("北纬29度16分12秒，东经117度12分0秒", 29.27, 117.2, "NorthFirst")]
    [InlineData("N 29.27 E 117.2", 29.27, 117.2, "NorthFirst")]
    [InlineData("117.2E 29.27N", 117.2, 29.27, "EastFirst")]
    [InlineData("拐点1：117-12-00，29-16-12", 117.2, 29.27, "EastFirst")]
    [InlineData("1、117:12:00；29:16:12", 117.2, 29.27, "EastFirst")]
    [InlineData("1 117 12 00 29 16 12", 117.2, 29.27, "EastFirst")]
    [InlineData("１１７°１２′００″　２９°１６′１２″", 117.2, 29.27, "EastFirst")]
    [InlineData("117º12’00” 29º16’12”", 117.2, 29.27, "EastFirst")]
    [InlineData("117°12'00'' 29°16'12''", 117.2, 29.27, "EastFirst")]
    [InlineData("117°12′00 29°16′12", 117.2, 29.27, "EastFirst")]
    [InlineData("117° 12′ 00″ , 29° 16′ 12″", 117.2, 29.27, "EastFirst")]
    [InlineData("117°12.0′ 29°16.2′", 117.2, 29.27, "EastFirst")]
    [InlineData("117.2° 29.27°", 117.2, 29.27, "EastFirst")]
    [InlineData("117°12′0″.0 29°16′12″.00", 117.2, 29.27, "EastFirst")]
    [InlineData("J1,3239212.169,39519436.943", 3239212.169, 39519436.943, null)]
    [InlineData("J1：X=3239212.169，Y=39519436.943", 3239212.169, 39519436.943, "NorthFirst")]
    [InlineData("J1 Y=39519436.943米 X=3239212.169米", 39519436.943, 3239212.169, "EastFirst")]
    [InlineData("| J1 | 117.2 | 29.27 |", 117.2, 29.27, null)]
    [InlineData("1. 117.2, 29.27", 117.2, 29.27, null)]
    [InlineData("(1) 117.2, 29.27", 117.2, 29.27, null)]
    [InlineData("1# 117.2 29.27", 117.2, 29.27, null)]
    [InlineData("1号 117.2 29.27", 117.2, 29.27, null)]
    [InlineData("**A-1** 117.2 29.27 西北角", 117.2, 29.27, null)]
    [InlineData("- J1 (117.2, 29.27)", 117.2, 29.27, null)]
    public void ReadPoint_UsualMarks_AreUnderstood(string text, double first, double second, string? order)
    {
        var list = PastedText.ReadPoint(text);
        var row = Assert.Single(Assert.Single(list.Parcels).Rows);

        Assert.Equal(first, row.First.Number, Tiny);
        Assert.Equal(second, row.Second.Number, Tiny);
        Assert.Equal(order, list.Order?.ToString());
    }

    [Theory]
    [InlineData("中心坐标：东经117°12′00″，北纬29°16′12″。")]
    [InlineData("项目位于东经117°12′00″，北纬29°16′12″")]
    [InlineData("厂址中心经纬度为117.2°，29.27°")]
    public void ReadPoint_InASentence_IsFound(string text) => Assert.Equal(AxisOrder.EastFirst, PastedText.ReadPoint(text).Order);

    [Theory]
    [InlineData("117°60′00″ 29°16′12″", "60 or more minutes")]
    [InlineData("117°12′60″ 29°16′12″", "60 or more minutes")]
    [InlineData("117.5°12′ 29°16′12″", "fraction")]
    [InlineData("217°12′00″ 29°16′12″", "180")]
    [InlineData("117°12 29°16", "sign of minutes")]
    [InlineData("3.95194E+07 3.2392E+06", "scientific notation")]
    [InlineData("117°12′O0″ 29°16′12″", "`117°12'O0\"`")]
    [InlineData("117.2.5 29.27", "`117.2.5`")]
    [InlineData("3,239,212.169 39,519,436.943", "expected two")]
    [InlineData("117.2", "expected two")]
    [InlineData("117.2 29.27 35.5", "expected two")]
    [InlineData("117.2 29.27, 117.3 29.28", "expected two")]
    public void ReadPoint_WrongNumber_SaysWhat(string text, string message) =>
        Assert.Contains(message, Assert.Throws<GeometryTextException>(() => PastedText.ReadPoint(text)).Arguments[1], StringComparison.Ordinal);

    [Fact]
    public void ReadBoundary_WordTable_IsRead()
    {
        var list = Boundary("""
            附件：某某项目（占地 1.2 公顷）
            表3 拐点坐标如下：
            序号	纬度	经度	备注
            J1	29°16′12.5″	117°12′00.3″	西北角
            J2	29°16′12.5″	117°12′30.3″
            J3	29°15′42.5″	117°12′30.3″
            J4	29°15′42.5″	117°12′00.3″
            J1	29°16′12.5″	117°12′00.3″
            注：坐标系为 2000 国家大地坐标系。
            """);

        Assert.Equal(AxisOrder.NorthFirst, list.Order);
        Assert.Equal(5, Assert.Single(Assert.Single(Assert.Single(list.Parcels).Parts).Rings).Count);
        Assert.Contains(list.Steps, s => s.En.StartsWith("passed over 3 lines", StringComparison.Ordinal));
        Assert.Contains(list.Steps, s => s.En.StartsWith("by the heading: north", StringComparison.Ordinal));
        Assert.DoesNotContain(list.Steps, s => s.En.Contains("was closed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("点号 度.分秒 经度 纬度\n1 117.1200 29.1612\n2 117.1230 29.1612\n3 117.1230 29.1642", 117.2, 29.27)]
    [InlineData("经度(DDD.MMSS)\t纬度(DD.MMSS)\n117.1200\t29.1612\n117.123\t29.1612\n117.1230\t29.1642", 117.2, 29.27)]
    [InlineData("经度\t纬度\n117.1200\t29.1612\n117.123\t29.1612\n117.1230\t29.1642", 117.12, 29.1612)]
    public void ReadBoundary_PackedDegrees_OnlyWhenTheHeadingSaysSo(string text, double first, double second)
    {
        var row = Boundary(text).Parcels[0].Rows[0];

        Assert.Equal(first, row.First.Number, Tiny);
        Assert.Equal(second, row.Second.Number, Tiny);
    }

    [Fact]
    public void ReadBoundary_PackedMinutesOverSixty_AreRefused() =>
        Assert.Contains("line 3, column 1: `117.6230` (DDD.MMSS) has 60", Message("经度(DDD.MMSS)\t纬度(DD.MMSS)\n117.1200\t29.1612\n117.6230\t29.1612\n117.1230\t29.1642"), StringComparison.Ordinal);

    [Theory]
    [InlineData("117.2 29.27\n117.3 29.27\n117.3 29.3\n117.2 29.27\n117.21 29.275\n117.28 29.275\n117.28 29.28\n117.21 29.275", 1, 2)]
    [InlineData("117.2 29.27\n117.3 29.27\n117.3 29.3\n117.2 29.27\n118.21 29.275\n118.28 29.275\n118.28 29.28\n118.21 29.275", 2, 2)]
    [InlineData("117.2 29.27\n117.3 29.27\n117.3 29.3\n\n117.21 29.275\n117.28 29.275\n117.28 29.28", 1, 2)]
    [InlineData("外环\n117.2 29.27\n117.3 29.27\n117.3 29.3\n内环1：\n117.21 29.275\n117.28 29.275\n117.28 29.28", 1, 2)]
    [InlineData("117.2 29.27\n\n117.3 29.27\n\n117.3 29.3\n\n117.2 29.27", 1, 1)]
    [InlineData("点号 圈号 经度 纬度\n1 1 117.2 29.27\n2 1 117.3 29.27\n3 1 117.3 29.3\n1 2 117.21 29.275\n2 2 117.28 29.275\n3 2 117.28 29.28", 1, 2)]
    public void ReadBoundary_SeveralRings_AreSorted(string text, int parts, int rings)
    {
        var parcel = Assert.Single(Boundary(text).Parcels);

        Assert.Equal(parts, parcel.Parts.Count);
        Assert.Equal(rings, parcel.Parts.Sum(p => p.Rings.Count));
    }

    [Theory]
    [InlineData("地块一：\nJ1 117.2 29.27\nJ2 117.3 29.27\nJ3 117.3 29.3\n地块二：\nJ1 118.21 29.275\nJ2 118.28 29.275\nJ3 118.28 29.28")]
    [InlineData("地块,点号,经度,纬度\nA,J1,117.2,29.27\nA,J2,117.3,29.27\nA,J3,117.3,29.3\nB,J1,118.21,29.275\nB,J2,118.28,29.275\nB,J3,118.28,29.28")]
    public void ReadBoundary_SeveralParcels_AreApart(string text) => Assert.Equal(2, Boundary(text).Parcels.Count);

    [Theory]
    [InlineData("117.2, 29.27\n117.3, 29.27\n117.3, 29.3", null)]
    [InlineData("29.27, 117.2\n29.27, 117.3\n29.3, 117.3", null)]
    [InlineData("29.27°, 117.2°\n29.27°, 117.3°\n29.3°, 117.3°", "NorthFirst")]
    [InlineData("X Y\n117.2 29.27\n117.3 29.27\n117.3 29.3", "EastFirst")]
    [InlineData("X Y\n3239212 39519436\n3239212 39519536\n3239312 39519536", "NorthFirst")]
    [InlineData("东坐标 北坐标\n39519436 3239212\n39519536 3239212\n39519536 3239312", "EastFirst")]
    [InlineData("Y X\n39519436 3239212\n39519536 3239212\n39519536 3239312", "EastFirst")]
    [InlineData("lat lon\n29.27 117.2\n29.27 117.3\n29.3 117.3", "NorthFirst")]
    [InlineData("拐点坐标（经度，纬度）：\n117.2 29.27\n117.3 29.27\n117.3 29.3", "EastFirst")]
    public void ReadBoundary_Order_MarksThenHeadingThenRange(string text, string? order) => Assert.Equal(order, Boundary(text).Order?.ToString());

    [Theory]
    [InlineData("纬度 经度\n117.2 29.27\n117.3 29.27\n117.3 29.3")]
    [InlineData("经度 纬度\nN29.27° E117.2°\nN29.27° E117.3°\nN29.3° E117.3°")]
    [InlineData("E29.27° N117.2°\nE29.27° N117.3°\nE29.3° N117.3°")]
    public void ReadBoundary_AxesContradictEachOther_SaysSo(string text)
    {
        var error = Refused(text);

        Assert.Equal(ProblemCode.AxisContradiction, error.Code);
        Assert.Equal(6, error.Arguments.Count);
    }

    [Theory]
    [InlineData("J1 29°16′12″ 117°12′00″\nJ2 29°16′12″ 117°12′O0″\nJ3 29°17′12″ 117°12′00″\nJ4 29°17′12″ 117°13′00″", "line 2, column 14")]
    [InlineData("J1 29°16′12″ 117°12′O0″\nJ2 29°16′12″ 117°13′00″\nJ3 29°17′12″ 117°12′00″\nJ4 29°17′12″ 117°13′00″", "line 1, column 14")]
    [InlineData("J1 29.27 117.2\nJ2 29.27\nJ3 29.28 117.2\nJ4 29.28 117.3", "line 2, column 1: expected two")]
    [InlineData("117.2, 29.27\n117.3, x\n117.3, 29.3\n117.2, 29.3", "line 2, column 1")]
    [InlineData("117.2 29.27\n117.3 29.27\n117°18′ 29°18′\n117.2 29.3", "line 3, column 1: `117°18'` is written otherwise")]
    [InlineData("J1 117.2 29.27\nJ2 117.3 29.27\nJ3 117.3 29.3\nJ1 117.2 29.4", "line 4: the point name `J1`")]
    [InlineData("117.2 29.27 J2 117.3 29.27\n117.3 29.3 J4 117.2 29.3\n117.3 29.3", "one point a line")]
    [InlineData("序号 经度 纬度 序号 经度 纬度\n1 117.2 29.27 2 117.3 29.27\n", "side by side")]
    [InlineData("117.2, 29.27, 35\n117.3, 29.27, 36\n117.3, 29.3, 36", "three numbers")]
    [InlineData("拐点 经度 纬度\n1 117.2 29.27\n2 117.3 29.27", "fewer than three")]
    [InlineData("no numbers at all", "expected two")]
    public void ReadBoundary_BrokenLine_IsNamed(string text, string message) => Assert.Contains(message, Message(text), StringComparison.Ordinal);

    [Fact]
    public void ReadBoundary_ManyBrokenLines_AllToldUpToTen()
    {
        var text = string.Join('\n', Enumerable.Range(1, 30).Select(i => $"J{i} 117.2 x{i}").Prepend("J0 117.2 29.27").Append("J99 117.3 29.27"));
        var message = Message(text);

        Assert.Contains("line 2,", message, StringComparison.Ordinal);
        Assert.Contains("line 11,", message, StringComparison.Ordinal);
        Assert.DoesNotContain("line 12,", message, StringComparison.Ordinal);
        Assert.EndsWith("and 20 more", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadBoundary_HeightColumn_IsDropped()
    {
        Assert.True(Boundary("点号 X Y 高程\nJ1 3239212.1 519436.9 35.2\nJ2 3239212.1 519536.9 35.2\nJ3 3239312.1 519536.9 35.2").HasHeight);
        Assert.False(Boundary("117.2 29.27\n117.3 29.27\n117.3 29.3").HasHeight);
    }

    [Fact]
    public void ReadBoundary_NumbersWithoutHeading_AreTakenAsPointNumbersWithAStep() =>
        Assert.Contains(Boundary("1 117.2 29.27\n2 117.3 29.27\n3 117.3 29.3").Steps, s => s.En.Contains("number of the point", StringComparison.Ordinal));
}
