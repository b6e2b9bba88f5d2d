using System.Collections.Immutable;
using ZoningRules.Locations;
using ZoningRules.Measures;

namespace ZoningRules.Geo.Tests;

public sealed class SiteProbeTests : IDisposable
{
    private readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public void Locate_NoVariation_IsTheLocation()
    {
        var site = SmallWorld.Box(4900, 2400, 5100, 2500);

        var probed = world.Locator.Probe(site).Require().Locate(SiteVariation.None).Require();

        Assert.Equal(Text(world.Locate(site)), Text(probed));
    }

    [Fact]
    public void Locate_OtherAccuracy_IsThatOfASiteThatStatesIt()
    {
        var probe = world.Locator.Probe(SmallWorld.Box(1800, 2400, 1900, 2500)).Require();

        Assert.Equal(Text(world.Locate(SmallWorld.Box(1800, 2400, 1900, 2500, 95))), Text(probe.Locate(new() { Accuracy = new(95) }).Require()));
        Assert.Equal((1m, 10_000m), (probe.Accuracy.Value, probe.GreatestAccuracy.Value));
    }

    [Theory]
    [InlineData(0, 0, 150)]
    [InlineData(90, 150, 0)]
    [InlineData(225, -106.066017, -106.066017)]
    public void Locate_Shifted_IsThatOfASiteDrawnThere(int bearing, double east, double north)
    {
        var shift = Displacement.Towards(bearing, new(150));
        Assert.Equal(((decimal)east, (decimal)north), (shift.East.Value, shift.North.Value));

        var there = world.Locator.Probe(SmallWorld.Box(1800, 2400, 1900, 2500)).Require().Locate(new() { Shift = shift }).Require();

        Assert.Equal(Text(world.Locate(SmallWorld.Box(1800 + east, 2400 + north, 1900 + east, 2500 + north))), Text(there));
    }

    [Fact]
    public void Locate_OneLayersAccuracy_ChangesThatLayerAlone()
    {
        var probe = world.Locator.Probe(SmallWorld.Box(1800, 2400, 1900, 2500)).Require();
        Assert.Equal(["line 20", "none 10", "pair 10", "point 10", "units 5", "zone 10"], probe.LayerAccuracies.Select(l => $"{l.Key} {l.Value.Value}"));

        var worse = probe.Locate(new() { LayerAccuracies = ImmutableDictionary<string, Metres>.Empty.Add("zone", new(120)) }).Require();

        Assert.Equal(Truth.Unknown, worse.Relations.Single(r => r.Layer == "zone").In);
        Assert.Equal(
            world.Locate(SmallWorld.Box(1800, 2400, 1900, 2500)).Relations.Where(r => r.Layer != "zone"),
            worse.Relations.Where(r => r.Layer != "zone"));
    }

    [Fact]
    public void Locate_AccuracyOfALayer_CountsForItsParts()
    {
        var probe = TestLayers.Locator.Probe(TestLayers.Point(117.05, 28.95)).Require();
        Assert.DoesNotContain(probe.LayerAccuracies, l => l.Key == "chemical-parks");

        var worse = probe.Locate(new() { LayerAccuracies = ImmutableDictionary<string, Metres>.Empty.Add("industrial-parks", new(777)) }).Require();

        Assert.Equal(778m, worse.Relations.Single(r => r.Layer == "chemical-parks").Accuracy.Value);
        Assert.Equal(778m, worse.Relations.Single(r => r.Layer == "industrial-parks").Accuracy.Value);
    }

    [Theory]
    [InlineData("zone", "90")]
    [InlineData("line", "90")]
    [InlineData("nothing", "")]
    [InlineData("none", "")]
    [InlineData(SmallWorld.B, "90")]
    public void BearingsTo_FromOutside_PointAtTheNearestBorder(string target, string expected) =>
        Assert.Equal(expected, string.Join(' ', world.Locator.Probe(SmallWorld.Box(1800, 2400, 1900, 2500)).Require().BearingsTo(target)));

    [Fact]
    public void BearingsTo_FromInside_PointOutToTheNearestBorder() =>
        Assert.Equal(180m, Assert.Single(world.Locator.Probe(SmallWorld.Point(2500, 2100)).Require().BearingsTo("zone")));

    [Fact]
    public void BearingsTo_AcrossTheBorder_PointFromTheDeepestAndTheFarthestPosition()
    {
        // From 1000 m west of the zone to 300 m inside.
        var bearings = world.Locator.Probe(SmallWorld.Ring(1, (1000, 2500), (2300, 2450), (2300, 2550))).Require().BearingsTo("zone");

        Assert.Equal("270 90", string.Join(' ', bearings));
    }

    private static string Text(SiteLocation location) => string.Join('\n',
        location.Units.Select(u => $"{u.Code} {u.Certainty} {Math.Round(u.Area.Value, 2)}")
            .Concat(location.Units.SelectMany(u => u.Relations).Concat(location.Relations).Select(r =>
                $"{r.Layer} {r.In} {r.Within} {Rounded(r.Distance?.Low.Value)} {Rounded(r.Distance?.High.Value)} {Rounded(r.Overlap?.Low.Value)} {Rounded(r.Overlap?.High.Value)} {r.Accuracy.Value}"))
            .Append(location.Accuracy.ToString()));

    private static decimal? Rounded(decimal? value) => value is { } number ? Math.Round(number, 3) : null;
}
