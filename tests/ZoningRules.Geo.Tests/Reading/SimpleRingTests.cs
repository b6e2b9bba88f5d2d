using NetTopologySuite.Geometries;
using ZoningRules.Geo.Reading;
using ZoningRules.Geo.Tests.Indexing;

namespace ZoningRules.Geo.Tests.Reading;

public sealed class SimpleRingTests
{
    private static readonly GeometryFactory Factory = new();

    [Fact]
    public void IsProvenValid_AnyRing_NeverSaysMoreThanTheLibrary() => Properties.Hold(4000, random =>
    {
        // Few places for many positions: most rings are wrong in some way, and in every way there is.
        var reach = 2 + random.Next(12);
        var ring = Enumerable.Range(0, 3 + random.Next(7)).Select(_ => new Coordinate(random.Next(reach), random.Next(reach))).ToList();
        ring.Add(ring[0].Copy());
        return !SimpleRing.IsProvenValid(Raw(ring)) || Factory.CreatePolygon([.. ring]).IsValid;
    });

    [Fact]
    public void IsProvenValid_SimpleRings_AreProven() => Properties.Hold(300, random =>
        LayoutGenerator.Areas(random)
            .OfType<Polygon>()
            .Where(p => p.NumInteriorRings == 0 && p.Shell.IsSimple)
            .All(p => SimpleRing.IsProvenValid(Raw(p.Coordinates)) || p.Coordinates.Distinct().Count() < p.NumPoints - 1));

    [Theory]
    [InlineData("POLYGON ((0 0, 4 4, 4 0, 0 4, 0 0))")]
    [InlineData("POLYGON ((0 0, 4 0, 2 0, 2 3, 0 0))")]
    [InlineData("POLYGON ((0 0, 4 0, 4 0, 4 4, 0 0))")]
    [InlineData("POLYGON ((0 0, 4 0, 4 4, 2 0, 0 4, 0 0))")]
    [InlineData("POLYGON ((0 0, 4 0, 8 0, 0 0))")]
    public void IsProvenValid_RingsThatMeetThemselves_AreLeftToTheLibrary(string wkt) =>
        Assert.False(SimpleRing.IsProvenValid(Raw(new NetTopologySuite.IO.WKTReader().Read(wkt).Coordinates)));

    [Fact]
    public void IsProvenValid_RingsWithoutEndOrNumbers_AreLeftToTheLibrary()
    {
        Assert.False(SimpleRing.IsProvenValid(new([0, 1, 1], [0, 0, 1])));
        Assert.False(SimpleRing.IsProvenValid(new([0, 1, 1, 2], [0, 0, 1, 2])));
        Assert.False(SimpleRing.IsProvenValid(new([0, 1, double.NaN, 0], [0, 0, 1, 0])));
    }

    [Fact]
    public void IsProvenValid_HostileRing_EndsSoon()
    {
        // Every edge spans the whole width: a sweep would compare all with all.
        const int teeth = 200_000;
        var ring = Enumerable.Range(0, teeth).Select(i => new Coordinate(i % 2 * 1000, i)).ToList();
        ring.Add(new(-1, teeth));
        ring.Add(ring[0].Copy());

        Assert.False(SimpleRing.IsProvenValid(Raw(ring)));
    }

    private static RawRing Raw(IReadOnlyList<Coordinate> ring) => new([.. ring.Select(c => c.X)], [.. ring.Select(c => c.Y)]);
}
