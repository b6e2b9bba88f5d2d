using ZoningRules.Locations;
using ZoningRules.Measures;

namespace ZoningRules.Geo.Tests;

public sealed class SiteLocatorLayerTests : IDisposable
{
    private SmallWorld World { get; } = new();

    public void Dispose() => World.Dispose();

    // The zone lies between east 2000 and 3000; site 1 m and zone 10 m make a doubt of 11 m. The site is 100 m wide.
    [Theory]
    [InlineData(3100, Truth.False, Truth.False, 89, 111)]
    [InlineData(3011.001, Truth.False, Truth.False, 0.001, 22.001)]
    [InlineData(3011, Truth.Unknown, Truth.False, 0, 22)]
    [InlineData(3005, Truth.Unknown, Truth.False, 0, 16)]
    [InlineData(3000, Truth.Unknown, Truth.False, 0, 11)]
    [InlineData(2999.995, Truth.Unknown, Truth.False, 0, 11)]
    [InlineData(2989, Truth.Unknown, Truth.False, 0, 11)]
    [InlineData(2988.999, Truth.True, Truth.False, 0, 0)]
    [InlineData(2950, Truth.True, Truth.False, 0, 0)]
    [InlineData(2911.001, Truth.True, Truth.False, 0, 0)]
    [InlineData(2911, Truth.True, Truth.Unknown, 0, 0)]
    [InlineData(2900, Truth.True, Truth.Unknown, 0, 0)]
    [InlineData(2889, Truth.True, Truth.Unknown, 0, 0)]
    [InlineData(2888.999, Truth.True, Truth.True, 0, 0)]
    [InlineData(2500, Truth.True, Truth.True, 0, 0)]
    public void Locate_AcrossTheBorderOfAnArea_DoubtDecides(double west, Truth meets, Truth within, double low, double high)
    {
        var relation = World.Relate(SmallWorld.Box(west, 2500, west + 100, 2600), "zone");

        Assert.Equal((meets, within), (relation.In, relation.Within));
        Assert.Equal(new Interval<Metres>(new((decimal)low), new((decimal)high)), relation.Distance);
        Assert.Equal(LayerStatus.Measured, relation.Status);
        Assert.Equal(11m, relation.Accuracy.Value);
        Assert.Equal("区", relation.NearestFeature);
        Assert.Equal(west > 3000 ? 270m : null, relation.BearingDegrees);
        Assert.True(relation.Illustrative);
    }

    [Fact]
    public void Locate_AcrossTheBorderOfAnArea_OverlapIsWidenedByTheDoubt()
    {
        var relation = World.Relate(SmallWorld.Box(2900, 2500, 3100, 2600), "zone");

        Close.To(8900m, relation.Overlap!.Value.Low.Value, 20m);
        Close.To(11_100m, relation.Overlap!.Value.High.Value, 20m);
        Close.To(0.445m, relation.Share!.Value.Low.Value, 0.001m);
        Close.To(0.555m, relation.Share!.Value.High.Value, 0.001m);
    }

    [Fact]
    public void Locate_FarFromTheBorder_OverlapIsExact()
    {
        Assert.Equal(Interval<SquareMetres>.Of(new(10_000)), World.Relate(SmallWorld.Box(2500, 2500, 2600, 2600), "zone").Overlap);
        Assert.Equal(Interval<Ratio>.Of(new(1)), World.Relate(SmallWorld.Box(2500, 2500, 2600, 2600), "zone").Share);
        Assert.Equal(Interval<SquareMetres>.Of(new(0)), World.Relate(SmallWorld.Box(4500, 2500, 4600, 2600), "zone").Overlap);
    }

    [Fact]
    public void Locate_SiteAroundAnArea_MeetsIt()
    {
        var relation = World.Relate(SmallWorld.Box(1500, 1500, 3500, 3500), "zone");

        Assert.Equal((Truth.True, Truth.False), (relation.In, relation.Within));
        Close.To(978m * 978m, relation.Overlap!.Value.Low.Value, 200m);
        Close.To(1022m * 1022m, relation.Overlap!.Value.High.Value, 200m);
    }

    [Fact]
    public void Locate_AcrossTheBorderOfTwoAdjacentAreas_LiesWithinTheirUnion()
    {
        var relation = World.Relate(SmallWorld.Box(2950, 5500, 3050, 5600), "pair");

        Assert.Equal((Truth.True, Truth.True, "左"), (relation.In, relation.Within, relation.NearestFeature));
        Assert.Equal(Interval<SquareMetres>.Of(new(10_000)), relation.Overlap);
    }

    // The line runs north at east 6000; site 1 m and line 20 m make a doubt of 21 m.
    [Theory]
    [InlineData(6100, Truth.False, 79, 121)]
    [InlineData(6021.001, Truth.False, 0.001, 42.001)]
    [InlineData(6021, Truth.Unknown, 0, 42)]
    [InlineData(6000, Truth.Unknown, 0, 21)]
    [InlineData(5985, Truth.Unknown, 0, 21)]
    [InlineData(5950, Truth.True, 0, 0)]
    public void Locate_NearALine_DoubtDecides(double west, Truth meets, double low, double high)
    {
        var relation = World.Relate(SmallWorld.Box(west, 2500, west + 100, 2600), "line");

        Assert.Equal((meets, Truth.False), (relation.In, relation.Within));
        Assert.Equal(new Interval<Metres>(new((decimal)low), new((decimal)high)), relation.Distance);
        Assert.Null(relation.Overlap);
        Assert.Null(relation.Share);
        Assert.Equal("河", relation.NearestFeature);
    }

