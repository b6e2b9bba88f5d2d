using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ZoningRules.Analysis;
using ZoningRules.Assessing;
using ZoningRules.Evaluation;
using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Reports;
using ZoningRules.RulePacks;

namespace ZoningRules.Cases;

/// <summary>Puts slips into a pack, one at a time, and sees whether its cases notice.</summary>
public sealed class PackMutation
{
    private readonly RulePack pack;
    private readonly Assessor unchanged;
    private readonly ImmutableArray<(DateOnly Date, ImmutableArray<(RuleCase Case, FactSheet Sheet)> Cases)> groups;
    private readonly ConcurrentDictionary<string, Lazy<Outcome[][][]>> usual = new(StringComparer.Ordinal);

    private PackMutation(RulePack pack, IReadOnlyList<RuleCase> cases)
    {
        this.pack = pack;
        unchanged = new(pack);
        var sheets = new List<(RuleCase Case, FactSheet Sheet)>();
        foreach (var @case in cases)
        {
            var declared = DeclaredFacts.Bind(pack.Vocabulary, @case.Proposal);
            if (declared.Succeeded)
            {
                sheets.Add((@case, FactSheet.Of(declared.Value, @case.Location, @case.Ledgers)));
            }
        }

        groups = [.. sheets.GroupBy(s => s.Case.Date).Select(g => (g.Key, g.ToImmutableArray()))];
    }

