using ZoningRules.Evaluation;
using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Measures;
using ZoningRules.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Cases;

/// <summary>Counts what cases show of each line and norm.</summary>
internal sealed class CoverageMeter(RulePack pack)
{
    private readonly Dictionary<DateOnly, RuleProgram> programs = [];
    private readonly Dictionary<(Condition.Leaf Line, int Part), int[]> seen = [];
    private readonly Dictionary<string, HashSet<Outcome>> outcomes = new(StringComparer.Ordinal);
    private readonly HashSet<string> obliged = new(StringComparer.Ordinal);
    private readonly HashSet<string> tookOver = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> readingsApart = new(StringComparer.Ordinal);

    /// <summary>The tests of a line: one, or for a line about an open list three.</summary>
    public static IReadOnlyList<CompiledLeaf> Tests(RuleProgram program, Condition.Leaf line) => [.. Leaves(program.Lines[line].Expression)];

    /// <summary>Takes a case with its assessment.</summary>
    public void Take(RuleCase @case, Assessment? assessment)
    {
        if (!programs.TryGetValue(@case.Date, out var program))
        {
            program = RuleProgram.Compile(pack, @case.Date);
            programs.Add(@case.Date, program);
        }

        foreach (var finding in assessment?.Findings ?? [])
        {
            Of(outcomes, finding.Norm.Id).Add(finding.Outcome);
        }

        obliged.UnionWith((assessment?.Obligations ?? []).Select(o => o.Norm));
        var declared = DeclaredFacts.Bind(pack.Vocabulary, @case.Proposal);
        if (!declared.Succeeded)
        {
            return;
        }

        var sheet = FactSheet.Of(declared.Value, @case.Location, @case.Ledgers);
        foreach (var norm in program.CompiledNorms)
        {
            Take(program, norm, sheet);
        }
    }

    /// <summary>What was seen.</summary>
    public PackCoverage Read()
    {
        var computed = pack.Norms.Where(n => n.Norm.Effect != Effect.Manual).ToList();
        var lines =
            from norm in computed
            from line in norm.Norm.Lines
            from part in Enumerable.Range(0, PartsOf(line))
            let counts = seen.GetValueOrDefault((line, part), [0, 0, 0])
            select new LineCoverage(norm.Norm.Id, line.Text, part, line.Place, counts[(int)Truth.True], counts[(int)Truth.False], counts[(int)Truth.Unknown]);
        var norms = computed.Select(n => new NormCoverage(
            n.Norm.Id,
            [.. Of(outcomes, n.Norm.Id).Order()],
            [.. n.Norm.Readings.Select(r => r.Id).Where(id => !Of(readingsApart, n.Norm.Id).Contains(id))],
            !n.Norm.Obligations.IsEmpty && !obliged.Contains(n.Norm.Id),
            n.Norm.ExceptionTo is not null && !tookOver.Contains(n.Norm.Id)));
        var (covered, all) = Words();
        return new([.. lines], [.. norms], covered, all);
    }

    private static int PartsOf(Condition.Leaf line) => line.Test is LeafTest.OnList { Decision: not null } ? 3 : 1;

    private static HashSet<T> Of<T>(Dictionary<string, HashSet<T>> sets, string key)
    {
        if (!sets.TryGetValue(key, out var set))
        {
            set = [];
            sets.Add(key, set);
        }

        return set;
    }

    private static IEnumerable<CompiledLeaf> Leaves(Expression expression) => expression.Leaf is { } leaf ? [leaf] : expression.Parts.SelectMany(Leaves);

