using ZoningRules.Measures;
using ZoningRules.Problems;

namespace ZoningRules.Tests.Measures;

public sealed class FiguresTests
{
    [Theory]
    [InlineData(0, "0 rows are bad")]
    [InlineData(1, "1 row is bad")]
    [InlineData(2, "2 rows are bad")]
    [InlineData(1234567, "1234567 rows are bad")]
    public void Counted_OneOrMany_IsSaidSo(long count, string expected) => Assert.Equal(expected, Figures.Counted(count, "row is bad", "rows are bad"));

    [Theory]
    [InlineData(0, "0 m")]
    [InlineData(12.34, "12.3 m")]
    [InlineData(820.4, "820 m")]
    [InlineData(999.4, "999 m")]
    [InlineData(1000, "1.00 km")]
    [InlineData(23456, "23.46 km")]
    public void Of_Length_ChoosesTheMeasure(double metres, string expected) => Assert.Equal(expected, Figures.Of(new Metres((decimal)metres)));

    [Theory]
    [InlineData(800, 840, "820 m ± 20 m")]
    [InlineData(979, 1021, "1.00 km ± 0.02 km")]
    [InlineData(0, 15, "≤ 15 m")]
    [InlineData(820, 820, "820 m")]
    [InlineData(11900, 35700, "11.90 km – 35.70 km")]
    public void Of_LengthWithinEnds_SaysHowSure(double low, double high, string expected) =>
        Assert.Equal(expected, Figures.Of(new Interval<Metres>(new((decimal)low), new((decimal)high))));

    [Theory]
    [InlineData(0.4, "0.4 m²", "0.4 m²")]
    [InlineData(9999, "9999 m²", "9999 m²")]
    [InlineData(10000, "1 公顷", "1 ha")]
    [InlineData(123456.7, "12.35 公顷", "12.35 ha")]
    [InlineData(1000000, "1 km²", "1 km²")]
    public void Of_Area_ChoosesTheMeasure(double area, string zh, string en)
    {
        Assert.Equal(zh, Figures.Of(new SquareMetres((decimal)area), Language.Zh));
        Assert.Equal(en, Figures.Of(new SquareMetres((decimal)area), Language.En));
    }

    [Theory]
    [InlineData(0, "0 %")]
    [InlineData(0.0000001, "< 0.1 %")]
    [InlineData(0.375, "37.5 %")]
    [InlineData(0.9999999, "> 99.9 %")]
    [InlineData(1, "100 %")]
    public void Of_Share_NeverRoundsToNothingOrEverything(double share, string expected) => Assert.Equal(expected, Figures.Of(new Ratio((decimal)share)));

    [Fact]
    public void Of_Date_IsIso() => Assert.Equal("2026-01-09", Figures.Of(new DateOnly(2026, 1, 9)));
}
