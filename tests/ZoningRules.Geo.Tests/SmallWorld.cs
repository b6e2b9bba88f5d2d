using System.Globalization;
using System.Text;
using ZoningRules.Locations;
using ZoningRules.Proposals;

namespace ZoningRules.Geo.Tests;

/// <summary>
/// A world that can be checked by hand, drawn in the working plane itself: 10 km by 10 km, two units side by side with their border at east 5000 (west of it
/// lies ZH36020210001 up to 4990 where north is above 9000, so that a strip of 10 m belongs to no unit), one zone of 1 km, one line, one point.
/// Positions are metres east and north of its corner. Accuracies: units 5 m, zone 10 m, line 20 m, point 10 m.
/// </summary>
internal sealed class SmallWorld : IDisposable
{
    public const double East0 = 500_000;
    public const double North0 = 3_240_000;
    public const string A = "ZH36020210001";
    public const string B = "ZH36020220001";

    private static readonly (double, double)[] All = [(0, 0), (10_000, 0), (10_000, 10_000), (0, 10_000)];

    public SmallWorld()
    {
        Folder = Directory.CreateTempSubdirectory("zoning-geo-").FullName;
        Write("all.geojson", Polygon("", All));
        Write(
            "units.geojson",
            Polygon($"\"code\":\"{A}\",\"name\":\"甲\",\"kind\":1", (0, 0), (5000, 0), (5000, 9000), (4990, 9000), (4990, 10_000), (0, 10_000)),
            Polygon($"\"code\":\"{B}\",\"name\":\"乙\",\"kind\":2", (5000, 0), (10_000, 0), (10_000, 8000), (8000, 8000), (8000, 10_000), (5000, 10_000)));
        Write("holes.geojson", Polygon("\"name\":\"旧厂\",\"reason\":\"旧厂未划入\"", (8000, 8000), (9000, 8000), (9000, 10_000), (8000, 10_000)));
        Write("zone.geojson", Polygon("\"name\":\"区\"", (2000, 2000), (3000, 2000), (3000, 3000), (2000, 3000)));
        Write(
            "pair.geojson",
            Polygon("\"name\":\"左\"", (2000, 5000), (3000, 5000), (3000, 6000), (2000, 6000)),
            Polygon("\"name\":\"右\"", (3000, 5000), (4000, 5000), (4000, 6000), (3000, 6000)));
        Write("line.geojson", Feature("\"name\":\"河\"", "LineString", $"[{Position(6000, -500)},{Position(6000, 10_500)}]"));
        Write("point.geojson", Feature("\"name\":\"校\"", "Point", Position(7000, 1000)));
        Write("none.geojson");
        Definitions =
        [
            TestLayers.Define("units", LayerShape.ControlUnits, Data("units.geojson", 5) with { GapsFile = PathOf("holes.geojson") })
                with { UnitFields = TestLayers.UnitFields with { Code = "code", Name = "name", Category = "kind" } },
            TestLayers.Define("zone", LayerShape.Areas, Data("zone.geojson", 10)),
            TestLayers.Define("pair", LayerShape.Areas, Data("pair.geojson", 10)),
            TestLayers.Define("line", LayerShape.Lines, Data("line.geojson", 20)),
            TestLayers.Define("point", LayerShape.Points, Data("point.geojson", 10)),
            TestLayers.Define("none", LayerShape.Areas, Data("none.geojson", 10)),
        ];
        Locator = SiteLocator.Load(Definitions);
    }

    public IReadOnlyList<LayerDefinition> Definitions { get; }

    public SiteLocator Locator { get; }

    private string Folder { get; }

    public static string Position(double east, double north) => FormattableString.Invariant($"[{East0 + east:R},{North0 + north:R}]");

    public static string Polygon(string properties, params (double East, double North)[] ring) =>
        Feature(properties, "Polygon", $"[[{string.Join(',', ring.Append(ring[0]).Select(p => Position(p.East, p.North)))}]]");

    public static string Feature(string properties, string type, string coordinates) =>
        $"{{\"type\":\"Feature\",\"properties\":{{{properties}}},\"geometry\":{{\"type\":\"{type}\",\"coordinates\":{coordinates}}}}}";

    public static Site.Geometry Box(double west, double south, double east, double north, decimal accuracy = 1) =>
        Ring(accuracy, (west, south), (east, south), (east, north), (west, north));

    public static Site.Geometry Ring(decimal accuracy, params (double East, double North)[] ring)
    {
        var text = new StringBuilder();
        foreach (var (east, north) in ring)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{North0 + north:R}, {East0 + east:R}");
        }

        return TestLayers.Site(SiteFormat.Coordinates, text.ToString(), "EPSG:4548", accuracy);
    }

    public static Site.Geometry Line(params (double East, double North)[] line) =>
        TestLayers.Site(
            SiteFormat.Wkt,
            $"LINESTRING ({string.Join(", ", line.Select(p => FormattableString.Invariant($"{North0 + p.North:R} {East0 + p.East:R}")))})",
            "EPSG:4548");

    public static Site.Geometry Point(double east, double north, decimal accuracy = 1) =>
        TestLayers.Point(North0 + north, East0 + east, "EPSG:4548", accuracy);

    public SiteLocation Locate(Site.Geometry site) => Locator.Locate(site).Require();

    public LayerRelation Relate(Site.Geometry site, string layer) => Locate(site).Relations.Single(r => r.Layer == layer);

    public string PathOf(string name) => Path.Combine(Folder, name);

    public LayerData Data(string file, decimal accuracy) => TestLayers.Data(PathOf(file), PathOf("all.geojson"), accuracy, "EPSG:4548");

    public void Write(string name, params string[] features) => File.WriteAllText(
        PathOf(name),
        $"{{\"type\":\"FeatureCollection\",\"crs\":{{\"type\":\"name\",\"properties\":{{\"name\":\"urn:ogc:def:crs:EPSG::4548\"}}}},\"features\":[{string.Join(',', features)}]}}");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
