using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using ZoningRules.Cli.Tests.Batch;

namespace ZoningRules.Cli.Tests;

/// <summary>What is doubtful about a place is said by every verb that looks at places: coordinates in doubt, outlines repaired in two ways, layers that failed.</summary>
public sealed class DoubtfulPlaceTests : IDisposable
{
    private const string Shifted = "samples/coordinates/from-web-map.yaml";
    private const string Farm = "samples/proposals/03-pig-farm-restricted-zone.yaml";
    private const string Around = "samples/where/around.geojson";
    private const string Failed = "图层读取失败，需要它的要求待定：畜禽养殖限养区";

    private readonly string folder = Zoning.Folder();

    [Fact]
    public void Where_CoordinatesInDoubt_AreTold()
    {
        var (zones, map) = (Path.Combine(folder, "where.geojson"), Path.Combine(folder, "where.svg"));
        var text = Zoning.Run("where", Shifted, "--within", Around, "--output", zones, "--map", map).Out;
        using var json = JsonDocument.Parse(Zoning.Run("where", Shifted, "--within", Around, "--format", "json", "--lang", "en").Out);

        Assert.Contains("! 场址按申报的坐标系 EPSG:4490 只有 0 % 在所报宗地内", text, StringComparison.Ordinal);
        Assert.Contains("坐标系存疑，场址位置未定，不查找最近之处", text, StringComparison.Ordinal);
        Assert.Contains("GCJ-02", string.Concat(XDocument.Load(map).Root!.Elements().Select(e => e.Value)), StringComparison.Ordinal);
        Assert.Contains("GCJ-02", File.ReadAllText(zones), StringComparison.Ordinal);
        Assert.True(json.RootElement.GetProperty("ownCoordinatesDoubtful").GetBoolean());
        Assert.Contains(json.RootElement.GetProperty("notices").EnumerateArray(), n => n.GetString()!.Contains("GCJ-02", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_ProhibitedWhereverItIs_FindsNoNearestPlaceFromADoubtfulOne()
    {
        var prohibited = Path.Combine(folder, "prohibited.yaml");
        File.WriteAllText(prohibited, File.ReadAllText(Shifted).Replace("project.outdated-capacity: no", "project.outdated-capacity: yes", StringComparison.Ordinal));
        File.Copy("samples/coordinates/parcel.geojson", Path.Combine(folder, "parcel.geojson"));
        using var json = JsonDocument.Parse(Zoning.Run("where", prohibited, "--within", Around, "--format", "json").Out);
        var text = Zoning.Run("where", prohibited, "--within", Around).Out;

        Assert.Equal("Prohibited", json.RootElement.GetProperty("ownVerdict").GetString());
        Assert.Empty(json.RootElement.GetProperty("nearest").EnumerateArray());
        Assert.Contains("不查找最近之处", text, StringComparison.Ordinal);
        Assert.DoesNotContain("查找范围内没有不被禁止的地方", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_CrsConfirmedByAnOfficer_IsNoLongerInDoubt()
    {
        var confirmed = Path.Combine(folder, "confirmed.yaml");
        File.WriteAllText(confirmed, File.ReadAllText(Shifted) + """
              - attribute: site.crs
                value: EPSG:4490
                by: 王某
                date: 2026-11-21
                reason: 已核对测绘成果

            """);
        File.Copy("samples/coordinates/parcel.geojson", Path.Combine(folder, "parcel.geojson"));
        using var json = JsonDocument.Parse(Zoning.Run("where", confirmed, "--within", Around, "--format", "json").Out);

        Assert.False(json.RootElement.GetProperty("ownCoordinatesDoubtful").GetBoolean());
        Assert.Contains(json.RootElement.GetProperty("notices").EnumerateArray(), n => n.GetString()!.Contains("王某 已确认所报坐标系", StringComparison.Ordinal));
    }

    [Fact]
    public void TwoReadings_AreToldByEveryVerb()
    {
        const string said = "按两种结果分别审查";
        const string drawn = "所绘为两种修复结果之一";
        var star = Star();
        var map = Path.Combine(folder, "star.svg");

        Assert.Contains(said, Unwrapped(Zoning.Run("check", star, "--map", map).Out), StringComparison.Ordinal);
        Assert.Contains(drawn, File.ReadAllText(map), StringComparison.Ordinal);
        Assert.Contains(said, Zoning.Run("check", star, "--margin", "--format", "json").Out, StringComparison.Ordinal);
        Assert.Contains(said, Unwrapped(Zoning.Run("locate", star, "--map", map).Out), StringComparison.Ordinal);
        Assert.Contains(drawn, File.ReadAllText(map), StringComparison.Ordinal);
        Assert.Contains(said, Zoning.Run("where", star, "--within", Around, "--map", map).Out, StringComparison.Ordinal);
        Assert.Contains(drawn, File.ReadAllText(map), StringComparison.Ordinal);
        var row = Zoning.FileOf("rows.ndjson", """
            {"name": "星形", "site": {"wkt": "STAR", "crs": "EPSG:4490", "repair": "yes"}, "attributes": {"project.kind": "project"}}
            """.Replace("STAR", StarText, StringComparison.Ordinal));
        Assert.True(Assert.Single(BatchFiles.Results(Zoning.Run("batch", row))).GetProperty("repaired").GetBoolean());
    }

    // Moving only one of the two outlines would leave the other where the project is prohibited.
    [Fact]
    public void Where_TwoReadings_AreBothMoved()
    {
        using var json = JsonDocument.Parse(Zoning.Run("where", Star(), "--within", Around, "--format", "json").Out);
        var place = json.RootElement.GetProperty("nearest").EnumerateArray().Single(n => n.GetProperty("verdict").GetString() == "Conditional");
        var text = File.ReadAllText(Farm);
        var (east, north) = (place.GetProperty("position")[0].GetDouble(), place.GetProperty("position")[1].GetDouble());
        var moved = Path.Combine(folder, "moved.yaml");
        File.WriteAllText(moved, WithSite(text, StarAt(east, north, 0.0002)));
        var there = Zoning.Run("check", moved, "--format", "json").Out;

        using var check = JsonDocument.Parse(there);
        Assert.Equal(check.RootElement.GetProperty("verdict").GetString(), place.GetProperty("verdictOfMovedSite").GetString());
    }

    [Fact]
    public void Where_SiteAndCandidatesElsewhere_AreToldInOneRun()
    {
        var candidates = Zoning.FileOf("candidates.geojson", """
            {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "远处"}, "geometry": {"type": "Point", "coordinates": [10, 50]}}]}
            """);
        var bad = Path.Combine(folder, "bad.yaml");
        File.WriteAllText(bad, WithSite(File.ReadAllText(Farm), "POINT (10 51)"));
        Zoning.Run("where", bad, "--candidates", candidates).Fails(65, "远处", "51");
    }

    [Fact]
    public void FailedLayer_IsNamedByEveryVerb()
    {
        using var pack = new Layers.PackCopy();
        File.WriteAllText(Path.Combine(pack.Folder, "layers", "data", "livestock-restricted.geojson"), """{"type":"FeatureColl""");
        var (map, zones, summary) = (Path.Combine(folder, "map.svg"), Path.Combine(folder, "zones.geojson"), Path.Combine(folder, "summary.md"));

        Assert.Contains(Failed, Unwrapped(Zoning.Run("check", Farm, "--rules", pack.Folder, "--map", map).Out), StringComparison.Ordinal);
        Assert.Contains(Failed, File.ReadAllText(map), StringComparison.Ordinal);
        Assert.Contains(Failed, Zoning.Run("check", Farm, "--rules", pack.Folder, "--format", "json").Out, StringComparison.Ordinal);
        Assert.Contains(Failed, Zoning.Run("check", Farm, "--rules", pack.Folder, "--format", "html").Out, StringComparison.Ordinal);
        Assert.Contains(Failed, Unwrapped(Zoning.Run("locate", "--point", "117.2,29.29", "--crs", "EPSG:4490", "--rules", pack.Folder).Out), StringComparison.Ordinal);
        Assert.Contains(Failed, Zoning.Run("where", Farm, "--rules", pack.Folder, "--within", Around, "--map", map, "--output", zones).Out, StringComparison.Ordinal);
        Assert.Contains(Failed, File.ReadAllText(map), StringComparison.Ordinal);
        Assert.Contains(Failed, File.ReadAllText(zones), StringComparison.Ordinal);
        Assert.Contains(Failed, Zoning.Run("where", Farm, "--rules", pack.Folder, "--within", Around, "--format", "json").Out, StringComparison.Ordinal);
        var batch = Zoning.Run("batch", "samples/batch/projects.ndjson", "--rules", pack.Folder, "--summary", summary);
        Assert.Equal("livestock-restricted", BatchFiles.Results(batch)[0].GetProperty("failedLayers")[0].GetString());
        Assert.Contains("图层读取失败，需要它的要求待定：livestock-restricted", File.ReadAllText(summary), StringComparison.Ordinal);
        Assert.DoesNotContain("failedLayers", Zoning.Run("batch", "samples/batch/projects.ndjson").Out, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Unwrapped(string text) => text.Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);

    // A five-pointed star drawn in one stroke: its middle is enclosed twice.
    private string Star()
    {
        var path = Path.Combine(folder, "star.yaml");
        File.WriteAllText(path, WithSite(File.ReadAllText(Farm), StarText));
        return path;
    }

    private static string StarText => StarAt(117.170978, 28.9297, 0.0002);

    private static string StarAt(double east, double north, double radius) => "POLYGON ((" + string.Join(", ", Enumerable.Range(0, 6).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"{east + (radius * Math.Sin(i * 4 * Math.PI / 5)):0.00000000} {north + (radius * Math.Cos(i * 4 * Math.PI / 5)):0.00000000}"))) + "))";

    private static string WithSite(string proposal, string wkt)
    {
        var lines = proposal.Split('\n').ToList();
        var start = lines.FindIndex(l => l.StartsWith("site:", StringComparison.Ordinal));
        var end = lines.FindIndex(start + 1, l => l.Length > 0 && l[0] is not (' ' or '#'));
        return string.Join('\n', [.. lines.Take(start), "site:", $"  wkt: \"{wkt}\"", "  crs: EPSG:4490", "  accuracy: 1 m", "  repair: yes", .. lines.Skip(end)]);
    }
}
