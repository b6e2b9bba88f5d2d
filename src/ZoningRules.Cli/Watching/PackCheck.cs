using System.Collections.Immutable;
using System.Globalization;
using ZoningRules.Assessing;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Cli.Watching;

/// <summary>
/// Looks at a rule pack whenever something was saved: it is read, and its cases run, those that concern the change first; the first problem is told at once. While the rules stay the same
/// only cases that changed run again.
/// </summary>
internal sealed class PackCheck(string folder, Language language, Action<string> tell)
{
    private const string Bases = "cases/bases/";
    private const int Together = 64;

    private readonly HashSet<string> changedSince = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<LocalText>> results = new(StringComparer.Ordinal);
    private string? rules;

    /// <summary>How many cases the last look ran; the others came out as before.</summary>
    public int Ran { get; private set; }

    /// <summary>Reads and tests the pack.</summary>
    /// <param name="changed">The files that changed, relative to the pack; empty for the first look.</param>
    /// <param name="cancellation">Ends the look between two cases.</param>
    /// <returns>Whether nothing is wrong.</returns>
    public bool Run(IReadOnlyList<string> changed, CancellationToken cancellation)
    {
        Ran = 0;
        changedSince.UnionWith(changed);
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

        Forget(pack.Value.Sha256);
        var (ordered, concerned) = Ordered(pack.Value, cases.Value, changed);
        var assessor = new Assessor(pack.Value);
        var failed = 0;

        // A few at a time on all cores, so that what is told first is first in the order.
        foreach (var some in ordered.Chunk(Together))
        {
            if (cancellation.IsCancellationRequested)
            {
                break;
            }

            var found = new ImmutableArray<LocalText>[some.Length];
            Parallel.For(0, some.Length, i => found[i] = results.TryGetValue(some[i].Path, out var before) ? before : CaseCheck.Differences(assessor, some[i]));
            for (var i = 0; i < some.Length; i++)
            {
                Ran += results.TryAdd(some[i].Path, found[i]) ? 1 : 0;
                if (!found[i].IsEmpty && failed++ == 0)
                {
                    tell(Say($"不符 {some[i].Path}：{some[i].Name.Zh}", $"failed {some[i].Path}: {some[i].Name.En}"));
                    foreach (var difference in found[i])
                    {
                        tell("  " + difference.In(language));
                    }
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
            : Say($"规则包没有问题；{all} 个用例（{about} 个与改动有关），{wrong} 个不符", $"the pack reads well; {Figures.Counted(ordered.Length, "case", "cases")} ({Figures.Counted(concerned, "concerns", "concern")} the change), {wrong} failed"));
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

    // What is still known of the cases: nothing after a change of the rules or of a base, else all but those that changed.
    private void Forget(string now)
    {
        if (rules != now || changedSince.Any(f => f.StartsWith(Bases, StringComparison.Ordinal)))
        {
            results.Clear();
        }

        foreach (var path in results.Keys.Where(p => changedSince.Contains("cases/" + p)).ToList())
        {
            results.Remove(path);
        }

        rules = now;
        changedSince.Clear();
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
