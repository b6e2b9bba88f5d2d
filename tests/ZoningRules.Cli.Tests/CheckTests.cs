using System.Text.Json;

namespace ZoningRules.Cli.Tests;

public sealed class CheckTests
{
    private const string Admitted = "samples/proposals/07-kiln-in-ceramics-park.yaml";
    private const string Open = "samples/proposals/09-across-two-units.yaml";
    private const string Prohibited = "samples/proposals/02-fine-chemical-upstream.yaml";

    [Theory]
    [InlineData(new[] { Admitted }, 0)]
    [InlineData(new[] { Open }, 2)]
    [InlineData(new[] { Prohibited }, 3)]
    [InlineData(new[] { Admitted, Open }, 2)]
    [InlineData(new[] { Prohibited, Open, Admitted }, 3)]
    public void Check_Verdicts_DecideTheExitCode(string[] paths, int code) => Assert.Equal(code, Zoning.Run(["check", .. paths]).Code);

    [Fact]
    public void Check_OneGoodOneBad_TellsBothAndReturns65()
    {
        var run = Zoning.Run("check", Prohibited, "no-such-file.yaml");
        Assert.Equal(65, run.Code);
        Assert.Contains("不予准入", run.Out, StringComparison.Ordinal);
        Assert.Contains("no-such-file.yaml", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OneGoodOneBadAsJson_IsAnArray()
    {
        using var document = JsonDocument.Parse(Zoning.Run("check", Prohibited, "no-such-file.yaml", "--format", "json").Out);
        Assert.Equal(1, document.RootElement.GetArrayLength());
    }

    [Fact]
    public void Check_NoDateAnywhere_TakesTodayInChinaAndSaysIt()
    {
        var path = Zoning.FileOf("undated.yaml", "name: 无日期\nsite: {point: [117.28, 29.05], crs: EPSG:4490}\n");
        Assert.Contains("2026-11-22", Zoning.Run("check", path).Out, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(Zoning.Run("check", path, "--format", "json").Out);
        Assert.Equal("2026-11-22", document.RootElement.GetProperty("governingDate").GetString());
    }

    [Fact]
    public void Check_Date_CountsBeforeTheProposals()
    {
        var run = Zoning.Run("check", Admitted, "--date", "2020-12-31", "--format", "json");
        using var document = JsonDocument.Parse(run.Out);
        Assert.Equal("2020-12-31", document.RootElement.GetProperty("governingDate").GetString());
        Assert.Empty(document.RootElement.GetProperty("lapsed").EnumerateArray());
    }

    [Theory]
    [InlineData("text", "结论：")]
    [InlineData("json", "{")]
    [InlineData("markdown", "# ")]
    [InlineData("html", "<!DOCTYPE html>")]
    public void Check_Format_Starts(string format, string start) =>
        Assert.StartsWith(start, Zoning.Run("check", Admitted, "--format", format).Out, StringComparison.Ordinal);

    [Fact]
    public void Check_English_HasEnglishWords() =>
        Assert.StartsWith("Verdict:    Conditionally admissible", Zoning.Run("check", Admitted, "--lang", "en").Out, StringComparison.Ordinal);

    [Fact]
    public void Check_Output_WritesTheSameAndNothingElse()
    {
        var folder = Zoning.Folder();
        var file = Path.Combine(folder, "report.txt");
        var run = Zoning.Run("check", Prohibited, "--output", file);
        Assert.Equal(3, run.Code);
        Assert.Empty(run.Out);
        Assert.Equal(Zoning.Run("check", Prohibited).Out, File.ReadAllText(file));
        Assert.Equal([file], Directory.GetFiles(folder));
    }

    [Fact]
    public void Check_OutputWithOneBadInput_WritesNothing()
    {
        var file = Path.Combine(Zoning.Folder(), "report.txt");
        var run = Zoning.Run("check", Prohibited, "no-such-file.yaml", "--output", file);
        run.Fails(65, "no-such-file.yaml");
        Assert.False(File.Exists(file));
    }

    [Fact]
    public void Check_OutputUnwritable_SaysSoAndLeavesNothing()
    {
        var folder = Zoning.Folder();
        Zoning.Run("check", Prohibited, "--output", Path.Combine(folder, "no", "report.txt")).Fails(65, "无法写入", "文件夹不存在");
        Zoning.Run("check", Prohibited, "--output", folder, "--lang", "en").Fails(65, "cannot write", "it is a folder");
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void Check_Redirected_HasNoColours() => Assert.DoesNotContain('\u001b', Zoning.Run("check", Prohibited).Out);

    [Fact]
    public void Check_OnTerminal_HasColoursAndTheSameWords()
    {
        var dressed = Zoning.RunOnTerminal("check", Prohibited).Out;
        Assert.Contains('\u001b', dressed);
        var bare = System.Text.RegularExpressions.Regex.Replace(dressed, "\u001b\\[[0-9;]*m", "").ReplaceLineEndings("\n");
        Assert.Equal(Zoning.Run("check", Prohibited).Out, bare);
    }

    [Fact]
    public void Check_RulesElsewhere_FindsThePackBesideTheProgram()
    {
        Assert.True(Directory.Exists(Path.Combine(AppContext.BaseDirectory, "rules", "jingdezhen")));
        var run = Zoning.Run("check", Prohibited, "--rules", Path.Combine(AppContext.BaseDirectory, "rules", "jingdezhen"));
        Assert.Equal(Zoning.Run("check", Prohibited).Out, run.Out);
    }

    [Fact]
    public void Check_Ledgers_ReachTheReceipt()
    {
        var ledgers = Zoning.FileOf(
            "ledgers.yaml", "schema: zoning-ledgers/1\nledgers:\n  water-use: {as-of: 2026-10-31, used: 880000000 m3/a, reserved: 0 m3/a}\n");
        var run = Zoning.Run("check", Admitted, "--ledgers", ledgers, "--format", "json");
        Assert.True(run.Code == 0, run.Error);
        using var document = JsonDocument.Parse(run.Out);
        Assert.Equal("water-use", document.RootElement.GetProperty("receipt").GetProperty("ledgers")[0].GetProperty("name").GetString());
    }
}
