using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Distance;
using ZoningRules.Geo.Indexing;

namespace ZoningRules.Geo.Tests.Indexing;

public sealed class LineIndexTests
{
    private static readonly GeometryFactory Factory = new();

    [Fact]
    public void Nearest_RandomLines_AgreesWithTheLibrary() => Properties.Hold(150, random =>
    {
        var lines = Lines(random);
        var set = new LineSet([.. lines.Select(Areas.Flat)]);
        var index = LineIndex.Build(set);
        for (var i = 0; i < 60; i++)
        {
            // Inside the lines' box, near it, and far away from it.
            var reach = Math.Pow(10, 1 + (3 * random.NextDouble()));
            var position = i % 9 == 0
                ? lines[random.Next(lines.Count)].GetCoordinateN(0)
                : new Coordinate(reach * (random.NextDouble() - 0.5), reach * (random.NextDouble() - 0.5));
            var distances = lines.Select(l => DistanceOp.Distance(l, Factory.CreatePoint(position))).ToList();
            var expected = distances.Min();
            var limit = expected * (0.5 + random.NextDouble());
            if (!index.TryFindNearest(position.X, position.Y, out var nearest)
                || Math.Abs(nearest.Distance - expected) > 1e-9 * (1 + expected)
                || Math.Abs(distances[nearest.Line] - expected) > 1e-9 * (1 + expected)
                || (Math.Abs(limit - expected) > 1e-9 * (1 + expected) && index.IsWithin(position.X, position.Y, limit) != limit > expected))
            {
                return false;
            }
        }

        return true;
    });

    [Fact]
    public void Nearest_EquallyNearLines_IsTheFirst()
    {
        var index = LineIndex.Build(new([[5, -5, 5, 5], [-5, -5, -5, 5], [-5, -5, -5, 5]]));

        Assert.True(index.TryFindNearest(0, 0, out var nearest));
        Assert.Equal(new(0, 5), nearest);
    }

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.NaN)]
    public void Nearest_OfNoPlace_IsNone(double east, double north) =>
        Assert.False(LineIndex.Build(new([[0, 0, 1, 1]])).TryFindNearest(east, north, out _));

    [Fact]
    public void EmptySet_HasNoNearest()
    {
        var index = LineIndex.Build(new([]));

        Assert.False(index.TryFindNearest(0, 0, out _));
        Assert.False(index.IsWithin(0, 0, double.PositiveInfinity));
    }

    [Fact]
    public void IsWithin_NegativeDistance_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LineIndex.Build(new([[0, 0, 1, 1]])).IsWithin(0, 0, double.NaN));

    [Fact]
    public void Queries_AllocateNothing()
    {
        var index = LineIndex.Build(new([.. Lines(new(7)).Select(Areas.Flat)]));
        Ask();

        var before = GC.GetAllocatedBytesForCurrentThread();
        Ask();

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Ask()
        {
            for (var i = -500; i < 500; i++)
            {
                index.TryFindNearest(i, -i, out _);
                index.IsWithin(i, i, 10);
            }
        }
    }

    [Fact]
    public void Set_BadLines_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new LineSet([[0, 0]]));
        Assert.Throws<ArgumentException>(() => new LineSet([[0, 0, 1]]));
        Assert.Throws<ArgumentException>(() => new LineSet([[0, 0, 1, double.NaN]]));
    }

    private static List<LineString> Lines(Random random) =>
    [
        .. Enumerable.Range(0, 1 + random.Next(12)).Select(_ =>
        {
            var (east, north) = (random.Next(-400, 400), random.Next(-400, 400));
            return Factory.CreateLineString([.. Enumerable.Range(0, 2 + random.Next(80)).Select(i => new Coordinate(east + (3 * i), north + random.Next(-9, 9)))]);
        }),
    ];
}
