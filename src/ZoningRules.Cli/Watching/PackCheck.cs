using System.Collections.Immutable;
using System.Globalization;
using ZoningRules.Assessing;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Cli.Watching;

/// <summary>One look at a rule pack after something was saved: it is read, and its cases run, those that concern the change first; the first problem is told at once.</summary>
internal sealed class PackCheck(string folder, Language language, Action<string> tell)
{
    /// <summary>Reads and tests the pack.</summary>
    /// <param name="changed">The files that changed, relative to the pack; empty for the first look.</param>
    /// <param name="cancellation">Ends the look between two cases.</param>
    /// <returns>Whether nothing is wrong.</returns>
    public bool Run(IReadOnlyList<string> changed, CancellationToken cancellation)
    {
        var pack = RulePackReader.Read(folder);
        if (!pack.Succeeded)
        {
            return First(pack.Problems);
        }

        var cases = CaseReader.Read(folder, pack.Value);
        if (!cases.Succeeded)
        {
            return First(cases.Problems);
        }

        var (ordered, concerned) = Ordered(pack.Value, cases.Value, changed);
        var assessor = new Assessor(pack.Value);
        var failed = 0;
        for (var i = 0; i < ordered.Length && !cancellation.IsCancellationRequested; i++)
        {
            var differences = CaseCheck.Differences(assessor, ordered[i]);
            if (differences.Length > 0 && failed++ == 0)
            {
                tell(Say($"不符 {ordered[i].Path}：{ordered[i].Name.Zh}", $"failed {ordered[i].Path}: {ordered[i].Name.En}"));
                foreach (var difference in differences)
                {
                    tell("  " + difference);
                }
            }
        }

        if (cancellation.IsCancellationRequested)
        {
            return failed == 0;
        }

        var (all, about, wrong) = (Count(ordered.Length), Count(concerned), Count(failed));
        tell(ordered.Length == 0
            ? Say("规则包没有问题，但没有用例", "the pack reads well, and there is no case")
            : Say($"规则包没有问题；{all} 个用例（{about} 个与改动有关），{wrong} 个不符", $"the pack reads well; {all} cases ({about} concern the change), {wrong} failed"));
        return failed == 0;
    }

    /// <summary>The cases that concern changed files first, else in their order; and how many those are.</summary>
    internal static (ImmutableArray<RuleCase> Cases, int Concerned) Ordered(RulePack pack, IReadOnlyList<RuleCase> cases, IReadOnlyList<string> changed)
    {
        var files = changed.ToHashSet(StringComparer.Ordinal);
        var norms = pack.Norms.Where(n => files.Any(f => IsAt(n.Norm.Place, f))).Select(n => n.Norm.Id).ToHashSet(StringComparer.Ordinal);
        bool Concerns(RuleCase c) => files.Contains("cases/" + c.Path) || files.Contains(c.Path) || c.Expectations.Findings.Any(f => norms.Contains(f.Key));
        var first = cases.Where(Concerns).ToArray();
        return ([.. first, .. cases.Except(first)], first.Length);
    }

    private static bool IsAt(SourcePlace place, string file) => place.File.Replace('\\', '/').EndsWith("/" + file, StringComparison.Ordinal);

    private bool First(IReadOnlyCollection<Problem> problems)
    {
        tell(Wording.Full(problems.First(), language));
        if (problems.Count > 1)
        {
            tell(Say($"另有 {Count(problems.Count - 1)} 个问题", $"and {Count(problems.Count - 1)} more"));
        }

        return false;
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private string Say(string zh, string en) => language == Language.Zh ? zh : en;
}
