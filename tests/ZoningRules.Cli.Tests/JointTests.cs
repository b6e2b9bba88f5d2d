using System.Text.Json;
using ZoningRules.Cli.Batch;
using ZoningRules.Tests.Reports;

namespace ZoningRules.Cli.Tests;

/// <summary>One proposal against several rule packs.</summary>
public sealed class JointTests
{
    private const string Mine = "samples/joint/01-kaolin-mine.yaml";
    private const string LargerMine = "samples/joint/02-larger-kaolin-mine.yaml";
    private const string Kiln = "samples/joint/03-tableware-kiln.yaml";

    private static readonly string[] Both = ["--rules", "rules/jingdezhen", "--rules", "rules/jingdezhen-minerals"];

    private static readonly JsonSchema Schema = JsonSchema.Load("docs/schemas/joint-assessment.schema.json");

    [Theory]
    [InlineData(Mine, 3)]
    [InlineData(LargerMine, 2)]
    [InlineData(Kiln, 0)]
    public void Check_Sample_MatchesGoldenFiles(string path, int code)
    {
        var stem = Path.GetFileNameWithoutExtension(path);
        var json = Zoning.Run(["check", path, .. Both, "--format", "json"]);
        Assert.Equal((code, ""), (json.Code, json.Error));
        Assert.Empty(Schema.Faults(json.Out));
        GoldenFile.Matches($"samples/joint/expected/{stem}.json", Stable(json.Out, json.Out));
        foreach (var (format, language, ending) in new[] { ("text", "zh", "txt"), ("text", "en", "en.txt"), ("markdown", "zh", "md"), ("html", "en", "html") })
        {
            var run = Zoning.Run(["check", path, .. Both, "--format", format, "--lang", language]);
            Assert.Equal((code, ""), (run.Code, run.Error));
            GoldenFile.Matches($"samples/joint/expected/{stem}.{ending}", Stable(run.Out, json.Out));
        }
    }

    [Theory]
    [InlineData(Mine)]
    [InlineData(LargerMine)]
    [InlineData(Kiln)]
    public void Check_OtherOrderOfPacks_GivesTheSameBytes(string path)
    {
        foreach (var format in new[] { "text", "json", "markdown", "html" })
        {
            Assert.Equal(
                Zoning.Run(["check", path, .. Both, "--format", format]),
                Zoning.Run("check", path, "--rules", "rules/jingdezhen-minerals", "--rules", "rules/jingdezhen", "--format", format));
        }
    }

    [Fact]
    public void Check_AgainWithThePacksOfTheReceipts_GivesTheSameBytes()
    {
        var first = Zoning.Run(["check", Mine, .. Both, "--format", "json"]).Out;
        using var document = JsonDocument.Parse(first);
        var packs = document.RootElement.GetProperty("packs").EnumerateArray().ToDictionary(p => p.GetProperty("id").GetString()!, p => p.GetProperty("sha256").GetString());
        var receipts = document.RootElement.GetProperty("assessments").EnumerateArray().Select(a => a.GetProperty("receipt")).ToArray();
        Assert.Equal(packs, receipts.ToDictionary(r => r.GetProperty("pack").GetProperty("id").GetString()!, r => r.GetProperty("pack").GetProperty("sha256").GetString()));
        Assert.Single(receipts.Select(r => r.GetProperty("proposal").GetString()).Distinct());
        Assert.Equal(first, Zoning.Run(["check", Mine, .. packs.Keys.SelectMany(id => new[] { "--rules", $"rules/{id}" }), "--format", "json"]).Out);
    }

    [Fact]
    public void Check_OnePackGiven_IsTheUsualReport() => Assert.Equal(
        Zoning.Run("check", "samples/proposals/02-fine-chemical-upstream.yaml"),
        Zoning.Run("check", "samples/proposals/02-fine-chemical-upstream.yaml", "--rules", "rules/jingdezhen"));

    [Fact]
    public void Check_SeveralProposals_AreOneReportAndAnArray()
    {
        var text = Zoning.Run(["check", Mine, Kiln, .. Both]);
        Assert.Equal(3, text.Code);
        Assert.Equal(2, text.Out.Split("联合结论：").Length - 1);
        using var document = JsonDocument.Parse(Zoning.Run(["check", Mine, Kiln, .. Both, "--format", "json"]).Out);
        Assert.Equal(["Prohibited", "Conditional"], document.RootElement.EnumerateArray().Select(a => a.GetProperty("verdict").GetString()!));
    }

    [Fact]
    public void Check_Margin_IsToldOfEachPackThatIsConcerned()
    {
        var mine = Zoning.Run(["check", Mine, .. Both, "--margin", "--lang", "en"]);
        Assert.Equal(2, mine.Out.Split("== Decision margin").Length - 1);
        var kiln = Zoning.Run(["check", Kiln, .. Both, "--margin", "--lang", "en"]);
        Assert.Equal(1, kiln.Out.Split("== Decision margin").Length - 1);
        Assert.Empty(Schema.Faults(Zoning.Run(["check", Mine, .. Both, "--margin", "--format", "json"]).Out));
    }

