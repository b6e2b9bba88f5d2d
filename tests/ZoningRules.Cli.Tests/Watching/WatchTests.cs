using System.Text;
using ZoningRules.Cli.Watching;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Cli.Tests.Watching;

/// <summary><c>zoning rules watch</c>.</summary>
public sealed class WatchTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    private readonly string folder = Path.Combine(Zoning.Folder(), "pack");

    public WatchTests()
    {
        foreach (var file in Directory.EnumerateFiles("samples/first-pack", "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath("samples/first-pack", file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private string Norms => Path.Combine(folder, "requirements", "article-26.yaml");

    [Fact]
    public void Due_SavedInSteps_WaitsUntilItIsQuiet()
    {
        var quiet = new Quiet(TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500));
        quiet.Take(["b"], Start);
        quiet.Take(["a", "b"], Start.AddMilliseconds(60));

        Assert.Empty(quiet.Due(Start.AddMilliseconds(159)));
        Assert.True(quiet.Waits);
        Assert.Equal(["a", "b"], quiet.Due(Start.AddMilliseconds(160)));
        Assert.False(quiet.Waits);
        Assert.Empty(quiet.Due(Start.AddMilliseconds(1000)));
    }

    [Fact]
    public void Due_WrittenAllTheTime_DoesNotWaitForEver()
    {
        var quiet = new Quiet(TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500));
        for (var at = 0; at <= 450; at += 50)
        {
            quiet.Take(["a"], Start.AddMilliseconds(at));
            Assert.Empty(quiet.Due(Start.AddMilliseconds(at)));
        }

        quiet.Take(["a"], Start.AddMilliseconds(500));
        Assert.Equal(["a"], quiet.Due(Start.AddMilliseconds(500)));
    }

    [Fact]
    public void ChangedSince_FilesThatCameWentAndChanged_AreNamedAndHiddenOnesAreNot()
    {
        var before = FolderSnapshot.Of(folder);
        Assert.Empty(FolderSnapshot.Of(folder).ChangedSince(before));

        File.AppendAllText(Norms, "# more\n");
        File.Delete(Path.Combine(folder, "cases", "new-at-1-km.yaml"));
        File.WriteAllText(Path.Combine(folder, "cases", "another.yaml"), "x");
        File.WriteAllText(Path.Combine(folder, "cases", ".another.yaml.swp"), "x");
        File.WriteAllText(Path.Combine(folder, "cases", "another.yaml~"), "x");

        Assert.Equal(["cases/another.yaml", "cases/new-at-1-km.yaml", "requirements/article-26.yaml"], FolderSnapshot.Of(folder).ChangedSince(before));
        Assert.Empty(FolderSnapshot.Of(Path.Combine(folder, "none")).ChangedSince(FolderSnapshot.Of(Path.Combine(folder, "none"))));
    }

    [Fact]
    public void Ordered_ChangedFile_PutsTheCasesThatConcernItFirst()
    {
        var pack = RulePackReader.Read("rules/jingdezhen").Value!;
        var cases = CaseReader.Read("rules/jingdezhen", pack).Value!;

        var (byNorm, concerned) = PackCheck.Ordered(pack, cases, ["requirements/city/24-no-burn-zone.yaml"]);
        Assert.InRange(concerned, 10, cases.Count / 2);
        Assert.All(byNorm.Take(concerned), c => Assert.Contains(c.Expectations.Findings, f => f.Key.StartsWith("JDZ-2020-24.", StringComparison.Ordinal)));
        Assert.Equal(cases.OrderBy(c => c.Path, StringComparer.Ordinal), byNorm.OrderBy(c => c.Path, StringComparer.Ordinal));

        var (byCase, one) = PackCheck.Ordered(pack, cases, ["cases/dates/2030-12-31.yaml"]);
        Assert.Equal(1, one);
        Assert.EndsWith("dates/2030-12-31.yaml", byCase[0].Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_PackThatCannotBeRead_TellsTheFirstProblemAndHowManyMore()
    {
        File.AppendAllText(Norms, "frob: 1\nfrub: 2\n");
        var lines = new List<string>();

        Assert.False(new PackCheck(folder, Language.En, lines.Add).Run([], CancellationToken.None));
        Assert.Contains("frob", lines[0], StringComparison.Ordinal);
        Assert.Equal("and 1 more", lines[1]);
    }

    [Fact]
    public void Run_CaseThatFails_IsToldBeforeTheCount()
    {
        File.WriteAllText(Norms, File.ReadAllText(Norms).Replace("<= 1 km", "< 1 km", StringComparison.Ordinal));
        var lines = new List<string>();

        Assert.False(new PackCheck(folder, Language.Zh, lines.Add).Run(["requirements/article-26.yaml"], CancellationToken.None));
        Assert.StartsWith("不符 ", lines[0], StringComparison.Ordinal);
        Assert.Contains("new-at-1-km.yaml", lines[0], StringComparison.Ordinal);
        Assert.Equal("规则包没有问题；7 个用例（7 个与改动有关），1 个不符", lines[^1]);
    }

    [Fact]
    public void Run_AgainAndAgain_RunsOnlyWhatMayHaveChanged()
    {
        var lines = new List<string>();
        var check = new PackCheck(folder, Language.En, lines.Add);
        var @case = Path.Combine(folder, "cases", "new-at-1-km.yaml");
        Assert.True(Look());
        Assert.Equal(7, check.Ran);

        // A case that changed runs again, and only that.
        File.WriteAllText(@case, File.ReadAllText(@case).Replace("Prohibited", "Admissible", StringComparison.Ordinal));
        Assert.False(Look("cases/new-at-1-km.yaml"));
        Assert.Equal(1, check.Ran);
        Assert.Contains("failed new-at-1-km.yaml", lines[0], StringComparison.Ordinal);

        // It goes on being told while something else is saved.
        Assert.False(Look("cases/new-beyond-1-km.yaml"));
        Assert.Equal(1, check.Ran);
        Assert.Contains("failed new-at-1-km.yaml", lines[0], StringComparison.Ordinal);

        // What was saved while the pack could not be read is not forgotten.
        var rules = File.ReadAllText(Norms);
        File.WriteAllText(Norms, rules + "frob: 1\n");
        File.WriteAllText(@case, File.ReadAllText(@case).Replace("Admissible", "Prohibited", StringComparison.Ordinal));
        Assert.False(Look("requirements/article-26.yaml", "cases/new-at-1-km.yaml"));
        Assert.Equal(0, check.Ran);
        File.WriteAllText(Norms, rules);
        Assert.True(Look("requirements/article-26.yaml"));
        Assert.Equal(1, check.Ran);

        // Other rules: every case.
        File.WriteAllText(Norms, rules.Replace("<= 1 km", "<= 1000 m", StringComparison.Ordinal));
        Assert.True(Look("requirements/article-26.yaml"));
        Assert.Equal(7, check.Ran);

        bool Look(params string[] changed)
        {
            lines.Clear();
            return check.Run(changed, CancellationToken.None);
        }
    }

    [Fact]
    public void Run_BaseOfCasesChanged_RunsAll()
    {
        Directory.CreateDirectory(Path.Combine(folder, "cases", "bases"));
        var quiet = Path.Combine(folder, "cases", "bases", "quiet.yaml");
        File.WriteAllText(quiet, "schema: zoning-case/1\ngiven: {project.chemical: yes}\n");
        var check = new PackCheck(folder, Language.En, _ => { });
        check.Run([], CancellationToken.None);

        Assert.True(check.Run(["cases/bases/quiet.yaml"], CancellationToken.None));

        Assert.Equal(7, check.Ran);
    }

    [Theory]
    [InlineData("--lang")]
    [InlineData("--poll")]
    public void Watch_FileSaved_LooksAgainAndEndsWhenAsked(string option)
    {
        using var interruption = new Interruption();
        var looks = 0;
        using var output = new Listener(line =>
        {
            if (!line.StartsWith("waiting", StringComparison.Ordinal))
            {
                return;
            }

            looks++;
            if (looks == 1)
            {
                File.AppendAllText(Norms, "frob: 1\n");
            }
            else
            {
                interruption.Ask();
            }
        });
        string[] more = option == "--poll" ? ["--poll"] : [];

        var run = Zoning.RunIn(around => around with { Out = output, Interruption = interruption, Time = TimeProvider.System }, ["rules", "watch", folder, "--lang", "en", .. more]);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(2, looks);
        var text = output.ToString();
        Assert.Contains("the pack reads well; 7 cases (0 concern the change), 0 failed\nwaiting", text, StringComparison.Ordinal);
        Assert.Contains("· requirements/article-26.yaml\n", text, StringComparison.Ordinal);
        Assert.Contains("frob", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Watch_NoSuchFolder_IsRefused() => Zoning.Run("rules", "watch", Path.Combine(folder, "none")).Fails(65, "none");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);

    /// <summary>Text that somebody reads line by line as it is written.</summary>
    private sealed class Listener(Action<string> heard) : StringWriter(System.Globalization.CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void WriteLine(string? value)
        {
            Write(value + "\n");
            heard(value ?? "");
        }
    }
}
