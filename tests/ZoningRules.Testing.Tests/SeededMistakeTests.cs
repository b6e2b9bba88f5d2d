using ZoningRules.Analysis;
using ZoningRules.Assessing;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Testing.Tests;

/// <summary>Every seeded mistake is found, by the means that docs/seeded-mistakes.md names.</summary>
public sealed class SeededMistakeTests
{
    private static readonly PackProof Quick = new() { Scenarios = 5, Mixes = [ScenarioMix.Typical], Known = new HashSet<string>(["ZA109 JDZ-2020-13.b"], StringComparer.Ordinal) };

    private static readonly string[] Remarks = [.. PackAnalysis.Run(Jingdezhen.Pack, Quick.Date).Remarks.Select(Said)];

    public static TheoryData<int> Numbers { get; } = [.. SeededMistakes.All.Select(m => m.Number)];

    [Fact]
    public void All_AreThirtyWithDistinctNumbers() => Assert.Equal(Enumerable.Range(1, 30), SeededMistakes.All.Select(m => m.Number));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Breaches_OfASeededMistake_FindIt(int number)
    {
        var mistake = SeededMistakes.All.Single(m => m.Number == number);
        using var copy = new PackCopy();
        copy.Edit(mistake.File, mistake.Old, mistake.New);

        var found = FoundBy(copy.Folder);

        Assert.True(found.Count > 0, $"{mistake.What} was not found");
        Assert.Contains($"| {number} | {mistake.What} |", Document, StringComparison.Ordinal);
        var row = Document.Split('\n').Single(l => l.StartsWith($"| {number} |", StringComparison.Ordinal));
        Assert.Equal(string.Join(", ", found), row.Split('|')[4].Trim());
    }

    [Fact]
    public void CheckAll_GoodPack_SaysNothing() => ZoningProperties.CheckAll(Jingdezhen.Folder, Quick);

    [Fact]
    public void CheckAll_WrongPack_SaysWhere()
    {
        using var copy = new PackCopy();
        copy.Edit("requirements/city/12-boilers.yaml", "boiler.capacity <= 35 t-steam/h", "boiler.capacity < 35 t-steam/h");

        var thrown = Assert.Throws<PackProofException>(() => ZoningProperties.CheckAll(copy.Folder, Quick));

        Assert.Contains("JDZ-2020-12/coal-35.yaml", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("ZA301 JDZ-2020-12.a", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(thrown.Breaches, b => b.Law == "cases");
    }

    [Fact]
    public void Breaches_GapOfAStricterZoneThatNobodyKnows_IsTold()
    {
        var breaches = ZoningProperties.Breaches(Jingdezhen.Folder, Quick with { Known = new HashSet<string>(), Scenarios = 5 });

        Assert.Contains(breaches, b => b.Law == "lint" && b.What.Contains("ZA109 JDZ-2020-13.b", StringComparison.Ordinal) && b.Case is not null);
    }

    private static string Document { get; } = File.ReadAllText(Path.Combine(Jingdezhen.Folder, "..", "..", "docs", "seeded-mistakes.md")).ReplaceLineEndings("\n");

    private static string Said(Remark remark) => $"{remark.Kind.Id()} {remark.Subject}";

    // By what a mistake is found: what is new against the good pack. The first case that notices is enough.
    private static List<string> FoundBy(string folder)
    {
        var read = RulePackReader.Read(folder);
        if (!read.Succeeded)
        {
            return ["load"];
        }

        var found = new List<string>();
        if (PackAnalysis.Run(read.Value, Quick.Date).Remarks.Where(r => r.Severity > RemarkSeverity.Note).Select(Said).Except(Remarks).Any())
        {
            found.Add("lint");
        }

        var assessor = new Assessor(read.Value);
        if (CaseReader.Read(folder, read.Value).Require().Any(c => !CaseCheck.Differences(assessor, c).IsEmpty))
        {
            found.Add("cases");
        }

        return found;
    }

    private sealed class PackCopy : IDisposable
    {
        public PackCopy()
        {
            foreach (var file in Directory.EnumerateFiles(Jingdezhen.Folder, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(Folder, Path.GetRelativePath(Jingdezhen.Folder, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }

        public string Folder { get; } = Directory.CreateTempSubdirectory("pack-with-a-mistake-").FullName;

        public void Edit(string file, string old, string replacement)
        {
            var path = Path.Combine(Folder, file);
            var text = File.ReadAllText(path).ReplaceLineEndings("\n");
            Assert.Contains(old, text, StringComparison.Ordinal);
            var at = text.IndexOf(old, StringComparison.Ordinal);
            File.WriteAllText(path, string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + old.Length)));
        }

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
