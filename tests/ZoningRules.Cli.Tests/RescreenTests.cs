using System.Text.Json;
using System.Text.Json.Nodes;
using ZoningRules.Cli.Tests.Layers;
using ZoningRules.Tests.Reports;

namespace ZoningRules.Cli.Tests;

/// <summary><c>zoning rescreen</c>: the same chemical project under editions whose rule, whose river, or both, are others.</summary>
public sealed class RescreenTests : IDisposable
{
    private const string Project = "samples/proposals/01-fine-chemical-in-park.yaml";
    private const string Farm = "samples/proposals/03-pig-farm-restricted-zone.yaml";
    private const string BesideUnit = "samples/proposals/15-beside-a-priority-unit.yaml";
    private const string Shipped = "rules/jingdezhen";

    private readonly PackCopy old = new();
    private readonly PackCopy @new = new();

    [Fact]
    public void Rescreen_SameEdition_FlipsNothing()
    {
        var run = Zoning.Run("rescreen", Shipped, @new.Folder, Project, Farm, "--lang", "en");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("the layers are the same", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("2 proposals, 0 flip: 0 stricter, 0 looser\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Rescreen_OtherDistance_FlipsBecauseOfTheRules()
    {
        Within(@new, "4 km");
        var flip = Flip(Shipped, @new.Folder, Project);

        Assert.Equal(("Conditional", "Prohibited", "Stricter", "Rules"), flip.Said);
        Assert.Equal(("Prohibited", "Conditional"), flip.Alone);
        Assert.Equal(["JDZ-2020-09.b: Satisfied -> Violated"], flip.Norms);
        Assert.Empty(flip.Places);
    }

    [Fact]
    public void Rescreen_EditionsSwapped_FlipsTheOtherWayBecauseOfTheSameNorm()
    {
        Within(@new, "4 km");
        var flip = Flip(@new.Folder, Shipped, Project);

        Assert.Equal(("Prohibited", "Conditional", "Looser", "Rules"), flip.Said);
        Assert.Equal(["JDZ-2020-09.b: Violated -> Satisfied"], flip.Norms);
    }

    [Fact]
    public void Rescreen_RiverMoved_FlipsBecauseOfTheBoundary()
    {
        Move(@new, "rivers");
        var flip = Flip(Shipped, @new.Folder, Project);

        Assert.Equal(("Conditional", "Prohibited", "Stricter", "Boundary"), flip.Said);
        Assert.Equal(("Conditional", "Prohibited"), flip.Alone);
        Assert.Equal(["JDZ-2020-09.b: Satisfied -> Violated"], flip.Norms);
        var place = Assert.Single(flip.Places);
        Assert.StartsWith("river-main: not in it, 3.39 km", place, StringComparison.Ordinal);
        Assert.Contains("-> not in it, 479 m", place, StringComparison.Ordinal);
    }

    [Fact]
    public void Rescreen_ControlUnitsMoved_NamesTheControlUnitBeforeAndAfter()
    {
        Move(@new, "units");
        var flip = Flip(Shipped, @new.Folder, BesideUnit);

        Assert.Equal(("Conditional", "Undetermined", "Stricter", "Boundary"), flip.Said);
        Assert.Contains("ZH36022220006: holds 100 % of the site -> not in it", flip.Places);
        var text = Zoning.Run("rescreen", Shipped, @new.Folder, BesideUnit);
        Assert.Equal(2, text.Code);
        Assert.Contains("ZH36022220006 浮梁县重点管控单元6：占场址 100 % → 不在其中", text.Out, StringComparison.Ordinal);
        Assert.Contains("有变化的图层：units", text.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Rescreen_RuleAndRiver_TellsWhetherEachAloneWouldDo()
    {
        Within(@new, "4 km");
        Move(@new, "rivers");
        Assert.Equal("Each", Flip(Shipped, @new.Folder, Project).Said.Cause);

        Within(old, "0.3 km");
        Within(@new, "1 km", "4 km");
        var together = Flip(old.Folder, @new.Folder, Project);
        Assert.Equal(("Conditional", "Prohibited", "Stricter", "Together"), together.Said);
        Assert.Equal(("Conditional", "Conditional"), together.Alone);
        Assert.Single(together.Places);
    }

    [Fact]
    public void Rescreen_WrongInput_TellsEverythingAtOnce()
    {
        Zoning.Run("rescreen", Shipped, "rules/none", Project).Fails(65, "rules/none");
        Zoning.Run("rescreen", Shipped, @new.Folder, Project, "samples/none-1.yaml", "samples/none-2.yaml").Fails(65, "none-1.yaml", "none-2.yaml");
        Zoning.Run("rescreen", Shipped, @new.Folder).Fails(64);
        Zoning.Run("rescreen", "samples/first-pack", Shipped, Project).Fails(65, "project.industry");
    }

    public void Dispose()
    {
        old.Dispose();
        @new.Dispose();
    }

    private static void Within(PackCopy pack, string distance, string was = "1 km")
    {
        var file = Path.Combine(pack.Folder, "requirements", "city", "09-rivers.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace($"distance(site, river-main) <= {was}\n", $"distance(site, river-main) <= {distance}\n", StringComparison.Ordinal));
    }

    // A tenth of a degree to the east.
    private static void Move(PackCopy pack, string layer)
    {
        var file = Path.Combine(pack.Folder, "layers", "data", layer + ".geojson");
        var features = JsonNode.Parse(File.ReadAllText(file))!;
        foreach (var feature in features["features"]!.AsArray())
        {
            Shift(feature!["geometry"]!["coordinates"]!.AsArray());
        }

        File.WriteAllText(file, features.ToJsonString());
    }

    private static void Shift(JsonArray coordinates)
    {
        if (coordinates[0] is JsonValue longitude)
        {
            coordinates[0] = longitude.GetValue<double>() + 0.1;
            return;
        }

        foreach (var part in coordinates)
        {
            Shift(part!.AsArray());
        }
    }

    private static Told Flip(string old, string @new, string proposal)
    {
        var run = Zoning.Run("rescreen", old, @new, proposal, "--format", "json");
        Assert.Equal((2, ""), (run.Code, run.Error));
        Assert.Empty(JsonSchema.Load(Path.Combine(GoldenFile.Repository, "docs", "schemas", "rescreen.schema.json")).Faults(run.Out));
        using var document = JsonDocument.Parse(run.Out);
        var only = document.RootElement.GetProperty("proposals")[0];
        string Text(string member) => only.GetProperty(member).GetString()!;
        return new(
            (Text("old"), Text("new"), Text("direction"), Text("cause")),
            (Text("newRulesOnly"), Text("newLayersOnly")),
            [.. only.GetProperty("norms").EnumerateArray().Select(n => $"{n.GetProperty("norm")}: {n.GetProperty("before")} -> {n.GetProperty("after")}")],
            [.. only.GetProperty("places").EnumerateArray().Select(p => $"{p.GetProperty("target")}: {p.GetProperty("before").GetProperty("en")} -> {p.GetProperty("after").GetProperty("en")}")]);
    }

    private sealed record Told((string Old, string New, string Direction, string Cause) Said, (string Rules, string Layers) Alone, string[] Norms, string[] Places);
}
