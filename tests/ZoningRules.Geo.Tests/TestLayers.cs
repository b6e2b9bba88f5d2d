using System.Collections.Immutable;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;

namespace ZoningRules.Geo.Tests;

/// <summary>Layer definitions over the copies of the Jingdezhen data beside the tests, and sites among them.</summary>
internal static class TestLayers
{
    public static readonly SourcePlace Place = new("layers.yaml", 3);

    private static readonly LocalText Anything = LocalText.Same("x");

    public static readonly UnitFields UnitFields = new(
        "HJGKDYBM",
        "HJGKDYMC",
        "ZHGKDYFL",
        new Dictionary<string, ControlCategory>
        {
            ["1"] = ControlCategory.Priority,
            ["2"] = ControlCategory.Key,
            ["3"] = ControlCategory.General,
        }.ToImmutableDictionary());

    private static readonly Lazy<SiteLocator> Made = new(() => SiteLocator.Load(Jingdezhen()));

    private static readonly Lazy<SiteLocator> MadeExact = new(() => SiteLocator.Load(Jingdezhen().Select(l =>
        l with { Data = l.Data is null ? null : l.Data with { Accuracy = new(0), Sliver = new(0) } })));

    public static SiteLocator Locator => Made.Value;

    /// <summary>The same layers, as if their borders were exactly known.</summary>
    public static SiteLocator ExactLocator => MadeExact.Value;

    public static string DataFile(string name) => Path.Combine(AppContext.BaseDirectory, "data", name);

    public static LayerDefinition Define(string id, LayerShape shape, LayerData? data) => new()
    {
        Id = id,
        Label = Anything,
        Shape = shape,
        Data = data,
        Ask = Anything,
        AnsweredBy = Answerer.Authority,
        Place = Place,
    };

    public static LayerData Data(string file, string coverage, decimal accuracy, string crs = "EPSG:4490") => new()
    {
        File = file,
        CoverageFile = coverage,
        Crs = crs,
        Accuracy = new(accuracy),
        Sliver = new(1),
        Illustrative = true,
        NameField = "name",
        SourceTitle = Path.GetFileName(file),
        SourcePublisher = "test",
        SourceDate = new(2026, 11, 22),
    };

    public static IReadOnlyList<LayerDefinition> Jingdezhen()
    {
        LayerData At(string name, decimal accuracy) => Data(DataFile(name), DataFile("counties.geojson"), accuracy);
        return
        [
            Define("units", LayerShape.ControlUnits, At("units.geojson", 5) with { GapsFile = DataFile("no_unit_areas.geojson") })
                with { UnitFields = UnitFields },
            Define("river-main", LayerShape.Lines, At("rivers.geojson", 20)),
            Define("industrial-parks", LayerShape.Areas, At("industrial_parks.geojson", 10)),
            Define("drinking-water-protection", LayerShape.Areas, At("drinking_water_protection.geojson", 10)),
            Define("natural-wetland", LayerShape.Areas, At("natural_wetland.geojson", 10)),
            Define("sensitive-receptors", LayerShape.Points, At("sensitive_receptors.geojson", 10)),
            Define("chemical-parks", LayerShape.Areas, null) with { PartOf = "industrial-parks", Filters = [new("kinds", ["chemical"])] },
            Define("lakes-and-reservoirs", LayerShape.Areas, null),
        ];
    }

    public static Site.Geometry Site(SiteFormat format, string content, string? crs = "EPSG:4490", decimal? accuracy = 1) =>
        new(format, content, crs, accuracy is { } metres ? new Metres(metres) : null, new("site.txt", 1));

    public static Site.Geometry Point(double first, double second, string crs = "EPSG:4490", decimal? accuracy = 1) =>
        Site(SiteFormat.Point, FormattableString.Invariant($"{first:R}, {second:R}"), crs, accuracy);
}
