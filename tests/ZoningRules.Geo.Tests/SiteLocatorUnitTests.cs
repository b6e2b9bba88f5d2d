using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;

namespace ZoningRules.Geo.Tests;

public sealed class SiteLocatorUnitTests : IDisposable
{
    private SmallWorld World { get; } = new();

    public void Dispose() => World.Dispose();

    [Fact]
    public void Locate_DeepInOneUnit_OneCertainHitSharesTheSitesRelations()
    {
        var location = World.Locate(SmallWorld.Box(1000, 1000, 1100, 1200));

        var hit = Assert.Single(location.Units);
        Assert.Equal((SmallWorld.A, "甲", ControlCategory.Priority, Truth.True), (hit.Code, hit.Name, hit.Category, hit.Certainty));
        Assert.Equal(20_000m, hit.Area.Value);
        Assert.Equal(1m, hit.ShareOfSite.Value);
        Close.To(0.0004m, hit.ShareOfUnit.Value, 0.000001m);
        Assert.Equal(location.Relations, hit.Relations);
        Assert.Equal(20_000m, location.Area?.Value);
        Assert.Empty(location.Gaps);
        Assert.Empty(location.Slivers);
        Assert.Equal(["line", "none", "pair", "point", "zone"], location.Relations.Select(r => r.Layer));
    }

    // The border is at east 5000; site 1 m and units 5 m make a doubt of 6 m.
    [Theory]
    [InlineData(4998, Truth.True, Truth.Unknown)]
    [InlineData(4994, Truth.True, Truth.Unknown)]
    [InlineData(4993.999, Truth.True, null)]
    [InlineData(5000, Truth.True, Truth.Unknown)]
    [InlineData(5003, Truth.True, Truth.Unknown)]
    [InlineData(5006, Truth.True, Truth.Unknown)]
    [InlineData(5006.001, Truth.True, Truth.True)]
    [InlineData(5500, Truth.True, Truth.True)]
    public void Locate_NearTheBorder_DoubtDecides(double east, Truth inA, Truth? inB)
    {
        var location = World.Locate(SmallWorld.Box(4900, 1000, east, 1100));

        Assert.Equal(inA, location.Units.Single(u => u.Code == SmallWorld.A).Certainty);
        Assert.Equal(inB, location.Units.SingleOrDefault(u => u.Code == SmallWorld.B)?.Certainty);
        Close.To((decimal)Math.Max(0, east - 5000) * 100, location.Units.SingleOrDefault(u => u.Code == SmallWorld.B)?.Area.Value ?? 0, 0.001m);
        Close.To(1m, location.Units.Sum(u => u.ShareOfSite.Value), 0.00001m);
        Assert.Empty(location.Gaps);
    }

    [Fact]
    public void Locate_Straddling_RelationsOfThePartAreItsOwn()
    {
        var location = World.Locate(SmallWorld.Box(4900, 1000, 5900, 1100));
        var (a, b) = (location.Units.Single(u => u.Code == SmallWorld.A), location.Units.Single(u => u.Code == SmallWorld.B));

        Assert.Equal([SmallWorld.B, SmallWorld.A], location.Units.Select(u => u.Code));
        Assert.Equal(0.9m, b.ShareOfSite.Value);
        Assert.Equal(79m, location.Relations.Single(r => r.Layer == "line").Distance?.Low.Value);
        Close.To(979m, a.Relations.Single(r => r.Layer == "line").Distance?.Low.Value, 7m);
        Assert.Equal(79m, b.Relations.Single(r => r.Layer == "line").Distance?.Low.Value);
        Assert.Equal(100m, b.Relations.Single(r => r.Layer == "line").Distance?.High.Value - 21m);
    }

    [Fact]
    public void Locate_UnitOnlyPerhapsHit_ItsRelationsAreNeverTrue()
    {
        var location = World.Locate(SmallWorld.Box(2500, 2500, 4998, 2600));
        var zone = location.Units.Single(u => u.Code == SmallWorld.B).Relations.Single(r => r.Layer == "zone");

        Assert.Equal(Truth.True, location.Relations.Single(r => r.Layer == "zone").In);
        Assert.Equal(Truth.False, zone.In);
        Assert.Equal(Truth.True, location.Units.Single(u => u.Code == SmallWorld.A).Relations.Single(r => r.Layer == "zone").In);
    }

