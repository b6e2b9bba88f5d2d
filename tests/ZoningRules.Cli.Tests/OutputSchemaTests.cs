using System.Text.Json.Nodes;
using ZoningRules.Cli.Tests.Layers;
using ZoningRules.Tests.Reports;

namespace ZoningRules.Cli.Tests;

/// <summary>What the verbs write as JSON is what the published schemas say, and the schemas say no less than that.</summary>
public sealed class OutputSchemaTests
{
    private const string Around = "samples/where/around.geojson";
    private const string Farm = "samples/proposals/03-pig-farm-restricted-zone.yaml";

    [Theory]
    [InlineData("zh", Farm, "--candidates", "samples/where/candidates.geojson")]
    [InlineData("en", "samples/proposals/11-town-name-only.yaml")]
    [InlineData("en", "samples/coordinates/from-web-map.yaml")]
    [InlineData("zh", "samples/coordinates/bow-tie.yaml", "--keep-declared")]
    public void Where_JsonAndZones_AreWhatTheirSchemasSay(string lang, string proposal, params string[] more)
    {
        var asked = Path.Combine(Zoning.Folder(), "proposal.yaml");
        var text = File.ReadAllText(proposal);
        File.Copy("samples/coordinates/parcel.geojson", Path.Combine(Path.GetDirectoryName(asked)!, "parcel.geojson"));
        File.WriteAllText(asked, proposal.Contains("bow-tie", StringComparison.Ordinal) ? text.Replace("  accuracy: 0.5 m", "  accuracy: 0.5 m\n  repair: yes", StringComparison.Ordinal) : text);
        var zones = Path.Combine(Path.GetDirectoryName(asked)!, "zones.geojson");
        var run = Zoning.Run(["where", asked, "--within", Around, "--format", "json", "--lang", lang, "--output", zones, .. more]);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Fits("where", run.Out);
        Fits("where-zones", File.ReadAllText(zones));
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void LayersList_Json_IsWhatItsSchemaSays(string lang)
    {
        using var pack = new PackCopy();
        File.WriteAllText(Path.Combine(pack.Folder, "layers", "data", "no-burn.geojson"), "{");

        Fits("layers", Zoning.Run("layers", "list", "--format", "json", "--lang", lang).Out);
        Fits("layers", Zoning.Run("layers", "list", "--format", "json", "--lang", lang, "--rules", pack.Folder).Out);
    }

    [Fact]
    public void LayerInspection_Json_IsWhatItsSchemaSays()
    {
        Fits("layer-inspection", Zoning.Run("layers", "check", "units", "no-burn", "river-main", "--format", "json").Out);
        Fits("layer-inspection", File.ReadAllText("tests/ZoningRules.Cli.Tests/golden/layer-inspection.en.json"));
    }

    [Theory]
    [InlineData("locate", "--point", "117.2050,29.2950", "--crs", "EPSG:4490")]
    [InlineData("locate", "samples/coordinates/from-web-map.yaml")]
    [InlineData("locate", "samples/coordinates/pipeline.yaml")]
    [InlineData("locate", "samples/coordinates/bow-tie.yaml", "--repair")]
    public void Locate_Json_IsWhatItsSchemaSays(params string[] asked) => Fits("location", Zoning.Run([.. asked, "--format", "json"]).Out);

    // A schema that lets anything pass would pass every test above.
    private static void Fits(string name, string json)
    {
        var schema = JsonSchema.Load($"docs/schemas/{name}.schema.json");
        Assert.Empty(schema.Faults(json));
        foreach (var spoiled in Spoiled(json))
        {
            Assert.NotEmpty(schema.Faults(spoiled));
        }
    }

    // The document with a member more or less, at the top and in the first object of each list.
    private static IEnumerable<string> Spoiled(string json)
    {
        var always = new HashSet<string>(["schema", "zones", "notices", "candidates", "type", "layers", "units", "flaws", "shares", "relations", "id", "code", "verdict"]);
        foreach (var path in Objects(JsonNode.Parse(json)!, []))
        {
            var more = JsonNode.Parse(json)!;
            At(more, path)["unheard-of"] = 1;
            yield return more.ToJsonString();
            foreach (var member in At(JsonNode.Parse(json)!, path).Select(m => m.Key).Where(always.Contains))
            {
                var less = JsonNode.Parse(json)!;
                At(less, path).Remove(member);
                yield return less.ToJsonString();
            }
        }
    }

    private static JsonObject At(JsonNode root, IReadOnlyList<object> path) =>
        path.Aggregate(root, (node, step) => step is int index ? node[index]! : node[(string)step]!).AsObject();

    private static IEnumerable<List<object>> Objects(JsonNode node, List<object> path)
    {
        if (node is JsonArray list)
        {
            return list is [JsonObject or JsonArray, ..] ? Objects(list[0]!, [.. path, 0]) : [];
        }

        return node is JsonObject members
            ? [path, .. members.Where(m => m.Value is JsonObject or JsonArray).SelectMany(m => Objects(m.Value!, [.. path, m.Key]))]
            : [];
    }
}
