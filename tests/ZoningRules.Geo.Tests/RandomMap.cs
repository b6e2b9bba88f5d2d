using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;

namespace ZoningRules.Geo.Tests;

/// <summary>A map that was drawn at random, 100 km wide with all that matters in its middle: two control units, two areas, a line; and rules about them, at most one a layer.</summary>
internal sealed class RandomMap : IDisposable
{
    private const double Middle = 50_000;

    private readonly Random dice;
    private readonly List<(Scope Scope, Func<Vocabulary, Condition?> When)> rules = [];

    public RandomMap(Random dice)
    {
        this.dice = dice;
        Folder = Directory.CreateTempSubdirectory("zoning-map-").FullName;
        Border = Middle + Near(800);
        Write("all", SmallWorld.Polygon("", (0, 0), (100_000, 0), (100_000, 100_000), (0, 100_000)));
        Write(
            "units",
            SmallWorld.Polygon("\"code\":\"ZH36020210001\",\"name\":\"甲\",\"kind\":1", (0, 0), (Border, 0), (Border, 100_000), (0, 100_000)),
            SmallWorld.Polygon("\"code\":\"ZH36020220001\",\"name\":\"乙\",\"kind\":2", (Border, 0), (100_000, 0), (100_000, 100_000), (Border, 100_000)));
        Areas = [.. new[] { "first", "second" }.Select(RandomArea)];
        Line = [.. Enumerable.Range(0, 4).Select(i => (Middle - 4000 + (2700 * i) + Near(900), Middle + Near(2500)))];
        Write("line", SmallWorld.Feature("\"name\":\"河\"", "LineString", $"[{string.Join(',', Line.Select(p => SmallWorld.Position(p.East, p.North)))}]"));
        Definitions =
        [
            TestLayers.Define("units", LayerShape.ControlUnits, Data("units")) with { UnitFields = TestLayers.UnitFields with { Code = "code", Name = "name", Category = "kind" } },
            TestLayers.Define("first", LayerShape.Areas, Data("first")),
            TestLayers.Define("second", LayerShape.Areas, Data("second")),
            TestLayers.Define("line", LayerShape.Lines, Data("line")),
        ];
        Locator = SiteLocator.Load(Definitions);
        AddRules();
    }

    public double Border { get; }

    public IReadOnlyList<(double East, double North)[]> Areas { get; }

    public (double East, double North)[] Line { get; }

    public IReadOnlyList<LayerDefinition> Definitions { get; }

    public SiteLocator Locator { get; }

    /// <summary>For each rule: whether it holds at a position as drawn, and the least way to where that changes.</summary>
    public List<Func<double, double, (string Layer, bool Holds, double Way)>> Truths { get; } = [];

    private string Folder { get; }

    public RulePack Pack() => MarginWorld.Pack(Definitions, v => rules.Select(r => (r.Scope, r.When(v))));

    public double AccuracyOf(string layer) => (double)Definitions.Single(d => d.Id == layer).Data!.Accuracy.Value;

    public (double East, double North) Position() => (Middle + Near(1800), Middle + Near(1800));

    public Site.Geometry Area(decimal accuracy)
    {
        var (east, north) = Position();
        var (width, height) = (dice.Next(20, 900), dice.Next(20, 900));
        return dice.Next(2) == 0
            ? SmallWorld.Box(east, north, east + width, north + height, accuracy)
            : SmallWorld.Ring(accuracy, (east, north), (east + width, north + Near(90)), (east + Near(200), north + height));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void AddRules()
    {
        for (var i = 0; i < 2; i++)
        {
            var layer = i == 0 ? "first" : "second";
            var area = Areas[i];
            switch (dice.Next(4))
            {
                case 0:
                    rules.Add((new Scope.City(), v => MarginWorld.In(v, layer)));
                    Truths.Add((e, n) => (layer, Holds(area, e, n), Way(area, e, n)));
                    break;
                case 1:
                    rules.Add((new Scope.City(), v => new Condition.Not(MarginWorld.In(v, layer))));
                    Truths.Add((e, n) => (layer, !Holds(area, e, n), Way(area, e, n)));
                    break;
            }
        }

        if (dice.Next(2) == 0)
        {
            var limit = dice.Next(100, 1500);
            var within = dice.Next(2) == 0;
            rules.Add((new Scope.City(), v => MarginWorld.Distance(v, "line", within ? Comparison.AtMost : Comparison.MoreThan, limit)));
            Truths.Add((e, n) => ("line", WayToLine(e, n) <= limit == within, Math.Abs(WayToLine(e, n) - limit)));
        }

        if (dice.Next(2) == 0 || rules.Count == 0)
        {
            rules.Add((new Scope.InCategory(ControlCategory.Key), _ => null));
            Truths.Add((e, _) => ("units", e > Border, Math.Abs(e - Border)));
        }
    }

    private (double, double)[] RandomArea(string name)
    {
        var (east, north) = (Middle + Near(1500), Middle + Near(1500));
        var (width, height, lean) = (dice.Next(100, 2500), dice.Next(100, 2500), Near(80));
        (double, double)[] ring = [(east, north), (east + width, north + lean), (east + width - lean, north + height + lean), (east - lean, north + height)];
        Write(name, SmallWorld.Polygon($"\"name\":\"{name}\"", ring));
        return ring;
    }

    private double Near(int most) => dice.Next(-most * 10, (most * 10) + 1) / 10d;

    private LayerData Data(string name) =>
        TestLayers.Data(Path.Combine(Folder, name), Path.Combine(Folder, "all"), dice.Next(0, 40), "EPSG:4548") with { Sliver = new(0) };

    private void Write(string name, params string[] features) => File.WriteAllText(
        Path.Combine(Folder, name),
        $"{{\"type\":\"FeatureCollection\",\"crs\":{{\"type\":\"name\",\"properties\":{{\"name\":\"urn:ogc:def:crs:EPSG::4548\"}}}},\"features\":[{string.Join(',', features)}]}}");

    private double WayToLine(double east, double north) => Enumerable.Range(0, Line.Length - 1).Min(i => ToSegment(Line[i], Line[i + 1], east, north));

    private static double Way((double East, double North)[] ring, double east, double north) =>
        Enumerable.Range(0, ring.Length).Min(i => ToSegment(ring[i], ring[(i + 1) % ring.Length], east, north));

    private static bool Holds((double East, double North)[] ring, double east, double north)
    {
        var inside = false;
        for (var i = 0; i < ring.Length; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Length]);
            if (a.North > north != b.North > north && east < a.East + ((b.East - a.East) * (north - a.North) / (b.North - a.North)))
            {
                inside = !inside;
            }
        }

        return inside;
    }

    private static double ToSegment((double East, double North) a, (double East, double North) b, double east, double north)
    {
        var (x, y) = (b.East - a.East, b.North - a.North);
        var along = Math.Clamp((((east - a.East) * x) + ((north - a.North) * y)) / ((x * x) + (y * y)), 0, 1);
        return Math.Sqrt(Math.Pow(a.East + (along * x) - east, 2) + Math.Pow(a.North + (along * y) - north, 2));
    }
}
