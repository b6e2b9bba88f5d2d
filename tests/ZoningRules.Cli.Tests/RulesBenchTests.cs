using System.Text.Json;
using ZoningRules.Tests.Reports;

namespace ZoningRules.Cli.Tests;

/// <summary>The verbs of a rule author: <c>rules lint</c>, <c>rules diff</c>, <c>rules test</c>.</summary>
public sealed class RulesBenchTests
{
    private const string Pack = "rules/jingdezhen";
    private const string Boilers = "requirements/city/12-boilers.yaml";

    [Theory]
    [InlineData("zh", "更严格的")]
    [InlineData("en", "in the stricter")]
    public void Lint_ShippedPack_HasNoErrorAndSpeaksBothLanguages(string language, string words)
    {
        var run = Zoning.Run("rules", "lint", Pack, "--lang", language);
        Assert.True(run.Code == 0, run.Out + run.Error);
        Assert.Contains(words, run.Out, StringComparison.Ordinal);
        Assert.Contains("ZA402", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Lint_Json_KeepsItsSchema()
    {
        var run = Zoning.Run("rules", "lint", Pack, "--format", "json", "--date", "2026-11-22");
        Assert.Empty(JsonSchema.Load("docs/schemas/lint.schema.json").Faults(run.Out));
        Assert.Equal("2026-11-22", JsonDocument.Parse(run.Out).RootElement.GetProperty("date").GetString());
    }

    [Fact]
    public void Lint_Sarif_HasWhatTheStandardRequires()
    {
        var run = JsonDocument.Parse(Zoning.Run("rules", "lint", Pack, "--format", "sarif").Out).RootElement;
        Assert.Equal("2.1.0", run.GetProperty("version").GetString());
        var single = Assert.Single(run.GetProperty("runs").EnumerateArray());
        var driver = single.GetProperty("tool").GetProperty("driver");
        Assert.NotEqual("", driver.GetProperty("name").GetString());
        var rules = driver.GetProperty("rules").EnumerateArray().Select(r => r.GetProperty("id").GetString()).ToHashSet();
        Assert.All(single.GetProperty("results").EnumerateArray(), result =>
        {
            Assert.Contains(result.GetProperty("ruleId").GetString(), rules);
            Assert.Contains(result.GetProperty("level").GetString(), (string?[])["error", "warning", "note"]);
            Assert.NotEqual("", result.GetProperty("message").GetProperty("text").GetString());
            var place = Assert.Single(result.GetProperty("locations").EnumerateArray()).GetProperty("physicalLocation");
            Assert.True(Uri.IsWellFormedUriString(place.GetProperty("artifactLocation").GetProperty("uri").GetString(), UriKind.RelativeOrAbsolute));
            Assert.True(!place.TryGetProperty("region", out var region) || region.GetProperty("startLine").GetInt32() > 0);
        });
    }

    [Fact]
    public void Lint_Error_Is65AndStillReports()
    {
        var folder = Copy();
        Edit(folder, Boilers, "boiler.capacity <= 35 t-steam/h", "boiler.capacity < 0 t-steam/h");
        var run = Zoning.Run("rules", "lint", folder, "--lang", "en");
        Assert.Equal(65, run.Code);
        Assert.Contains("ZA101", run.Out, StringComparison.Ordinal);
        Assert.Contains("12-boilers.yaml", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Lint_OutputFile_IsWhatWouldBePrinted()
    {
        var file = Path.Combine(Zoning.Folder(), "lint.json");
        var run = Zoning.Run("rules", "lint", Pack, "--format", "json", "-o", file);
        Assert.Equal((0, ""), (run.Code, run.Out));
        Assert.Equal(Zoning.Run("rules", "lint", Pack, "--format", "json").Out, File.ReadAllText(file));
    }

    [Theory]
    [InlineData("lint")]
    [InlineData("test")]
    public void Verb_FolderThatIsNoPack_Is65(string verb) => Zoning.Run("rules", verb, Zoning.Folder()).Fails(65, "ZR");

    [Fact]
    public void Diff_FolderThatIsNoPack_TellsBoth()
    {
        var (first, second) = (Zoning.Folder(), Zoning.Folder());
        Zoning.Run("rules", "diff", first, second).Fails(65, first, second);
    }

    [Theory]
    [InlineData("lint", "--format", "markdown")]
    [InlineData("lint", "--date", "2026-13-01")]
    [InlineData("diff", "--format", "sarif")]
    [InlineData("test", "--frob", "1")]
    public void Verb_WrongOption_Is64(string verb, string option, string value) =>
        Zoning.Run(verb == "diff" ? ["rules", verb, Pack, Pack, option, value] : ["rules", verb, Pack, option, value]).Fails(64);

    [Fact]
    public void Diff_PackWithItself_IsEquivalentThroughout()
    {
        var run = Zoning.Run("rules", "diff", Pack, Pack, "--format", "json");
        Assert.Equal(0, run.Code);
        Assert.Empty(JsonSchema.Load("docs/schemas/diff.schema.json").Faults(run.Out));
        var rows = JsonDocument.Parse(run.Out).RootElement.GetProperty("rows").EnumerateArray().ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, r => Assert.Equal("Equivalent", r.GetProperty("relation").GetString()));
    }

    [Fact]
    public void Diff_LimitMoved_NamesTheNormItsDirectionAndACase()
    {
        var folder = Copy();
        Edit(folder, Boilers, "boiler.capacity <= 35 t-steam/h", "boiler.capacity <= 65 t-steam/h");
        var json = Zoning.Run("rules", "diff", Pack, folder, "--format", "json");
        Assert.Empty(JsonSchema.Load("docs/schemas/diff.schema.json").Faults(json.Out));
        var norm = Assert.Single(JsonDocument.Parse(json.Out).RootElement.GetProperty("norms").EnumerateArray());
        Assert.Equal(("JDZ-2020-12.a", "Stricter"), (norm.GetProperty("norm").GetString(), norm.GetProperty("relation").GetString()));
        Assert.Contains("capacity", norm.GetProperty("stricter").GetProperty("case").GetString(), StringComparison.Ordinal);
        Assert.Contains("更严", Zoning.Run("rules", "diff", Pack, folder).Out, StringComparison.Ordinal);
        var letter = Zoning.Run("rules", "diff", Pack, folder, "--format", "markdown", "--lang", "en").Out;
        Assert.Contains("| JDZ-2020-12.a | stricter |", letter, StringComparison.Ordinal);
        Assert.All(letter.Split('\n').Where(l => l.StartsWith("|---", StringComparison.Ordinal)), l => Assert.Matches("^\\|(---\\|)+$", l));
        Assert.Contains("looser", Zoning.Run("rules", "diff", folder, Pack, "--lang", "en").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Diff_BeforeAnythingIsInForce_IsEquivalent()
    {
        var folder = Copy();
        Edit(folder, Boilers, "boiler.capacity <= 35 t-steam/h", "boiler.capacity <= 65 t-steam/h");
        Assert.Empty(JsonDocument.Parse(Zoning.Run("rules", "diff", Pack, folder, "--format", "json", "--date", "2020-12-30").Out).RootElement.GetProperty("norms").EnumerateArray());
    }

    [Fact]
    public void Test_NoCase_Is65()
    {
        var run = Zoning.Run("rules", "test", Copy(), "--lang", "en");
        Assert.Equal(65, run.Code);
        Assert.Contains("There is no case: nothing is proved.", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Test_FailingCase_ShowsLinesWithValuesAndTriesNoSlip()
    {
        var folder = Copy();
        Case(folder, "Admissible");
        var run = Zoning.Run("rules", "test", folder, "--mutate", "--lang", "en");
        Assert.Equal(65, run.Code);
        Assert.Contains("verdict: expected Admissible, found Prohibited", run.Out, StringComparison.Ordinal);
        Assert.Matches("boiler.capacity <= 35 t-steam/h +.*20", run.Out);
        Assert.Contains("no slip was tried", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Test_Suggest_WritesCasesThatHold()
    {
        var folder = Copy();
        Case(folder, "Prohibited");
        var suggested = Zoning.Run("rules", "test", folder, "--suggest", "--lang", "en", "--date", "2026-11-22").Out;
        var files = suggested[suggested.IndexOf("# JDZ", StringComparison.Ordinal)..].Split("---\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.True(files.Length > 200, $"{files.Length}");
        for (var i = 0; i < files.Length; i++)
        {
            File.WriteAllText(Path.Combine(folder, "cases", $"s{i:D3}.yaml"), files[i]);
        }

        var run = Zoning.Run("rules", "test", folder, "--lang", "en");
        Assert.True(run.Code == 0, run.Out);
    }

    [Fact]
    public void Test_Interrupted_Is130AndWritesNothing()
    {
        var folder = Copy();
        Case(folder, "Prohibited");
        var file = Path.Combine(Zoning.Folder(), "out.txt");
        var stopping = new StopAtOnce();
        var run = Zoning.RunIn(around => around with { ErrorIsTerminal = true, Error = stopping.Over(around) }, "rules", "test", folder, "--mutate", "--lang", "en", "-o", file);
        Assert.Equal(130, run.Code);
        Assert.False(File.Exists(file));
        Assert.Contains("Stopped", stopping.Text, StringComparison.Ordinal);
        Assert.Contains("trying slips", stopping.Text, StringComparison.Ordinal);
    }

    private static void Case(string folder, string verdict)
    {
        Directory.CreateDirectory(Path.Combine(folder, "cases"));
        File.WriteAllText(
            Path.Combine(folder, "cases", "boiler.yaml"),
            $"""
            schema: zoning-case/1
            name: {"{"}zh: 一台小煤锅炉, en: one small coal boiler{"}"}
            date: 2026-11-22
            given:
              project.action: new
              boilers:
                - fuel: coal
                  capacity: 20 t-steam/h
            at:
              units: unknown
              in:
                built-up-area: yes
            expect:
              verdict: {verdict}

            """);
    }

    private static string Copy()
    {
        var to = Path.Combine(Zoning.Folder(), "pack");
        foreach (var file in Directory.EnumerateFiles(Pack, "*", SearchOption.AllDirectories).Where(f => !f.Contains("/cases/", StringComparison.Ordinal)))
        {
            var target = Path.Combine(to, Path.GetRelativePath(Pack, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return to;
    }

    private static void Edit(string folder, string file, string old, string replacement)
    {
        var path = Path.Combine(folder, file);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    /// <summary>An error stream on which the user presses Ctrl-C as soon as progress shows.</summary>
    private sealed class StopAtOnce : StringWriter
    {
        private Interruption? interruption;

        public string Text => ToString();

        public StopAtOnce Over(Surroundings around)
        {
            interruption = around.Interruption;
            NewLine = "\n";
            return this;
        }

        public override void Write(string? value)
        {
            base.Write(value);
            interruption?.Ask();
        }
    }
}
