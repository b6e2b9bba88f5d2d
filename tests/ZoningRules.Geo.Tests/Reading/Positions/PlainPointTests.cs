using System.Globalization;
using ZoningRules.Geo.Reading.Positions;

namespace ZoningRules.Geo.Tests.Reading.Positions;

/// <summary>The quick way for points that programs write gives what the way for people gives.</summary>
public sealed class PlainPointTests
{
    [Fact]
    public void Read_PointsThatProgramsWrite_GivesWhatPastedTextGives() => Properties.Hold(500, dice =>
    {
        var greatest = Math.Pow(10, dice.Next(1, 8));
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{Math.Round(dice.NextDouble() * greatest, dice.Next(1, 8)):0.0########},{(dice.Next(2) == 0 ? " " : "")}{Math.Round(dice.NextDouble() * greatest, dice.Next(1, 8)):0.0########}");
        var whole = PastedText.ReadPoint(text);

        var ring = PlainPoint.Read(text)!;

        var position = whole.Parcels.Single().Parts.Single().Rings.Single();
        Assert.Equal((position.First.Single(), position.Second.Single()), (ring.First.Single(), ring.Second.Single()));
        Assert.Null(whole.Order);
        Assert.Empty(whole.Steps);
        Assert.False(whole.HasHeight);
        return true;
    });

    [Theory]
    [InlineData("117,29")]
    [InlineData("117.2,  29.27")]
    [InlineData("117.2 ,29.27")]
    [InlineData("-117.2,29.27")]
    [InlineData("E117.2,N29.27")]
    [InlineData("117.2,29.27,12.5")]
    [InlineData("117.2.1,29.27")]
    [InlineData("324000000.5,500000.5")]
    [InlineData("117.2")]
    [InlineData("117.2,")]
    [InlineData("１17.2,29.2")]
    public void Read_AnythingElse_IsForTheOtherReader(string text) => Assert.Null(PlainPoint.Read(text));
}
