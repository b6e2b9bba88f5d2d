using System.Text.Json.Nodes;

namespace ZoningRules.Cli.Tests.Layers;

/// <summary>The illustrative control units of the pack as a file of an office, which a test may spoil.</summary>
internal sealed class UnitFile
{
    public const string Original = "rules/jingdezhen/layers/data/units.geojson";

    private readonly JsonNode root = JsonNode.Parse(File.ReadAllText(Original))!;

    public JsonArray Features => root["features"]!.AsArray();

    public JsonObject Properties(string code) => Feature(code)["properties"]!.AsObject();

    public JsonNode Feature(string code) => Features.Single(f => (string?)f!["properties"]!["HJGKDYBM"] == code)!;

    /// <summary>The first ring of a control unit's first polygon.</summary>
    public JsonArray Ring(string code)
    {
        var geometry = Feature(code)["geometry"]!;
        var polygon = (string?)geometry["type"] == "MultiPolygon" ? geometry["coordinates"]![0]! : geometry["coordinates"]!;
        return polygon[0]!.AsArray();
    }

    public UnitFile Set(string code, string property, JsonNode? value)
    {
        Properties(code)[property] = value;
        return this;
    }

    public UnitFile Rename(string property, string to)
    {
        foreach (var feature in Features)
        {
            var properties = feature!["properties"]!.AsObject();
            var value = properties[property]?.DeepClone();
            properties.Remove(property);
            if (to.Length > 0)
            {
                properties[to] = value;
            }
        }

        return this;
    }

    public UnitFile Keep(params string[] properties)
    {
        foreach (var feature in Features)
        {
            var all = feature!["properties"]!.AsObject();
            all.Select(p => p.Key).Except(properties).ToList().ForEach(p => all.Remove(p));
        }

        return this;
    }

    public UnitFile Do(Action<UnitFile> change)
    {
        change(this);
        return this;
    }

    /// <summary>Writes it into a folder of its own.</summary>
    public string Save(string name = "units.geojson") => Zoning.FileOf(name, root.ToJsonString());
}
