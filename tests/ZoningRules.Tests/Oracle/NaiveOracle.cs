using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Tests.Oracle;

/// <summary>
/// Evaluates a rule pack from docs/semantics.md alone, in the most naive way: every unknown takes every representative value, every combination is
/// evaluated in two values, and the results are compared. It shares no code with the engine; only the types of packs and facts.
/// </summary>
internal sealed class NaiveOracle
{
    private readonly OracleScene scene;
    private readonly ImmutableArray<(Requirement Requirement, Norm Norm)> norms;

    private NaiveOracle(OracleScene scene)
    {
        this.scene = scene;
        norms = [.. OracleRules.Counting(scene).Where(n => n.Norm.Effect != Effect.Manual)];
    }

    /// <summary>The answer, or null when there are more completions than a test should wait for.</summary>
    public static OracleAnswer? Answer(
        RulePack pack, DeclaredFacts facts, SiteLocation? location, ImmutableArray<Ledger> ledgers, DateOnly date, int mostCompletions) =>
        new NaiveOracle(new(pack, facts, location, ledgers, date)).Answer(mostCompletions);

    /// <summary>
    /// The verdicts that a zoning pack and a plan without control units can come to together, over everything both leave unknown; null when there are more completions than a test
    /// should wait for. Norm ids of the two must differ.
    /// </summary>
    public static IReadOnlyList<Verdict>? PossibleTogether(
        RulePack zoning, RulePack plan, DeclaredFacts facts, SiteLocation? location, ImmutableArray<Ledger> ledgers, DateOnly date, int mostCompletions)
    {
        var both = SmallWorld.Instance.Pack([.. zoning.Requirements, .. plan.Requirements], zoning.UnitLists);
        return new NaiveOracle(new(both, facts, location, ledgers, date)).PossibleTogether(zoning, plan, mostCompletions);
    }

    private IReadOnlyList<Verdict>? PossibleTogether(RulePack zoning, RulePack plan, int mostCompletions)
    {
        var things = norms.SelectMany(Touched).Distinct().Where(t => scene.ValuesOf(t).Count > 1).ToArray();
        if (things.Aggregate(1L, (n, t) => Math.Min(n * scene.ValuesOf(t).Count, int.MaxValue)) > mostCompletions)
        {
            return null;
        }

        var planned = plan.Norms.Select(n => n.Norm.Id).ToHashSet();
        var verdicts = new HashSet<Verdict>();
        foreach (var chosen in Combinations([.. things.Select(t => scene.ValuesOf(t).Count)]))
        {
            var values = things.Select((t, i) => (t, v: scene.ValuesOf(t)[chosen[i]])).ToDictionary(p => p.t, p => p.v);
            var rules = new OracleRules(scene, t => values.TryGetValue(t, out var value) ? value : scene.ValuesOf(t).Single());
            var outcomes = norms.ToLookup(
                n => planned.Contains(n.Norm.Id),
                n => OracleRules.Parts(scene, n.Requirement.Scope).Select(p => OracleRules.OutcomeOf(n.Norm, rules.Of(n.Requirement, n.Norm, p))).Append(Outcome.NotApplicable).Max());
            var ofZoning = Judge(outcomes[false], zoning);

            // A plan of which nothing applies says nothing; one of which nothing is in force leaves it open.
            var silent = SomethingInForce(plan) && outcomes[true].All(o => o == Outcome.NotApplicable);
            verdicts.Add(silent ? ofZoning : new[] { ofZoning, Judge(outcomes[true], plan) }.Max());
        }

        return [.. verdicts.Order()];
    }