    [Theory]
    [InlineData(5000.0099, 0.99)]
    [InlineData(5000.01, 1)]
    public void Locate_CommonPartUpToTheTolerance_IsASliverAndCountsAsTouching(double east, double area)
    {
        var location = World.Locate(SmallWorld.Box(4900, 1000, east, 1100));

        var sliver = Assert.Single(location.Slivers);
        Assert.Equal(SmallWorld.B, sliver.Code);
        Close.To((decimal)area, sliver.Area.Value, 0.0001m);
        Assert.Equal((Truth.Unknown, 0m), location.Units.Where(u => u.Code == SmallWorld.B).Select(u => (u.Certainty, u.Area.Value)).Single());
        Assert.Empty(World.Locate(SmallWorld.Box(4900, 1000, 5000.0101, 1100)).Slivers);
        Assert.Empty(World.Locate(SmallWorld.Box(4900, 1000, 5000, 1100)).Slivers);
    }

    [Fact]
    public void Locate_NoInaccuracyAtAll_TouchIsNoHit()
    {
        var exact = SiteLocator.Load(
        [
            TestLayers.Define("units", LayerShape.ControlUnits, World.Data("units.geojson", 0))
                with { UnitFields = TestLayers.UnitFields with { Code = "code", Name = "name", Category = "kind" } },
        ]);

        Assert.Equal([SmallWorld.A], exact.Locate(SmallWorld.Box(4900, 1000, 5000, 1100, 0)).Require().Units.Select(u => u.Code));
        var sliver = exact.Locate(SmallWorld.Box(4900, 1000, 5000.005, 1100, 0)).Require();
        Assert.Equal([SmallWorld.A], sliver.Units.Select(u => u.Code));
        Assert.Equal([SmallWorld.B], sliver.Slivers.Select(u => u.Code));
        Assert.Equal([SmallWorld.A, SmallWorld.B], exact.Locate(SmallWorld.Box(4900, 1000, 5000.5, 1100, 0)).Require().Units.Select(u => u.Code));
    }

    [Fact]
    public void Locate_InAKnownHole_GapWithItsReason()
    {
        var location = World.Locate(SmallWorld.Box(8200, 9000, 8300, 9100));

        Assert.Empty(location.Units);
        Assert.Equal<UnitGap>([new UnitGap(new(10_000), new(1), "旧厂未划入", false)], location.Gaps);
    }

    [Fact]
    public void Locate_PartlyInAKnownHole_GapOfThatPart()
    {
        var location = World.Locate(SmallWorld.Box(7900, 9000, 8100, 9100));

        Assert.Equal((SmallWorld.B, Truth.True, 0.5m), location.Units.Select(u => (u.Code, u.Certainty, u.ShareOfSite.Value)).Single());
        Assert.Equal<UnitGap>([new UnitGap(new(10_000), new(0.5m), "旧厂未划入", false)], location.Gaps);
    }

    [Fact]
    public void Locate_UnknownHoleAndBeyondTheCity_AreToldApart()
    {
        // East of the known hole nothing is drawn up to the edge of the coverage; beyond it nothing is covered.
        var location = World.Locate(SmallWorld.Box(8800, 9000, 10_300, 9100));

        Assert.Equal<UnitGap>(
            [new UnitGap(new(100_000), new(0.666667m), null, false), new(new(30_000), new(0.2m), null, true), new(new(20_000), new(0.133333m), "旧厂未划入", false)],
            location.Gaps);
    }

    // A hole of 10 m between two units: no position in it is farther than 5 m from a unit.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    public void Locate_GapNarrowerThanTheDoubtExplains_IsNoGap(decimal accuracy, int gaps)
    {
        var location = World.Locate(SmallWorld.Box(4900, 9400, 5100, 9500, accuracy));

        Assert.Equal(gaps, location.Gaps.Length);
        Assert.Equal([Truth.True, Truth.True], location.Units.Select(u => u.Certainty));
    }

    [Fact]
    public void Locate_InANarrowStripBetweenUnits_BothArePossibleAndNoGap()
    {
        var location = World.Locate(SmallWorld.Box(4994, 9400, 4996, 9500));

        Assert.Equal([(SmallWorld.A, Truth.Unknown), (SmallWorld.B, Truth.Unknown)], location.Units.Select(u => (u.Code, u.Certainty)));
        Assert.All(location.Units, u => Assert.Equal(0m, u.Area.Value));
        Assert.Empty(location.Gaps);
    }

