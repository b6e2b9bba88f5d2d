using System.Collections.Immutable;
using System.Text;
using ZoningRules.Assessing;
using ZoningRules.Evaluation;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Analysis;

/// <summary>
/// Compares what two editions of a rule pack mean: for each control category and action of a project, whether the new one is equivalent, stricter, looser or neither, proved
/// over all cells, with a smallest case for each direction.
/// </summary>
public static class PackComparison
{
    private const string Action = "project.action";

    /// <summary>Compares two packs on one date.</summary>
    public static PackDifference Run(RulePack old, RulePack @new, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        var (union, unlike) = PackUnion.Of(old, @new);
        var world = new NormWorld(RuleProgram.Compile(union, date));
        if (!world.IsComplete)
        {
            return new(old, @new, date, [], [], [.. unlike], IsComplete: false);
        }

        var sides = new Sides(world, old, @new, date);
        var rows = ImmutableArray.CreateBuilder<DifferenceRow>();

        // Without control units there are no categories: the one row is the whole territory.
        foreach (var category in old.HasControlUnits || @new.HasControlUnits ? (ControlCategory?[])[ControlCategory.Priority, ControlCategory.Key, ControlCategory.General, null] : [null])
        {
            foreach (var action in Actions(union.Vocabulary))
            {
                rows.Add(sides.Row(category, action));
            }
        }

        var norms = sides.Norms();
        return new(old, @new, date, rows.ToImmutable(), norms, [.. unlike], world.IsComplete);
    }

    // Every value of the action; one row for all when the vocabulary has no such attribute.
    private static ImmutableArray<ChoiceOption?> Actions(Vocabulary vocabulary) =>
        vocabulary.TryFind(Action, out var definition) && definition.Type is AttributeType.Choice choice ? [.. choice.Options] : [(ChoiceOption?)null];

    private sealed class Sides
    {
        private const int Forbidden = (int)Verdict.Prohibited;

        private readonly NormWorld world;
        private readonly DateOnly date;
        private readonly (RulePack Pack, Assessor Assessor) old;
        private readonly (RulePack Pack, Assessor Assessor) @new;
        private readonly int[] levels;

        public Sides(NormWorld world, RulePack old, RulePack @new, DateOnly date)
        {
            this.world = world;
            this.date = date;
            this.old = (old, new(old));
            this.@new = (@new, new(@new));
            levels = [.. world.Program.CompiledNorms.Select(Level)];
        }

        public DifferenceRow Row(ControlCategory? category, ChoiceOption? action)
        {
            var before = Levels(old: true).Select(Within).Distinct().ToList();
            var after = Levels(old: false).Select(Within).Distinct().ToList();
            var stricter = Above(after, before);
            var looser = Above(before, after);
            var relation = (stricter, looser) switch
            {
                (0, 0) => DifferenceRelation.Equivalent,
                (_, 0) => DifferenceRelation.Stricter,
                (0, _) => DifferenceRelation.Looser,
                _ => DifferenceRelation.Incomparable,
            };
            return new(category, action, relation, Witness(stricter, DifferenceRelation.Stricter, new(category, action)), Witness(looser, DifferenceRelation.Looser, new(category, action)));

            int Within(int node)
            {
                foreach (var guard in world.Unknowns.Where(u => u.Key is { Kind: VariableKind.Guard, First: -1, Second: > 0 }))
                {
                    node = world.Diagram.Restrict(node, guard.Order, guard.Key.Second == (int?)category ? 1 : 0);
                }

                // One of the category's units is hit; where norms speak of every one of them, that says something.
                if (category is { } hit)
                {
                    node = world.And(node, world.OneOf(hit));
                }

                // Units of another category are not hit either.
                foreach (var guard in world.Unknowns.Where(u => u.Key is { Kind: VariableKind.Guard, First: -1, Second: < 0 }))
                {
                    if (world.Program.Pack.Units[-1 - guard.Key.Second].Category != category)
                    {
                        node = world.Diagram.Restrict(node, guard.Order, 0);
                    }
                }

                return action is not null && ActionUnknown() is { } unknown ? Fixed(node, unknown, action) : node;
            }
        }

        public ImmutableArray<DifferenceNorm> Norms()
        {
            var byId = world.Program.CompiledNorms.GroupBy(n => PackUnion.OwnId(n.Norm.Id), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal);
            var norms = ImmutableArray.CreateBuilder<DifferenceNorm>();
            foreach (var group in byId)
            {
                var before = group.FirstOrDefault(n => PackUnion.IsOld(n.Norm));
                var after = group.FirstOrDefault(n => !PackUnion.IsOld(n.Norm));
                var (a, b) = (before is null ? 0 : levels[before.Index], after is null ? 0 : levels[after.Index]);
                var relation = before is null ? DifferenceRelation.Added
                    : after is null ? DifferenceRelation.Removed
                    : (Above(b, a), Above(a, b)) switch
                    {
                        (0, 0) => DifferenceRelation.Equivalent,
                        (_, 0) => DifferenceRelation.Stricter,
                        (0, _) => DifferenceRelation.Looser,
                        _ => DifferenceRelation.Incomparable,
                    };
                if (relation != DifferenceRelation.Equivalent)
                {
                    norms.Add(new(group.Key, relation, (after ?? before)!.Requirement.Citation, Witness(Above(b, a), DifferenceRelation.Stricter, null), Witness(Above(a, b), DifferenceRelation.Looser, null)));
                }
            }

            return norms.ToImmutable();
        }

