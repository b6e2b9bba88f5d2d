using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using NetTopologySuite.Operation.Distance;
using ZoningRules.Geo.Shapes;

namespace ZoningRules.Geo.Tests.Shapes;

public sealed class SegmentTreeTests
{
    private static readonly GeometryFactory Factory = new();

    [Fact]
    public void Search_RandomShapes_AgreesWithTheLibrary() => Properties.Hold(400, random =>
    {
        var (first, second) = (RandomGeometry(random), RandomGeometry(random));
        var expected = DistanceOp.Distance(first, second);
        var gap = new Shape(first).GapTo(new(second), double.PositiveInfinity);
        var from = Math.Sqrt(Math.Pow(gap.ToEast - gap.FromEast, 2) + Math.Pow(gap.ToNorth - gap.FromNorth, 2));
        return Math.Abs(gap.Length - expected) < 1e-9
            && Math.Abs(new Shape(second).GapTo(new(first), double.PositiveInfinity).Length - expected) < 1e-9
            && (expected == 0 || Math.Abs(from - expected) < 1e-9)
            && !new Shape(first).GapTo(new(second), (expected * 0.999) - 1e-9).Found == expected > 1e-9;
    });

    [Fact]
    public void SideOf_EveryVertexMidpointAndNeighbour_AgreesWithTheLibrary() => Properties.Hold(200, random =>
    {
        var polygon = RandomStar(random, 3 + random.Next(40));
        var shape = new Shape(polygon);
        var positions = polygon.Coordinates.Zip(polygon.Coordinates.Skip(1))
            .SelectMany(edge => (Coordinate[])
            [
                edge.First,
                new((edge.First.X + edge.Second.X) / 2, (edge.First.Y + edge.Second.Y) / 2),
                new(edge.First.X, edge.Second.Y),
            ])
            .Append(new(0, 0));
        return positions.All(p => SimplePointInAreaLocator.Locate(p, polygon) switch
        {
            Location.Interior => Side.Inside,
            Location.Boundary => Side.Border,
            _ => Side.Outside,
        } == shape.Edges.SideOf(p.X, p.Y));
    });

    [Fact]
    public void From_Position_AgreesWithTheLibrary() => Properties.Hold(200, random =>
    {
        var geometry = RandomGeometry(random);
        var point = Factory.CreatePoint(new Coordinate(random.Next(-50, 50), random.Next(-50, 50)));
        var border = geometry is Polygon polygon ? polygon.Boundary : geometry;
        return Math.Abs(new Shape(geometry).Edges.From(point.X, point.Y, double.PositiveInfinity) - border.Distance(point)) < 1e-9;
    });

    [Fact]
    public void CountCrossings_RandomLines_AgreesWithAllPairs() => Properties.Hold(100, random =>
    {
        var line = Factory.CreateLineString([.. Enumerable.Range(0, 2 + random.Next(60)).Select(_ => new Coordinate(random.NextDouble(), random.NextDouble()))]);
        var segments = line.Coordinates.Zip(line.Coordinates.Skip(1), (a, b) => new LineSegment(a, b)).ToList();
        var expected = segments.SelectMany((a, i) => segments.Skip(i + 2).Where(b => a.Intersection(b) is not null)).Count();
        return new Shape(line).Edges.CountCrossings(int.MaxValue) == expected && new Shape(line).Edges.CountCrossings(3) == Math.Min(3, expected);
    });

    [Theory]
    [InlineData("POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (2 2, 4 2, 4 4, 2 4, 2 2))", "POINT (3 3)", 1)]
    [InlineData("POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (2 2, 4 2, 4 4, 2 4, 2 2))", "POINT (6 6)", 0)]
    [InlineData("POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0))", "POLYGON ((2 2, 4 2, 4 4, 2 4, 2 2))", 0)]
    [InlineData("MULTIPOINT (0 0, 7 0)", "LINESTRING (9 -3, 9 3)", 2)]
    public void GapTo_HolesAndParts_AreHonoured(string first, string second, double gap)
    {
        var reader = new WKTReader();

        Assert.Equal(gap, new Shape(reader.Read(first)).GapTo(new(reader.Read(second)), 100).Length, 1e-12);
        Assert.Equal(gap, new Shape(reader.Read(second)).GapTo(new(reader.Read(first)), 100).Length, 1e-12);
    }

    private static Geometry RandomGeometry(Random random) => random.Next(4) switch
    {
        0 => Factory.CreatePoint(new Coordinate(random.Next(-30, 30), random.Next(-30, 30))),
        1 => Factory.CreateLineString([.. Enumerable.Range(0, 2 + random.Next(30)).Select(i => new Coordinate(i - 20, random.Next(-30, 30)))]),
        _ => RandomStar(random, 3 + random.Next(60)),
    };

    // Whole numbers, so that positions on borders and equal gaps occur.
    private static Polygon RandomStar(Random random, int corners)
    {
        while (true)
        {
            var (east, north) = (random.Next(-30, 30), random.Next(-30, 30));
            var ring = Enumerable.Range(0, corners)
                .Select(i => (Angle: 2 * Math.PI * i / corners, Radius: 5 + random.Next(20)))
                .Select(p => new Coordinate(Math.Round(east + (p.Radius * Math.Cos(p.Angle))), Math.Round(north + (p.Radius * Math.Sin(p.Angle)))))
                .ToList();
            var polygon = Factory.CreatePolygon([.. ring, ring[0].Copy()]);
            if (polygon.IsValid)
            {
                return polygon;
            }
        }
    }
}