    [Fact]
    public void Locate_NearAPoint_DoubtDecides()
    {
        Assert.Equal(Truth.True, World.Relate(SmallWorld.Box(6950, 950, 7050, 1050), "point").In);
        Assert.Equal(Truth.Unknown, World.Relate(SmallWorld.Box(7000, 950, 7050, 1050), "point").In);
        Assert.Equal(Truth.Unknown, World.Relate(SmallWorld.Point(7000, 1000), "point").In);
        var far = World.Relate(SmallWorld.Point(6700, 1400), "point");
        Assert.Equal((Truth.False, 489m, 511m), (far.In, far.Distance!.Value.Low.Value, far.Distance!.Value.High.Value));
        Assert.Equal(143.130102m, far.BearingDegrees);
    }

    [Theory]
    [InlineData(2500, Truth.True, Truth.True)]
    [InlineData(2011, Truth.Unknown, Truth.Unknown)]
    [InlineData(2011.001, Truth.True, Truth.True)]
    [InlineData(1989, Truth.Unknown, Truth.Unknown)]
    [InlineData(1988.999, Truth.False, Truth.False)]
    public void Locate_PointAndArea_DoubtDecides(double east, Truth meets, Truth within)
    {
        var relation = World.Relate(SmallWorld.Point(east, 2500), "zone");

        Assert.Equal((meets, within), (relation.In, relation.Within));
        Assert.Null(relation.Overlap);
    }

    [Fact]
    public void Locate_LineAcrossAnArea_MeetsItButIsNotWithin()
    {
        var relation = World.Relate(SmallWorld.Line((1000, 2500), (4000, 2500)), "zone");

        Assert.Equal((Truth.True, Truth.False), (relation.In, relation.Within));
        Assert.Equal(Truth.Unknown, World.Relate(SmallWorld.Line((2500, 1000), (2500, 2011)), "zone").In);
        Assert.Equal(Truth.True, World.Relate(SmallWorld.Line((2500, 1000), (2500, 2011.001)), "zone").In);
    }

    [Fact]
    public void Locate_LayerWithoutFeatures_SaysNoAsFarAsItIsComplete()
    {
        var relation = World.Relate(SmallWorld.Box(1000, 4000, 1100, 4100), "none");

        Assert.Equal((LayerStatus.Measured, Truth.False, Truth.False), (relation.Status, relation.In, relation.Within));
        Assert.Equal(989m, relation.Distance!.Value.Low.Value);
        Assert.True(relation.Distance!.Value.High.Value > 20_000_000m);
        Assert.Null(relation.NearestFeature);
        Assert.Null(World.Relate(SmallWorld.Box(-100, 4000, 100, 4100), "none").Distance);
    }

    [Fact]
    public void Locate_EdgeOfTheCoverageNearerThanTheFeature_UnseenFeaturesMayBeNearer()
    {
        var relation = World.Relate(SmallWorld.Box(100, 2500, 200, 2600), "zone");

        Assert.Equal((Truth.False, 89m, 1811m), (relation.In, relation.Distance!.Value.Low.Value, relation.Distance!.Value.High.Value));
        var atTheEdge = World.Relate(SmallWorld.Box(11, 2500, 200, 2600), "zone");
        Assert.Equal((LayerStatus.Measured, Truth.Unknown, 0m), (atTheEdge.Status, atTheEdge.In, atTheEdge.Distance!.Value.Low.Value));
        Assert.Equal(Truth.False, World.Relate(SmallWorld.Box(11.001, 2500, 200, 2600), "zone").In);
    }

    [Fact]
    public void Locate_AcrossTheEdgeOfTheCoverage_NothingIsDenied()
    {
        var location = World.Locate(SmallWorld.Box(-50, 2500, 150, 2600));
        var zone = location.Relations.Single(r => r.Layer == "zone");

        Assert.Equal((LayerStatus.NotCovered, Truth.Unknown, Truth.False), (zone.Status, zone.In, zone.Within));
        Assert.Equal(new Interval<Metres>(new(0), new(1861)), zone.Distance);
        Assert.Equal(0m, zone.Overlap!.Value.Low.Value);
        Assert.InRange(zone.Overlap!.Value.High.Value, 5000m, 6200m);
        Assert.Equal([true], location.Gaps.Select(g => g.OutsideCoverage));
    }

    [Fact]
    public void Locate_SeenAcrossTheEdgeOfTheCoverage_StillCounts()
    {
        var relation = World.Relate(SmallWorld.Box(5900, 9900, 6100, 10_100), "line");

        Assert.Equal((LayerStatus.NotCovered, Truth.True), (relation.Status, relation.In));
    }

    [Fact]
    public void Locate_WhollyOutsideTheCoverageButNear_IsAGapAndNothingIsDenied()
    {
        var location = World.Locate(SmallWorld.Box(-500, 2500, -400, 2600));

        Assert.Empty(location.Units);
        Assert.Equal<UnitGap>([new UnitGap(new(10_000), new(1), null, true)], location.Gaps);
        Assert.All(
            location.Relations.Where(r => r.Layer is not ("line" or "point")),
            r => Assert.Equal((LayerStatus.NotCovered, Truth.Unknown, Truth.Unknown), (r.Status, r.In, r.Within)));
    }
}
