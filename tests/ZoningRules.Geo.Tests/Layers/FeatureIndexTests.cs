using NetTopologySuite.Geometries;
using ZoningRules.Geo.Layers;
using ZoningRules.Geo.Shapes;

namespace ZoningRules.Geo.Tests.Layers;

public sealed class FeatureIndexTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(700)]
    public void Search_ShapesOfAllKinds_FindsWhatLookingAtEveryShapeFinds(int count)
    {
        var random = new Random(count);
        Shape[] shapes = [.. Enumerable.Range(0, count).Select(i => ShapeAt(random, i % 3, 10_000 * random.NextDouble(), 10_000 * random.NextDouble(), 200))];
        var index = new FeatureIndex(shapes);
        for (var turn = 0; turn < 400; turn++)
        {
            // Inside and outside the box of the shapes, on corners of shapes, and sites of every kind.
            var corner = shapes[random.Next(count)].Anchors[0];
            var (east, north) = turn % 5 == 0 ? corner : ((16_000 * random.NextDouble()) - 3_000, (16_000 * random.NextDouble()) - 3_000);
            var site = turn % 2 == 0 ? new Shape(new Point(east, north)) : ShapeAt(random, random.Next(3), east, north, 3_000);
            var keep = turn % 3 == 0 ? 0 : 500 * random.NextDouble();
            var limit = turn % 4 == 0 ? 400 * random.NextDouble() : double.PositiveInfinity;

            var found = index.Search(site, keep, limit);

            var gaps = shapes.Select(s => site.GapTo(s, double.PositiveInfinity).Length).ToArray();
            Assert.Equal(Enumerable.Range(0, count).Where(i => gaps[i] <= keep), found.Near);
            var least = gaps.Min();
            Assert.Equal(least <= limit ? Array.FindIndex(gaps, g => g <= least + Tolerance.Length) : -1, found.Nearest);
            Assert.Equal(least <= limit ? least : double.PositiveInfinity, found.Gap.Length, Tolerance.Length);
        }
    }

    private static Shape ShapeAt(Random random, int kind, double east, double north, double size)
    {
        Coordinate[] corners = [.. Enumerable.Range(0, 7).Select(i => (Angle: i * Math.PI * 2 / 7, Reach: size * (0.2 + random.NextDouble())))
            .Select(c => new Coordinate(east + (c.Reach * Math.Cos(c.Angle)), north + (c.Reach * Math.Sin(c.Angle))))];
        return new(kind switch
        {
            0 => new Polygon(new LinearRing([.. corners, corners[0]])),
            1 => new LineString(corners),
            _ => new Point(corners[0]),
        });
    }
}
