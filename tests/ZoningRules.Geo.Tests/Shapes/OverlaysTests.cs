using NetTopologySuite.Geometries;
using ZoningRules.Geo.Shapes;

namespace ZoningRules.Geo.Tests.Shapes;

public class OverlaysTests
{
    private const double Distance = 500;

    // Turns at corners from blunt to sharp, so that arcs get every number of chords; and sides with notches, which the library simplifies.
    public static TheoryData<string> Outlines =>
        ["triangle", "square", "pentagon", "17 corners", "40 corners", "needle", "notches 2 deep", "notches 4.9 deep", "notches 60 deep"];

    [Theory]
    [MemberData(nameof(Outlines))]
    public void Grown_AnyOutline_HasEverythingWithinTheDistance(string outline)
    {
        var area = AreaOf(outline);

        var grown = Overlays.Grown(area, Distance);

        var distances = Along(grown.Boundary).Select(p => p.Distance(area)).ToList();
        Assert.InRange(distances.Min(), Distance, Distance * 1.01);
        Assert.InRange(distances.Max(), Distance, Distance * 1.02);
    }

    [Theory]
    [MemberData(nameof(Outlines))]
    public void Shrunk_AnyOutlineAsAHole_HasNothingWithinTheDistance(string outline)
    {
        var area = AreaOf(outline);
        var frame = new Envelope(-3000, 6000, -3000, 6000);
        var around = area.Factory.CreatePolygon(((Polygon)area.Factory.ToGeometry(frame)).Shell, [area.Shell]);

        var shrunk = Overlays.Shrunk(around, Distance)!;

        var border = around.Boundary;
        var distances = Along(shrunk.Boundary).Select(p => p.Distance(border)).ToList();
        Assert.InRange(distances.Min(), Distance, Distance * 1.01);
        Assert.InRange(distances.Max(), Distance, Distance * 1.02);
    }

    private static IEnumerable<Point> Along(Geometry line)
    {
        for (var part = 0; part < line.NumGeometries; part++)
        {
            var corners = line.GetGeometryN(part).Coordinates;
            for (var i = 1; i < corners.Length; i++)
            {
                yield return line.Factory.CreatePoint(corners[i]);
                yield return line.Factory.CreatePoint(new Coordinate((corners[i - 1].X + corners[i].X) / 2, (corners[i - 1].Y + corners[i].Y) / 2));
            }
        }
    }

    private static Polygon AreaOf(string outline) => outline switch
    {
        "triangle" => Regular(3),
        "square" => Regular(4),
        "pentagon" => Regular(5),
        "17 corners" => Regular(17),
        "40 corners" => Regular(40),
        "needle" => Of([(0, 0), (3000, 40), (0, 80)]),
        "notches 2 deep" => Comb(2, 50),
        "notches 4.9 deep" => Comb(4.9, 75),
        _ => Comb(60, 300),
    };

    private static Polygon Regular(int corners) =>
        Of(Enumerable.Range(0, corners).Select(i => (1500 + (1000 * Math.Cos((2 * Math.PI * i / corners) + 0.3)), 1500 + (1000 * Math.Sin((2 * Math.PI * i / corners) + 0.3)))));

    // A block of 3 km by 2 km whose upper side has notches and whose lower side has teeth.
    private static Polygon Comb(double depth, double pitch)
    {
        var teeth = (int)(3000 / pitch);
        IEnumerable<(double, double)> lower = Enumerable.Range(0, teeth).SelectMany(i => new[] { (i * pitch, 0d), ((i + 0.5) * pitch, -depth) });
        IEnumerable<(double, double)> upper = Enumerable.Range(0, teeth).Reverse()
            .SelectMany(i => new[] { ((i + 1) * pitch, 2000d), ((i + 0.6) * pitch, 2000 - depth), ((i + 0.4) * pitch, 2000 - depth) });
        return Of([.. lower, (3000, 0), .. upper, (0, 2000)]);
    }

    private static Polygon Of(IEnumerable<(double East, double North)> corners)
    {
        var ring = corners.Select(c => new Coordinate(c.East, c.North)).ToList();
        return GeometryFactory.Default.CreatePolygon([.. ring, ring[0].Copy()]);
    }
}
