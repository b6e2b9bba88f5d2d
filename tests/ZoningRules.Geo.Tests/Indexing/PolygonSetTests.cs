using ZoningRules.Geo.Indexing;

namespace ZoningRules.Geo.Tests.Indexing;

public sealed class PolygonSetTests
{
    private static readonly double[] Square = [0, 0, 4, 0, 4, 4, 0, 4, 0, 0];
    private static readonly double[] Inner = [1, 1, 2, 1, 2, 2, 1, 2, 1, 1];

    [Fact]
    public void Build_RingsOfEitherDirection_KeepsThemAndMeasures()
    {
        var builder = new PolygonSetBuilder(0);
        builder.AddRing(Square, RingRole.Shell);
        builder.AddRing(Inner, RingRole.Hole);
        builder.EndArea();
        builder.AddRing(Turned(Square), RingRole.Shell);
        builder.EndArea();
        builder.AddRing(Inner, RingRole.Shell);
        var set = builder.Build();

        Assert.Equal(2, set.Count);
        Assert.Equal(15, set.PositionCount);
        Assert.Equal(15, set.MeasureOf(0));
        Assert.Equal(16, set.MeasureOf(1));
        Assert.Equal(2, set.RingCountOf(0));
        Assert.Equal(RingRole.Hole, set.RoleOf(0, 1));
        Assert.Equal(Turned(Square), set.RingOf(1, 0).ToArray());
    }

    [Fact]
    public void AddRing_BadRings_AreRefused()
    {
        var builder = new PolygonSetBuilder();

        Assert.Throws<ArgumentException>(() => builder.AddRing([0, 0, 1, 1, 0, 0], RingRole.Shell));
        Assert.Throws<ArgumentException>(() => builder.AddRing([0, 0, 1, 1, 2, 0, 0, 1], RingRole.Shell));
        Assert.Throws<ArgumentException>(() => builder.AddRing([0, 0, 1, 1, 2, 0, 0, 0, 0], RingRole.Shell));
        Assert.Throws<ArgumentException>(() => builder.AddRing([0, 0, 1, double.PositiveInfinity, 2, 0, 0, 0], RingRole.Shell));
        Assert.Throws<ArgumentException>(() => builder.AddRing(Square, RingRole.Hole));
        Assert.Throws<InvalidOperationException>(builder.EndArea);
        Assert.Equal(0, builder.Build().Count);
    }

    [Fact]
    public void Members_OfNoArea_AreRefused()
    {
        var builder = new PolygonSetBuilder();
        builder.AddRing(Square, RingRole.Shell);
        builder.EndArea();
        var set = builder.Build();

        Assert.Throws<ArgumentOutOfRangeException>(() => set.MeasureOf(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => set.RingCountOf(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => set.RoleOf(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PolygonIndex.Build(set).Shares(set, 1, []));
    }

    private static double[] Turned(double[] ring) =>
        [.. Enumerable.Range(0, ring.Length / 2).Reverse().SelectMany(i => new[] { ring[2 * i], ring[(2 * i) + 1] })];
}
