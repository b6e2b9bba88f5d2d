using ZoningRules.Problems;
using ZoningRules.Reports;
using ZoningRules.RulePacks;
using ZoningRules.Tests.Reports;

namespace ZoningRules.Cli.Tests;

/// <summary>The samples of the mineral plan, alone and without control units.</summary>
public sealed class MineralSampleTests
{
    private const string Folder = "samples/minerals";
    private const string Pack = "rules/jingdezhen-minerals";

    [Theory]
    [InlineData("01-kaolin-mine", 0)]
    [InlineData("02-quarry-500kt", 2)]
    [InlineData("03-quarry-490kt", 3)]
    [InlineData("04-kaolin-mine-2026", 2)]
    public void Check_Sample_MatchesGoldenFiles(string name, int code)
    {
        var text = Zoning.Run("check", $"{Folder}/{name}.yaml", "--rules", Pack);
        var english = Zoning.Run("check", $"{Folder}/{name}.yaml", "--rules", Pack, "--lang", "en");
        var json = Zoning.Run("check", $"{Folder}/{name}.yaml", "--rules", Pack, "--format", "json");

        Assert.Equal((code, code, code, ""), (text.Code, english.Code, json.Code, text.Error));
        Assert.Empty(JsonSchema.Load("docs/schemas/assessment.schema.json").Faults(json.Out));
        GoldenFile.Matches($"{Folder}/expected/{name}.txt", SampleTests.WithoutPackHash(text.Out, json.Out));
        GoldenFile.Matches($"{Folder}/expected/{name}.en.txt", SampleTests.WithoutPackHash(english.Out, json.Out));
        if (code == 3)
        {
            GoldenFile.Matches($"{Folder}/expected/{name}.json", SampleTests.WithoutPackHash(json.Out, json.Out));
        }
    }

    // Two tables, the readings of quarries, what the figures disagree on, and what is to be signed.
    [Theory]
    [InlineData("zh", Language.Zh)]
    [InlineData("en", Language.En)]
    public void Render_BookOfTheMineralPlan_MatchesGoldenFile(string name, Language language)
    {
        var pack = RulePackReader.Read(Path.Combine(GoldenFile.Repository, Pack)).Require();

        GoldenFile.Matches($"{Folder}/expected/book.{name}.md", RuleBook.RenderMarkdown(pack, [language]).Replace(pack.Sha256, new string('0', 64), StringComparison.Ordinal));
        Assert.Contains("<h4>JDZM-2021-18.a  ", RuleBook.RenderHtml(pack, [language]), StringComparison.Ordinal);
    }
}