    /// <summary>Runs the mutation test on all cores. All cases must hold for the unchanged pack.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="cases">Its cases.</param>
    /// <param name="progress">Told after each slip, from whichever thread tried it: how many are done, of how many; null when nobody listens.</param>
    /// <param name="cancellation">Ends the run between two slips.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static MutationReport Run(RulePack pack, IReadOnlyList<RuleCase> cases, IProgress<(int Done, int Of)>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(cases);
        var run = new PackMutation(pack, cases);
        var mutants = Mutations.Of(pack).ToArray();
        var fates = new Fate[mutants.Length];
        var done = 0;
        Parallel.For(0, mutants.Length, new() { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            fates[i] = run.FateOf(mutants[i]);
            progress?.Report((Interlocked.Increment(ref done), mutants.Length));
        });
        return new(
            pack,
            mutants.Length,
            fates.Count(f => f is Fate.Noticed),
            [.. mutants.Where((_, i) => fates[i] is Fate.Equivalent)],
            [.. mutants.Zip(fates).Where(m => m.Second is Fate.Missed).Select(m => new Survivor(m.First, ((Fate.Missed)m.Second).Case))]);
    }

    // What is cheap comes first: most slips change an outcome that a case states, and a slip that is proved to change nothing needs no case looked at.
    private Fate FateOf(Mutant mutant)
    {
        var id = mutant.Requirement!.Id;
        var changed = pack.With([.. pack.Requirements.Select(r => r.Id == id ? mutant.Requirement : r)]);
        var assessor = new Assessor(changed);
        var (before, after) = (Around(pack, id), Around(changed, id));
        var usually = usual.GetOrAdd(id, _ => new(() => [.. groups.Select(g => Outcomes(before, g))])).Value;
        var open = new List<RuleCase>();
        for (var g = 0; g < groups.Length; g++)
        {
            var outcomes = Outcomes(after, groups[g]);
            for (var c = 0; c < outcomes.Length; c++)
            {
                var @case = groups[g].Cases[c].Case;
                if (!outcomes[c].AsSpan().SequenceEqual(usually[g][c]))
                {
                    if (!CaseCheck.Differences(assessor, @case).IsEmpty)
                    {
                        return new Fate.Noticed();
                    }
                }
                else if (outcomes[c].Contains(Outcome.Undetermined))
                {
                    // The same outcomes, none of them open, give the same assessment; what is open may still be decided over all completions.
                    open.Add(@case);
                }
            }
        }

        if (Difference(mutant, before, after, assessor) is not { } missed)
        {
            return new Fate.Equivalent();
        }

        return open.Exists(c => !CaseCheck.Differences(assessor, c).IsEmpty) ? new Fate.Noticed() : missed;
    }

    // The requirement concerned, and those that hold exceptions to it or are excepted by it.
    private static RulePack Around(RulePack pack, string requirement)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal) { requirement };
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var (owner, norm) in pack.Norms.Where(n => n.Norm.ExceptionTo is not null))
            {
                var other = pack.Norms.FirstOrDefault(n => n.Norm.Id == norm.ExceptionTo).Requirement;
                if (other is not null && ids.Contains(owner.Id) != ids.Contains(other.Id))
                {
                    grown |= ids.Add(owner.Id) | ids.Add(other.Id);
                }
            }
        }

        return pack.With([.. pack.Requirements.Where(r => ids.Contains(r.Id))]);
    }

    // By case, in the order of the pack; a norm that does not count on the date has none.
    private static Outcome[][] Outcomes(RulePack rules, (DateOnly Date, ImmutableArray<(RuleCase Case, FactSheet Sheet)> Cases) group)
    {
        var program = RuleProgram.Compile(rules, group.Date);
        var ids = program.CompiledNorms.ToDictionary(n => n.Norm.Id, StringComparer.Ordinal);
        var known = new byte[program.LeafCount];
        return [.. group.Cases.Select(c =>
        {
            Array.Clear(known);
            return rules.Norms.Select(n => ids.TryGetValue(n.Norm.Id, out var norm) ? DirectEngine.OutcomeOf(norm, program, c.Sheet, known, null) : Outcome.NotApplicable).ToArray();
        })];
    }

    // Null when the slip changes nothing in any cell on any day.
    private Fate.Missed? Difference(Mutant mutant, RulePack before, RulePack after, Assessor changed)
    {
        var (union, _) = PackUnion.Of(before, after);
        var turns = TurningDays.Of(before).Union(TurningDays.Of(after)).Order().ToList();
        foreach (var date in Enumerable.Range(0, turns.Count).Select(i => Typical(turns[i], i + 1 < turns.Count ? turns[i + 1] : null)).OrderByDescending(d => d.Cases).Select(d => d.Date))
        {
            var world = new NormWorld(RuleProgram.Compile(union, date));
            if (!world.IsComplete)
            {
                return new(null);
            }

            foreach (var group in world.Program.CompiledNorms.GroupBy(n => PackUnion.OwnId(n.Norm.Id), StringComparer.Ordinal))
            {
                var old = group.FirstOrDefault(n => PackUnion.IsOld(n.Norm));
                var @new = group.FirstOrDefault(n => !PackUnion.IsOld(n.Norm));
                var unequal = world.Unequal(old, @new);
                if (!world.IsEmpty(unequal))
                {
                    return new(Case(WitnessWriter.Draft(world.Program, world.Shortest(unequal)!, new($"{mutant.Norm}：{mutant.Change.Zh}", $"{mutant.Norm}: {mutant.Change.En}")), group.Key, changed));
                }

                if (world.UnequalReadings(old, @new))
                {
                    return new(null);
                }
            }

            if (!world.IsComplete)
            {
                return new(null);
            }
        }

        // What a cap or a duty says beside its condition is no cell.
        return mutant.IsBesideConditions ? new(null) : null;
    }

    // The day of a stretch that most cases speak of is as good as its first, and better in a case to show.
    private (DateOnly Date, int Cases) Typical(DateOnly from, DateOnly? until) => groups
        .Where(g => g.Date >= from && (until is not { } end || g.Date < end))
        .Select(g => (g.Date, g.Cases.Length))
        .Append((from, 0))
        .MaxBy(g => g.Item2);

    // With what the unchanged pack makes of it; null unless the slip fails it.
    private string? Case(string draft, string norm, Assessor changed)
    {
        if (Read(draft) is not { } @case || CaseCheck.Assess(unchanged, @case) is not { Succeeded: true, Value: var assessment })
        {
            return null;
        }

        var outcome = assessment.Findings.FirstOrDefault(f => f.Norm.Id == norm)?.Outcome;
        var text = draft[..draft.LastIndexOf("expect:", StringComparison.Ordinal)]
            + string.Create(CultureInfo.InvariantCulture, $"expect:\n  verdict: {JsonWords.Of(assessment.Verdict)}\n")
            + (outcome is { } found ? string.Create(CultureInfo.InvariantCulture, $"  findings:\n    {norm}: {JsonWords.Of(found)}\n") : string.Empty);
        return Read(text) is { } complete && !CaseCheck.Differences(changed, complete).IsEmpty ? text : null;
    }

    private RuleCase? Read(string text) => CaseReader.Parse("case.yaml", Encoding.UTF8.GetBytes(text), pack) is { Succeeded: true, Value: var @case } ? @case : null;

    private abstract record Fate
    {
        public sealed record Noticed : Fate;

        public sealed record Equivalent : Fate;

        public sealed record Missed(string? Case) : Fate;
    }
}
