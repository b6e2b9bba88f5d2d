using System.Collections.Immutable;
using ZoningRules.Analysis;
using ZoningRules.Assessing;
using ZoningRules.Evaluation;
using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.RulePacks;

namespace ZoningRules.Cases;

/// <summary>Puts slips into a pack, one at a time, and sees whether its cases notice.</summary>
public sealed class PackMutation
{
    private readonly RulePack pack;
    private readonly List<(RuleCase Case, FactSheet Sheet)> sheets = [];
    private readonly DateOnly[] dates;

    private PackMutation(RulePack pack, IReadOnlyList<RuleCase> cases)
    {
        this.pack = pack;
        foreach (var @case in cases)
        {
            var declared = DeclaredFacts.Bind(pack.Vocabulary, @case.Proposal);
            if (declared.Succeeded)
            {
                sheets.Add((@case, FactSheet.Of(declared.Value, @case.Location, @case.Ledgers)));
            }
        }

        dates = [.. cases.Select(c => c.Date).Distinct().Order()];
    }

    /// <summary>Runs the mutation test. All cases must hold for the unchanged pack.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="cases">Its cases.</param>
    /// <param name="progress">Told after each slip: how many are done, of how many; null when nobody listens.</param>
    /// <param name="cancellation">Ends the run between two slips.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static MutationReport Run(RulePack pack, IReadOnlyList<RuleCase> cases, IProgress<(int Done, int Of)>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(cases);
        var run = new PackMutation(pack, cases);
        var mutants = Mutations.Of(pack).ToList();
        var killed = 0;
        var equivalent = ImmutableArray.CreateBuilder<Mutant>();
        var survivors = ImmutableArray.CreateBuilder<Survivor>();
        for (var i = 0; i < mutants.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var changed = run.With(mutants[i].Requirement!);
            if (run.IsNoticed(mutants[i], changed))
            {
                killed++;
            }
            else if (run.Difference(mutants[i], changed) is { } difference)
            {
                survivors.Add(new(mutants[i], difference.Case));
            }
            else
            {
                equivalent.Add(mutants[i]);
            }

            progress?.Report((i + 1, mutants.Count));
        }

        return new(pack, mutants.Count, killed, equivalent.ToImmutable(), survivors.ToImmutable());
    }

    private RulePack With(Requirement changed) => pack.With([.. pack.Requirements.Select(r => r.Id == changed.Id ? changed : r)]);

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

    private bool IsNoticed(Mutant mutant, RulePack changed)
    {
        var (before, after) = (Around(pack, mutant.Requirement!.Id), Around(changed, mutant.Requirement!.Id));
        var assessor = new Assessor(changed);
        foreach (var group in sheets.GroupBy(s => s.Case.Date))
        {
            var (old, @new) = (RuleProgram.Compile(before, group.Key), RuleProgram.Compile(after, group.Key));
            foreach (var (@case, sheet) in group)
            {
                // The same outcomes, none of them open, give the same assessment; what is open may still be decided over all completions.
                var (a, b) = (Outcomes(old, sheet), Outcomes(@new, sheet));
                if ((!a.SequenceEqual(b) || a.Any(o => o.Outcome == Outcome.Undetermined)) && !CaseCheck.Differences(assessor, @case).IsEmpty)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static List<(string Norm, Outcome Outcome)> Outcomes(RuleProgram program, FactSheet sheet)
    {
        var known = new byte[program.LeafCount];
        return [.. program.CompiledNorms.Select(n => (n.Norm.Id, DirectEngine.OutcomeOf(n, program, sheet, known, null)))];
    }

    // Null when the slip changes nothing in any cell on any date that a case has; otherwise a case, or no words for one.
    private Found? Difference(Mutant mutant, RulePack changed)
    {
        var (before, after) = (Around(pack, mutant.Requirement!.Id), Around(changed, mutant.Requirement!.Id));
        foreach (var date in dates)
        {
            var (union, _) = PackUnion.Of(before, after);
            var world = new NormWorld(RuleProgram.Compile(union, date));
            if (!world.IsComplete)
            {
                return new Found(null);
            }

            foreach (var group in world.Program.CompiledNorms.GroupBy(n => PackUnion.OwnId(n.Norm.Id), StringComparer.Ordinal))
            {
                var old = group.FirstOrDefault(n => PackUnion.IsOld(n.Norm));
                var @new = group.FirstOrDefault(n => !PackUnion.IsOld(n.Norm));
                var unequal = world.Unequal(old, @new);
                if (!world.IsEmpty(unequal))
                {
                    return new Found(WitnessWriter.Draft(world.Program, world.Shortest(unequal)!, new("缺少的用例", "a missing case")));
                }
            }
        }

        return mutant.Change.StartsWith("cap:", StringComparison.Ordinal) || mutant.Change.StartsWith("target:", StringComparison.Ordinal) || mutant.Change.StartsWith("obligations:", StringComparison.Ordinal)
            ? new Found(null)
            : null;
    }

    private sealed record Found(string? Case);
}
