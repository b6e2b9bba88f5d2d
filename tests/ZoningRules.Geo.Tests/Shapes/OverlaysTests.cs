using NetTopologySuite.Geometries;
using ZoningRules.Geo.Shapes;

namespace ZoningRules.Geo.Tests.Shapes;

public class OverlaysTests
{
    private const double Distance = 500;

    public static TheoryData<double, double> Combs => new() { { 0.5, 2 }, { 2, 3 }, { 4.9, 12 }, { 4.9, 600 }, { 60, 40 } };

    [Theory]
    [MemberData(nameof(Combs))]
    public void Grown_Comb_HasEverythingWithinTheDistanceAndLittleMore(double depth, double pitch)
    {
        var comb = Comb(depth, pitch);

        var grown = Overlays.Grown(comb, Distance);

        var distances = Along(grown.Boundary).Select(p => p.Distance(comb)).ToList();
        Assert.InRange(distances.Min(), Distance, Distance * 1.002);
        Assert.InRange(distances.Max(), Distance, Distance * 1.002);
    }

    [Theory]
    [MemberData(nameof(Combs))]
    public void Shrunk_Comb_HasNothingWithinTheDistanceAndLacksLittle(double depth, double pitch)
    {
        var comb = Comb(depth, pitch);

        var shrunk = Overlays.Shrunk(comb, Distance)!;

        var border = comb.Boundary;
        var distances = Along(shrunk.Boundary).Select(p => p.Distance(border)).ToList();
        Assert.InRange(distances.Min(), Distance, Distance * 1.002);
        Assert.InRange(distances.Max(), Distance, Distance * 1.002);
    }

    private static IEnumerable<Point> Along(Geometry line)
    {
        var corners = line.Coordinates;
        for (var i = 1; i < corners.Length; i++)
        {
            yield return line.Factory.CreatePoint(corners[i]);
            yield return line.Factory.CreatePoint(new Coordinate((corners[i - 1].X + corners[i].X) / 2, (corners[i - 1].Y + corners[i].Y) / 2));
        }
    }

    // A block of 3 km by 2 km whose upper and lower sides have notches.
    private static Polygon Comb(double depth, double pitch)
    {
        var corners = new List<Coordinate> { new(0, 0) };
        var teeth = (int)(3000 / pitch);
        for (var i = 0; i < teeth; i++)
        {
            corners.Add(new((i + 0.5) * pitch, depth));
            corners.Add(new((i + 1) * pitch, 0));
        }

        corners.Add(new(3000, 0));
        corners.Add(new(3000, 2000));
        for (var i = teeth; i > 0; i--)
        {
            corners.Add(new(i * pitch, 2000));
            corners.Add(new((i - 0.4) * pitch, 2000 - depth));
            corners.Add(new((i - 0.6) * pitch, 2000 - depth));
        }

        corners.Add(new(0, 2000));
        corners.Add(new(0, 0));
        return GeometryFactory.Default.CreatePolygon(corners.Distinct().Append(corners[0]).ToArray());
    }
}