        private int Level(CompiledNorm norm)
        {
            var duty = norm.Norm.Obligations.IsEmpty ? 0 : world.Diagram.Min((int)Verdict.Conditional, world.Applies(norm));
            return norm.Forbids ? world.Or(world.Meets(norm), duty) : world.Diagram.Min((int)Verdict.Conditional, world.Meets(norm));
        }

        private IEnumerable<int> Levels(bool old) =>
            world.Program.CompiledNorms.Where(n => PackUnion.IsOld(n.Norm) == old).Select(n => levels[n.Index]);

        private int Above(int first, int second) => Above([first], [second]);

        // Where the strictest of the first is stricter than the strictest of the second. One norm at a time: what is left of a small set after taking others away stays
        // small, while the strictest of all norms as one function may not fit anywhere.
        private int Above(List<int> first, List<int> second)
        {
            var above = 0;
            foreach (var level in (int[])[(int)Verdict.Conditional, Forbidden])
            {
                foreach (var one in first.Where(f => !second.Contains(f)))
                {
                    var left = world.Diagram.AtLeast(one, level);
                    foreach (var other in second)
                    {
                        if (left == 0)
                        {
                            break;
                        }

                        left = world.Without(left, world.Diagram.AtLeast(other, level));
                    }

                    above = world.IsEmpty(left) ? above : world.Or(above, left);
                }
            }

            return above;
        }

        private Unknown? ActionUnknown() =>
            world.Program.Pack.Vocabulary.TryFind(Action, out var definition)
                ? world.Unknowns.FirstOrDefault(u => u.Key == new VariableKey(VariableKind.Attribute, definition.Slot, 0, 0))
                : null;

        private int Fixed(int node, Unknown unknown, ChoiceOption action)
        {
            var index = OptionIndex(action);
            for (var cell = 0; cell < unknown.CellSamples.Count; cell++)
            {
                if (unknown.CellSamples[cell].Any(s => s.Choice == index))
                {
                    return world.Diagram.Restrict(node, unknown.Order, cell);
                }
            }

            return node;
        }

        private int OptionIndex(ChoiceOption action)
        {
            world.Program.Pack.Vocabulary.TryFind(Action, out var definition);
            return ((AttributeType.Choice)definition!.Type).Options.IndexOf(action);
        }

        // The fewest cells, when they already show it; otherwise the same with everything else given too, so that nothing open hides the difference.
        private DifferenceWitness? Witness(int node, DifferenceRelation direction, RowKey? row)
        {
            if (world.Shortest(node) is not { } path)
            {
                return null;
            }

            var few = Case([.. path], row);
            if (Shows(few) || world.Completed(node, path) is not { } all)
            {
                return few.Witness;
            }

            var full = Case([.. all], row);
            return Shows(full) ? full.Witness : few.Witness;

            // In no control unit the verdict is an officer's whatever the norms say; their findings then tell the editions apart.
            bool Shows((DifferenceWitness Witness, int Old, int New) shown) =>
                shown.Witness is { Old.Verdict: { } before, New.Verdict: { } after }
                && Math.Sign(row is { Category: null } ? shown.New - shown.Old : (int)after - (int)before) == (direction == DifferenceRelation.Stricter ? 1 : -1);
        }

        private (DifferenceWitness Witness, int Old, int New) Case(List<(Unknown Unknown, Sample Sample)> cells, RowKey? row)
        {
            if (row?.Action is { } action && ActionUnknown() is { } unknown)
            {
                cells.RemoveAll(c => c.Unknown == unknown);
                cells.Add((unknown, new() { Choice = OptionIndex(action) }));
            }

            // What the row says about control units; the rows of norms say nothing.
            cells.RemoveAll(c => row is not null && c.Unknown.Key is { Kind: VariableKind.Guard, First: -1, Second: > 0 });
            var name = new Problems.LocalText("两版规则结论不同", "the two editions decide differently");
            var text = row is null ? WitnessWriter.Draft(world.Program, cells, name) : WitnessWriter.DraftIn(world.Program, row.Category, cells, name);
            var (before, strictestBefore) = Decided(old, text);
            var (after, strictestAfter) = Decided(@new, text);
            return (new(text, before, after), strictestBefore, strictestAfter);
        }

        // What a side decides, and how strict its strictest finding is.
        private static (DifferenceSide Side, int Strictest) Decided((RulePack Pack, Assessor Assessor) side, string text)
        {
            var read = CaseReader.Parse("witness.yaml", Encoding.UTF8.GetBytes(text), side.Pack);
            if (!read.Succeeded || CaseCheck.Assess(side.Assessor, read.Value) is not { Succeeded: true, Value: var assessment })
            {
                return (new(null, []), 0);
            }

            var telling = assessment.Findings.Where(f => f.Outcome is Findings.Outcome.Violated or Findings.Outcome.Conditional).ToList();
            return (
                new(assessment.Verdict, [.. telling.Select(f => f.Norm.Id).Order(StringComparer.Ordinal)]),
                telling.Count == 0 ? 0 : telling.Exists(f => f.Outcome == Findings.Outcome.Violated) ? Forbidden : (int)Verdict.Conditional);
        }
    }

    private sealed record RowKey(ControlCategory? Category, ChoiceOption? Action);
}