    [Fact]
    public void Check_OnATerminal_IsTheSameTextInColour()
    {
        var run = Zoning.RunOnTerminal(["check", Kiln, .. Both]);
        Assert.Contains("\u001b[", run.Out, StringComparison.Ordinal);
        Assert.Contains("不涉及", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_NameAndValueThatAreWrong_AreReportedOnce()
    {
        var path = Zoning.FileOf("wrong.yaml", "name: 错\ndate: 2025-06-30\nsite: {town: 浮梁镇}\nattributes: {project.action: demolish, mine.minral: kaolin}\n");
        var run = Zoning.Run(["check", path, .. Both]);
        run.Fails(65, "mine.minral");
        Assert.Contains("mine.mineral", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Split("demolish` ").Length - 1 + run.Error.Split("不能是 `demolish`").Length - 1);
        Assert.Equal(1, run.Error.Split("没有属性").Length - 1);
    }

    [Theory]
    [InlineData("rules/jingdezhen", "samples/first-pack", "ZR9652")]
    [InlineData("rules/jingdezhen", "rules/jingdezhen/", "ZR9651")]
    [InlineData("rules/jingdezhen", "rules/no-such-pack", "ZR1006")]
    public void Check_PacksThatDoNotGoTogether_AreRefused(string one, string other, string code) =>
        Zoning.Run("check", Mine, "--rules", one, "--rules", other).Fails(65, code);

    [Theory]
    [InlineData("where", Mine)]
    [InlineData("locate", "samples/joint/sites/kaolin-mine.geojson")]
    [InlineData("layers", "list")]
    [InlineData("rules", "show", "JDZ-2020-01")]
    public void VerbOfOnePack_GivenTwo_SaysSo(params string[] arguments) => Zoning.Run([.. arguments, .. Both]).Fails(64, "--rules");

    [Fact]
    public void Check_MapOfSeveralPacks_IsRefused() => Zoning.Run(["check", Mine, .. Both, "--map", "map.svg"]).Fails(64, "--map");

    [Fact]
    public void Ask_BothPacksQuestions_AreAskedOnceAndSayWhoAsks()
    {
        var file = Path.Combine(Zoning.Folder(), "done.yaml");
        var path = Zoning.FileOf("open.yaml", File.ReadAllText(Kiln).Replace("  mine.activity: none              # 不涉及矿产勘查、开采\n", "", StringComparison.Ordinal));
        var run = Zoning.RunWith("3\n", ["ask", path, .. Both, "--output", file]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("[jingdezhen-minerals]", run.Out, StringComparison.Ordinal);
        Assert.Contains("jingdezhen-minerals：不涉及", run.Out, StringComparison.Ordinal);
        Assert.Contains("mine.activity: none", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Equal(0, Zoning.Run(["check", file, .. Both]).Code);
    }

    [Fact]
    public void Batch_LinesSayWhatCheckSays()
    {
        var schema = JsonSchema.Load("docs/schemas/batch-result.schema.json");
        foreach (var detail in new[] { "verdict", "findings", "full" })
        {
            var run = Zoning.Run(["batch", "samples/joint/batch.csv", .. Both, "--detail", detail]);
            Assert.Equal(65, run.Code);
            var lines = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.All(lines, line => Assert.Empty(schema.Faults(line)));
            Assert.Equal(["Prohibited", "Undetermined", "Undetermined", null], lines.Select(l => JsonDocument.Parse(l).RootElement.TryGetProperty("verdict", out var v) ? v.GetString() : null));
            if (detail == "full")
            {
                Assert.All(lines[..3], l => Assert.Empty(Schema.Faults(JsonDocument.Parse(l).RootElement.GetProperty("assessment").GetRawText())));
            }
        }
    }

    [Fact]
    public void Batch_CsvAndSummary_MatchGoldenFiles()
    {
        var folder = Zoning.Folder();
        var run = Zoning.Run(
            ["batch", "samples/joint/batch.csv", .. Both, "--output", Path.Combine(folder, "out.csv"), "--summary", Path.Combine(folder, "out.md"), "--lang", "en", "--workers", "2"]);
        Assert.Equal(65, run.Code);
        GoldenFile.Matches("samples/joint/expected/batch.csv", WithoutReceipts(File.ReadAllText(Path.Combine(folder, "out.csv"))));
        GoldenFile.Matches("samples/joint/expected/batch.md", WithoutReceipts(File.ReadAllText(Path.Combine(folder, "out.md"))));
    }

    [Fact]
    public void Batch_OtherPacks_AreAnotherRun()
    {
        var one = Zoning.Run(["batch", "samples/joint/batch.csv", .. Both]).Out;
        Assert.Equal(one, Zoning.Run("batch", "samples/joint/batch.csv", "--rules", "rules/jingdezhen-minerals", "--rules", "rules/jingdezhen").Out);
        Assert.Contains(JsonResults.JointSchema, one, StringComparison.Ordinal);
    }

    // The hashes of the packs change with every edit of the law; the reports should not.
    private static string Stable(string report, string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("packs").EnumerateArray().Select(p => (p.GetProperty("id").GetString()!, p.GetProperty("sha256").GetString()!)).Aggregate(
            report, (text, pack) => text.Replace(pack.Item2, $"<sha256 of {pack.Item1}>", StringComparison.Ordinal).Replace(pack.Item2[..12], $"<sha256 of {pack.Item1}>", StringComparison.Ordinal));
    }

    private static string WithoutReceipts(string text) => System.Text.RegularExpressions.Regex.Replace(text, "[0-9a-f]{64}", "<sha256>");
}
