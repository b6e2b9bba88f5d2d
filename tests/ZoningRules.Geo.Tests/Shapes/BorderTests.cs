using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Buffer;
using ZoningRules.Geo.Shapes;

namespace ZoningRules.Geo.Tests.Shapes;

/// <summary>The short cuts that spare an offset say what the offset would have said.</summary>
public sealed class BorderTests
{
    private static readonly GeometryFactory Factory = new();

    [Fact]
    public void HugsBorderOf_WhereItSaysSo_NoPositionIsFartherFromTheBorder() => Properties.Hold(400, random =>
    {
        var (area, site) = (Star(random, 100, 60), Star(random, random.Next(1, 40), random.Next(150)));
        var distance = random.Next(1, 160);
        if (!site.HugsBorderOf(area, distance))
        {
            return true;
        }

        var border = area.Geometry.Boundary;
        Assert.All(site.Geometry.Coordinates, c => Assert.True(border.Distance(Factory.CreatePoint(c)) <= distance));
        Assert.True(area.Geometry.Buffer(distance * 1.01, 32).Covers(site.Geometry));
        Assert.False(area.Geometry.Buffer(-distance * 1.01, 32).Intersects(site.Geometry));
        return true;
    });

    [Fact]
    public void HugsBorderOf_SmallShapeOnTheBorder_IsSo()
    {
        var area = new Shape(Factory.ToGeometry(new Envelope(0, 1000, 0, 1000)));
        var site = new Shape(Factory.ToGeometry(new Envelope(-10, 10, 500, 520)));

        Assert.True(site.HugsBorderOf(area, 40));
        Assert.False(site.HugsBorderOf(area, 9));
        Assert.False(new Shape(Factory.ToGeometry(new Envelope(490, 510, 500, 520))).HugsBorderOf(area, 400));
    }

    [Fact]
    public void Shrunk_WhereThereIsNothing_NothingIsLeftOfTheOffsetEither() => Properties.Hold(200, random =>
    {
        var area = Star(random, 100, 60);
        var distance = random.Next(1, 120);

        Assert.Equal(BufferOp.Buffer(area.Geometry, -((distance / Math.Cos(Math.PI / 64)) + Tolerance.Length), 16).IsEmpty, Overlays.Shrunk(area.Geometry, distance) is null);
        return true;
    });

    private static Shape Star(Random random, double size, double away)
    {
        var (east, north) = (away * Math.Cos(random.Next()), away * Math.Sin(random.Next()));
        var corners = Enumerable.Range(0, 3 + random.Next(12)).Select(i => (Angle: i, Radius: size * (0.2 + random.NextDouble()))).ToArray();
        var ring = corners
            .Select(c => new Coordinate(east + (c.Radius * Math.Cos(2 * Math.PI * c.Angle / corners.Length)), north + (c.Radius * Math.Sin(2 * Math.PI * c.Angle / corners.Length))))
            .ToList();
        return new(Factory.CreatePolygon([.. ring, ring[0].Copy()]));
    }
}