    [Theory]
    [InlineData(1000, 1000, "A:True", false)]
    [InlineData(4993.999, 1000, "A:True", false)]
    [InlineData(4994, 1000, "A:Unknown B:Unknown", false)]
    [InlineData(5000, 1000, "A:Unknown B:Unknown", false)]
    [InlineData(5006.001, 1000, "B:True", false)]
    [InlineData(8003, 9000, "B:Unknown", true)]
    [InlineData(8006.001, 9000, "", true)]
    public void Locate_Point_IsInAUnitPerhapsInOneOrInAGap(double east, double north, string units, bool gap)
    {
        var location = World.Locate(SmallWorld.Point(east, north));

        var hits = location.Units.OrderBy(u => u.Code, StringComparer.Ordinal).Select(u => $"{(u.Code == SmallWorld.A ? 'A' : 'B')}:{u.Certainty}");
        Assert.Equal(units, string.Join(' ', hits));
        Assert.Equal(gap, location.Gaps.Any());
        Assert.All(location.Units, u => Assert.Equal(0m, u.Area.Value));
        Assert.All(location.Units.Where(u => u.Certainty == Truth.True), u => Assert.Equal(1m, u.ShareOfSite.Value));
        Assert.Equal(0m, location.Area?.Value);
    }

    [Fact]
    public void Locate_Line_SharesByLength()
    {
        var location = World.Locate(SmallWorld.Line((4000, 1000), (5500, 1000)));

        Assert.Equal([(SmallWorld.A, 0.666667m), (SmallWorld.B, 0.333333m)], location.Units.Select(u => (u.Code, u.ShareOfSite.Value)));
        Assert.All(location.Units, u => Assert.Equal(Truth.True, u.Certainty));
        Assert.All(location.Relations, r => Assert.Null(r.Overlap));
    }

    [Fact]
    public void Locate_LineThatIsAScribble_IsRefused()
    {
        var random = new Random(7);
        var scribble = Enumerable.Range(0, 2000).Select(_ => (random.NextDouble() * 5000, random.NextDouble() * 5000)).ToArray();

        Assert.Equal([ProblemCode.InvalidGeometry], World.Locator.Locate(SmallWorld.Line(scribble)).Problems.Select(p => p.Code));
        Assert.True(World.Locator.Locate(SmallWorld.Line((1000, 1000), (1200, 1200), (1200, 1000), (1000, 1200))).Succeeded);
    }

    [Fact]
    public void Locate_OverlappingParts_CountOnce()
    {
        var north = SmallWorld.North0;
        var east = SmallWorld.East0;
        string Square(double n, double e) => FormattableString.Invariant(
            $"(({north + n} {east + e}, {north + n + 100} {east + e}, {north + n + 100} {east + e + 100}, {north + n} {east + e + 100}, {north + n} {east + e}))");

        var location = World.Locate(TestLayers.Site(SiteFormat.Wkt, $"MULTIPOLYGON ({Square(1000, 1000)}, {Square(1000, 1050)})", "EPSG:4548"));

        Assert.Equal(15_000m, location.Area?.Value);
        Assert.Equal(1m, Assert.Single(location.Units).ShareOfSite.Value);
        Assert.Contains(location.Steps, s => s.En.Contains("merged", StringComparison.Ordinal));
    }

    [Fact]
    public void Locate_SiteNoLargerThanASliver_IsStillSomewhere()
    {
        var inUnit = World.Locate(SmallWorld.Box(1000, 1000, 1000.5, 1000.5));
        var inHole = World.Locate(SmallWorld.Box(8500, 9000, 8500.5, 9000.5));

        Assert.Equal((Truth.True, 0.25m, 1m), inUnit.Units.Select(u => (u.Certainty, u.Area.Value, u.ShareOfSite.Value)).Single());
        Assert.Equal(("旧厂未划入", 1m), inHole.Gaps.Select(g => (g.Reason, g.ShareOfSite.Value)).Single());
    }

    [Fact]
    public void Locate_SiteAroundAWholeUnit_HitsIt()
    {
        var location = World.Locate(SmallWorld.Box(4800, -500, 10_500, 10_500));

        Assert.Equal(1m, location.Units.Single(u => u.Code == SmallWorld.B).ShareOfUnit.Value);
        Assert.Equal(Truth.True, location.Relations.Single(r => r.Layer == "point").In);
        Assert.All(location.Relations, r => Assert.Equal(LayerStatus.NotCovered, r.Status));
    }
}
