using System.Text.Json;
using System.Xml.Linq;

namespace ZoningRules.Cli.Tests;

/// <summary><c>zoning where</c>, over a corner of the city so that it takes a moment only.</summary>
public sealed class WhereTests : IDisposable
{
    private const string Farm = "samples/proposals/03-pig-farm-restricted-zone.yaml";

    private readonly string folder = Zoning.Folder();

    [Fact]
    public void Where_Within_WritesZonesMapAndReport()
    {
        var (zones, map) = (Path.Combine(folder, "where.geojson"), Path.Combine(folder, "where.svg"));
        var run = Zoning.Run("where", Farm, "--within", "samples/where/around.geojson", "--output", zones, "--map", map);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("申报场址：不予准入", run.Out, StringComparison.Ordinal);
        Assert.Contains("JDZ-2020-13.b", run.Out, StringComparison.Ordinal);
        Assert.Contains("示意，非法定界线", File.ReadAllText(map), StringComparison.Ordinal);
        Assert.Equal("svg", XDocument.Load(map).Root!.Name.LocalName);
        using var document = JsonDocument.Parse(File.ReadAllText(zones));
        var features = document.RootElement.GetProperty("features").EnumerateArray().ToArray();
        Assert.Contains(features, f => f.GetProperty("properties").GetProperty("verdict").GetString() == "Prohibited");
        Assert.Contains(features, f => f.GetProperty("properties").GetProperty("verdict_zh").GetString() == "有条件准入");
        Assert.Equal(
            document.RootElement.GetProperty("area_m2").GetDecimal(),
            features.Sum(f => f.GetProperty("properties").GetProperty("area_m2").GetDecimal()));
    }

    [Fact]
    public void Where_Candidates_AreRankedInTextAndJson()
    {
        string[] asked = ["where", Farm, "--within", "samples/where/around.geojson", "--candidates", "samples/where/candidates.geojson"];
        using var document = JsonDocument.Parse(Zoning.Run([.. asked, "--format", "json"]).Out);
        var candidates = document.RootElement.GetProperty("candidates").EnumerateArray().ToArray();

        Assert.Equal("zoning-where/1", document.RootElement.GetProperty("schema").GetString());
        Assert.Equal([1, 2, 3, 4, 5], candidates.Select(c => c.GetProperty("rank").GetInt32()));
        Assert.Equal("Prohibited", candidates[4].GetProperty("verdict").GetString());
        Assert.Equal("JDZ-2020-13.b", candidates[4].GetProperty("violated")[0].GetString());
        Assert.Equal("Prohibited", document.RootElement.GetProperty("ownVerdict").GetString());
        Assert.Equal("Undetermined", document.RootElement.GetProperty("nearest")[0].GetProperty("verdict").GetString());
        Assert.Contains("Candidates (best first)", Zoning.Run([.. asked, "--lang", "en"]).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_OnTerminal_ShowsProgressAndWipesIt()
    {
        var run = Zoning.RunOnTerminal("where", Farm, "--within", "samples/where/around.geojson");

        Assert.Contains("逐块判定 100 %", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("\r\u001b[K", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_ProposalWithoutSite_IsAnswered()
    {
        var run = Zoning.Run("where", "samples/proposals/11-town-name-only.yaml", "--within", "samples/where/around.geojson");

        Assert.Equal(0, run.Code);
        Assert.DoesNotContain("申报场址：", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_DeclarationsAboutThePlace_AreLeftOutUnlessKept()
    {
        var declared = Zoning.FileOf("project.yaml", File.ReadAllText(Farm).Replace("attributes:\n", "attributes:\n  site.in.livestock-restricted: no\n", StringComparison.Ordinal));
        var left = Zoning.Run("where", declared, "--within", "samples/where/around.geojson");
        var kept = Zoning.Run("where", declared, "--within", "samples/where/around.geojson", "--keep-declared");

        Assert.Contains("未采用：site.in.livestock-restricted", left.Out, StringComparison.Ordinal);
        Assert.Contains("处处成立：site.in.livestock-restricted", kept.Out, StringComparison.Ordinal);
        Assert.Contains("JDZ-2020-13.b", left.Out.Split("何以不予准入")[1].Split("未被禁止")[0], StringComparison.Ordinal);
        Assert.DoesNotContain("JDZ-2020-13.b", kept.Out.Split("何以不予准入")[1].Split("未被禁止")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_EverythingWrong_IsReportedInOneRun() =>
        Zoning.Run("where", "no.yaml", "--within", "none.geojson", "--candidates", "nor.geojson").Fails(65, "no.yaml", "none.geojson", "nor.geojson");

    [Fact]
    public void Where_Misuse_IsRefused()
    {
        Zoning.Run("where").Fails(64);
        Zoning.Run("where", Farm, "--map", "map.bmp").Fails(64, ".png");
        Zoning.Run("where", Farm, "--within", "samples/where/around.geojson", "--output", Path.Combine(folder, "none", "x.geojson")).Fails(65, "x.geojson");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