    private void Take(RuleProgram program, CompiledNorm norm, FactSheet sheet)
    {
        foreach (var place in NormScenes.Of(norm, sheet).Where(s => s.Guard != Truth.False))
        {
            foreach (var scene in NormScenes.Items(norm, place))
            {
                foreach (var line in norm.Norm.Lines)
                {
                    var tests = Tests(program, line);
                    for (var part = 0; part < tests.Count; part++)
                    {
                        Take(norm, scene, sheet, line, part, tests[part]);
                    }
                }

                Readings(norm, scene, sheet);
                if (norm.Norm.ExceptionTo is { } baseId && program.CompiledNorms.FirstOrDefault(n => n.Norm.Id == baseId) is { } @base
                    && Evaluate(norm.Applies, scene, null) == Truth.True && Evaluate(@base.OwnApplies, scene, null) == Truth.True)
                {
                    tookOver.Add(norm.Norm.Id);
                }
            }
        }
    }

    private void Take(CompiledNorm norm, Scene scene, FactSheet sheet, Condition.Leaf line, int part, CompiledLeaf test)
    {
        if (!seen.TryGetValue((line, part), out var counts))
        {
            counts = new int[3];
            seen.Add((line, part), counts);
        }

        if (Outcome(norm, scene, sheet, (test.Index, Truth.True)) != Outcome(norm, scene, sheet, (test.Index, Truth.False)))
        {
            counts[(int)test.Test(scene)]++;
        }
    }

    // Where it applies, and whether it is met there.
    private static (Truth Applies, Truth Meets) Outcome(CompiledNorm norm, Scene scene, FactSheet sheet, (int Leaf, Truth Value)? taken)
    {
        var applies = Evaluate(norm.Applies, scene, taken);
        var meets = norm.Conditions.IsEmpty
            ? Truth.Unknown
            : norm.Conditions.Where(c => norm.Counts(c, sheet)).Aggregate(Truth.False, (all, c) => Kleene.Or(all, Evaluate(c.Condition, scene, taken)));
        return (applies, Kleene.And(applies, meets));
    }

    private void Readings(CompiledNorm norm, Scene scene, FactSheet sheet)
    {
        var truths = norm.Conditions.Where(c => c.Reading is not null && norm.Counts(c, sheet)).Select(c => (c.Reading!.Id, Truth: Evaluate(c.Condition, scene, null))).ToList();
        if (Evaluate(norm.Applies, scene, null) != Truth.False && truths.Select(t => t.Truth).Distinct().Count() > 1)
        {
            Of(readingsApart, norm.Norm.Id).UnionWith(truths.Select(t => t.Id));
        }
    }

    private static Truth Evaluate(Expression expression, Scene scene, (int Leaf, Truth Value)? taken) => expression.Kind switch
    {
        ExpressionKind.Leaf => taken is { } t && t.Leaf == expression.Leaf!.Index ? t.Value : expression.Leaf!.Test(scene),
        ExpressionKind.Not => Kleene.Not(Evaluate(expression.Parts[0], scene, taken)),
        ExpressionKind.All => expression.Parts.Aggregate(Truth.True, (all, part) => Kleene.And(all, Evaluate(part, scene, taken))),
        _ => expression.Parts.Aggregate(Truth.False, (all, part) => Kleene.Or(all, Evaluate(part, scene, taken))),
    };

    private (int Covered, int All) Words()
    {
        var (covered, all) = (0, 0);
        foreach (var requirement in pack.Requirements)
        {
            var quote = Plain(requirement.Citation.Quote);
            var marked = new bool[quote.Length];
            var spans = requirement.Norms
                .Where(n => n.Effect == Effect.Manual || Of(outcomes, n.Id).Overlaps([Findings.Outcome.Violated, Findings.Outcome.Conditional]))
                .Select(n => n.Span)
                .Concat(requirement.Remainder.Select(r => r.Key));
            foreach (var span in spans.Select(Plain))
            {
                var at = quote.IndexOf(span, StringComparison.Ordinal);
                if (at >= 0)
                {
                    marked.AsSpan(at, span.Length).Fill(true);
                }
            }

            covered += marked.Count(m => m);
            all += quote.Length;
        }

        return (covered, all);
    }

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
