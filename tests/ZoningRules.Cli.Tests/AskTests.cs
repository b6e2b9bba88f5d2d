namespace ZoningRules.Cli.Tests;

public sealed class AskTests
{
    private const string Officer = "samples/proposals/09-across-two-units.yaml";
    private const string Nothing = "samples/proposals/12-almost-nothing.yaml";

    [Fact]
    public void Ask_OfficersQuestion_RecordsWhoAndWhyAndDecides()
    {
        var file = Path.Combine(Zoning.Folder(), "done.yaml");
        var run = Zoning.RunWith("1\n李某\n规模小\n", "ask", Officer, "--output", file);
        Assert.Equal(0, run.Code);
        Assert.Empty(run.Error);
        var written = File.ReadAllText(file);
        Assert.Contains("李某", written, StringComparison.Ordinal);
        Assert.Contains("规模小", written, StringComparison.Ordinal);
        Assert.Contains("2026-11-22", written, StringComparison.Ordinal);
        Assert.Equal(0, Zoning.Run("check", file).Code);
    }

    [Fact]
    public void Ask_OfficerGivesNoReason_RecordsNothing()
    {
        var file = Path.Combine(Zoning.Folder(), "done.yaml");
        var run = Zoning.RunWith("1\n李某\n\n", "ask", Officer, "--output", file);
        Assert.Equal(2, run.Code);
        Assert.False(File.Exists(file));
        Assert.Contains("不作记录", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Ask_QuestionMark_ShowsNormsAndTheSentence()
    {
        var run = Zoning.RunWith("?\n", "ask", Officer, "--output", Path.Combine(Zoning.Folder(), "done.yaml"));
        Assert.Contains("JDZ-2020-PRIORITY.a", run.Out, StringComparison.Ordinal);
        Assert.Contains("优先保护单元依法禁止或限制大规模、高强度的工业和城镇开发建设", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Ask_NothingAnswered_WritesNothing()
    {
        var file = Path.Combine(Zoning.Folder(), "done.yaml");
        var run = Zoning.RunWith("", "ask", Nothing, "--output", file);
        Assert.Equal(2, run.Code);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public void Ask_WrongAnswer_IsAskedAgain()
    {
        var file = Path.Combine(Zoning.Folder(), "done.yaml");
        var run = Zoning.RunWith("nonsense\n1\n李某\n规模小\n", "ask", Officer, "--output", file);
        Assert.Equal(0, run.Code);
        Assert.Contains("`nonsense`", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Ask_AnswerThatSettlesAll_StopsAsking()
    {
        var path = Zoning.FileOf("p.yaml", File.ReadAllText("samples/proposals/07-kiln-in-ceramics-park.yaml")
            .Replace("  project.catalogue-class: permitted\n", "", StringComparison.Ordinal)
            .Replace("  project.fugitive-emissions: yes\n", "", StringComparison.Ordinal));
        var file = Path.Combine(Path.GetDirectoryName(path)!, "done.yaml");
        var run = Zoning.RunWith("淘汰类\n", "ask", path, "--output", file);
        Assert.Equal(3, run.Code);
        Assert.DoesNotContain("无组织排放", run.Out, StringComparison.Ordinal);
        Assert.Contains("project.catalogue-class: eliminated", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Ask_Skipped_IsNotAskedTwiceAndEnds()
    {
        var run = Zoning.RunWith(string.Concat(Enumerable.Repeat("\n", 500)), "ask", Nothing, "--output", Path.Combine(Zoning.Folder(), "done.yaml"));
        Assert.Equal(2, run.Code);
        var asked = run.Out.Split('\n').Where(l => l.EndsWith(']')).ToArray();
        Assert.Equal(asked.Length, asked.Distinct().Count());
        Assert.NotEmpty(asked);
    }

    [Fact]
    public void Ask_DefaultOutput_StandsBesideTheProposal()
    {
        var path = Zoning.FileOf("p.yaml", File.ReadAllText(Officer));
        Assert.Equal(0, Zoning.RunWith("1\n李某\n规模小\n", "ask", path).Code);
        Assert.True(File.Exists(Path.ChangeExtension(path, ".answered.yaml")));
        Assert.Equal(File.ReadAllText(Officer), File.ReadAllText(path));
    }

    [Fact]
    public void Ask_Boilers_AsksTheirFields()
    {
        var path = Zoning.FileOf("p.yaml", File.ReadAllText("samples/proposals/05-coal-boiler-35t.yaml")
            .Replace("[{fuel: coal, capacity: 35 t-steam/h, power-plant: no, ultra-low-emission: yes}]", "[{fuel: coal}]", StringComparison.Ordinal)
            .Replace("fuel.high-polluting: yes", "fuel.high-polluting: no", StringComparison.Ordinal));
        var file = Path.Combine(Path.GetDirectoryName(path)!, "done.yaml");
        var run = Zoning.RunWith("35\n", "ask", path, "--output", file);
        Assert.Equal(3, run.Code);
        Assert.Contains("35 t-steam/h", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Ask_English_IsEnglish() =>
        Assert.Contains("Verdict: Undetermined", Zoning.RunWith("", "ask", Officer, "--lang", "en", "--output", "x.yaml").Out, StringComparison.Ordinal);
}
