using ZoningRules.Geo.Layers;

namespace ZoningRules.Geo.Tests.Layers;

public sealed class SideBySideTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(5000)]
    public void Make_AllSucceed_KeepsTheirOrder(int count) => Assert.Equal(Enumerable.Range(0, count).Select(i => i * 2), SideBySide.Make(count, i => i * 2));

    [Theory]
    [InlineData(10, 3)]
    [InlineData(5000, 0)]
    [InlineData(5000, 1234)]
    public void Make_SomeFail_ThrowsWhatTheFirstThrew(int count, int first)
    {
        var thrown = Assert.Throws<LayerFaultException>(() => SideBySide.Make(count, i => i >= first && (i - first) % 7 == 0 ? throw new LayerFaultException($"{i}", $"{i}") : i));

        Assert.Equal(first.ToString(System.Globalization.CultureInfo.InvariantCulture), thrown.Fault.En);
    }
}