    private OracleAnswer? Answer(int mostCompletions)
    {
        var kleene = new OracleRules(scene, null);
        var first = norms.ToDictionary(n => n.Norm.Id, n => Strictest(n, p => kleene.Of(n.Requirement, n.Norm, p)));
        var verdict = Judge(first.Values, scene.Pack);
        var maySayNothing = scene.Pack.Units.IsEmpty && SomethingInForce(scene.Pack);
        if (first.ContainsValue(Outcome.Violated) || (!first.ContainsValue(Outcome.Undetermined) && !maySayNothing))
        {
            return new(verdict, [verdict], first, first, WithSite(verdict, []), 0);
        }

        var things = norms.SelectMany(Touched).Distinct().Where(t => scene.ValuesOf(t).Count > 1).ToArray();
        if (things.Aggregate(1L, (n, t) => Math.Min(n * scene.ValuesOf(t).Count, int.MaxValue)) > mostCompletions)
        {
            return null;
        }

        var truths = norms.ToDictionary(n => n.Norm.Id, _ => new List<Truths>());
        var verdicts = new List<Verdict>();
        foreach (var chosen in Combinations([.. things.Select(t => scene.ValuesOf(t).Count)]))
        {
            var values = things.Select((t, i) => (t, v: scene.ValuesOf(t)[chosen[i]])).ToDictionary(p => p.t, p => p.v);
            var rules = new OracleRules(scene, t => values.TryGetValue(t, out var value) ? value : scene.ValuesOf(t).Single());
            var outcomes = new List<Outcome>();
            foreach (var norm in norms)
            {
                var parts = OracleRules.Parts(scene, norm.Requirement.Scope).Select(p => rules.Of(norm.Requirement, norm.Norm, p)).ToArray();
                truths[norm.Norm.Id].Add(new(Most(parts.Select(p => p.A)), Most(parts.Select(p => p.B)), Most(parts.Select(p => p.C))));
                outcomes.Add(parts.Select(p => OracleRules.OutcomeOf(norm.Norm, p)).Append(Outcome.NotApplicable).Max());
            }

            verdicts.Add(Judge(outcomes, scene.Pack));
        }

        var after = norms.ToDictionary(n => n.Norm.Id, n => first[n.Norm.Id] == Outcome.Undetermined
            ? OracleRules.OutcomeOf(n.Norm, new(
                Agreed(truths[n.Norm.Id].Select(t => t.A)), Agreed(truths[n.Norm.Id].Select(t => t.B)), Agreed(truths[n.Norm.Id].Select(t => t.C))))
            : first[n.Norm.Id]);
        var possible = verdicts.Distinct().Order().ToArray();
        var concluded = possible.Length == 1 ? possible[0] : Verdict.Undetermined;
        int[] sizes = [.. things.Select(t => scene.ValuesOf(t).Count)];
        var asked = things.Where((_, i) => Matters(i, sizes, verdicts)).SelectMany(t => t.Questions).ToHashSet();
        return new(concluded, possible, after, first, WithSite(concluded, asked), verdicts.Count);
    }

    // Nothing but the site itself settles in which unit it lies.
    private HashSet<string> WithSite(Verdict verdict, HashSet<string> asked) =>
        verdict == Verdict.Undetermined && !scene.UnitKnown && !scene.Pack.Units.IsEmpty ? [.. asked, "site"] : asked;

    private bool SomethingInForce(RulePack pack) => pack.Requirements.Any(r => OracleRules.InForce(r, scene.Date));

    // Section 5.
    private Verdict Judge(IEnumerable<Outcome> outcomes, RulePack pack)
    {
        var verdict = Verdict.Admissible;
        outcomes = [.. outcomes];
        foreach (var outcome in outcomes)
        {
            var one = outcome switch
            {
                Outcome.Violated => Verdict.Prohibited,
                Outcome.Undetermined => Verdict.Undetermined,
                Outcome.Conditional => Verdict.Conditional,
                _ => Verdict.Admissible,
            };
            verdict = one > verdict ? one : verdict;
        }

        var doubtful = pack.Units.IsEmpty
            ? !SomethingInForce(pack) || outcomes.All(o => o == Outcome.NotApplicable)
            : !scene.UnitKnown || !scene.Gaps.IsEmpty || !SomethingInForce(pack);
        if (doubtful && verdict < Verdict.Undetermined)
        {
            return Verdict.Undetermined;
        }

        var listMissing = pack.UnitLists is { } lists && scene.Units.Any(u => !lists.Loaded.Contains(u.Code));
        return listMissing && verdict < Verdict.Conditional ? Verdict.Conditional : verdict;
    }

    private Outcome Strictest((Requirement Requirement, Norm Norm) norm, Func<int, Truths> truths) =>
        OracleRules.Parts(scene, norm.Requirement.Scope).Select(p => OracleRules.OutcomeOf(norm.Norm, truths(p))).Append(Outcome.NotApplicable).Max();

    private static Truth Most(IEnumerable<Truth> truths) => truths.Append(Truth.False).Max();

    private static Truth Agreed(IEnumerable<Truth> truths) => truths.Distinct().ToArray() is [var only] ? only : Truth.Unknown;

    // Everything that evaluating a norm looks at: found by evaluating it and noting what it asks for, with an item in each collection.
    private HashSet<Thing> Touched((Requirement Requirement, Norm Norm) norm)
    {
        var asked = new HashSet<Thing>();
        var rules = new OracleRules(scene, t => scene.ValuesOf(t)[^1], asked);
        foreach (var part in OracleRules.Parts(scene, norm.Requirement.Scope))
        {
            rules.Of(norm.Requirement, norm.Norm, part);
        }

        return asked;
    }

    private static IEnumerable<int[]> Combinations(int[] sizes)
    {
        var chosen = new int[sizes.Length];
        while (true)
        {
            yield return (int[])chosen.Clone();
            var at = sizes.Length - 1;
            while (at >= 0 && ++chosen[at] == sizes[at])
            {
                chosen[at--] = 0;
            }

            if (at < 0)
            {
                yield break;
            }
        }
    }

    // Two completions that differ only in this thing have different verdicts.
    private static bool Matters(int thing, int[] sizes, List<Verdict> verdicts)
    {
        var step = sizes.Skip(thing + 1).Aggregate(1, (n, s) => n * s);
        return verdicts.Where((v, i) => i / step % sizes[thing] > 0 && v != verdicts[i - step]).Any();
    }
}
