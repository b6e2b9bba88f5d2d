using System.Collections.Concurrent;
using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.RulePacks;

namespace ZoningRules.Evaluation;

/// <summary>
/// A rule pack compiled for one governing date: norms in force that bind, each distinct leaf once, exceptions folded into their base norms, dated lists and
/// parameters resolved. Immutable and thread-safe.
/// </summary>
public sealed class RuleProgram
{
    private readonly ConcurrentDictionary<(string Id, int ItemsSlot), int[]> codeClasses = new();

    private RuleProgram(RulePack pack, DateOnly date, ImmutableArray<CompiledNorm> norms, Compiler compiler)
    {
        Pack = pack;
        Date = date;
        CompiledNorms = norms;
        ById = [.. norms.OrderBy(n => n.Norm.Id, StringComparer.Ordinal)];
        Leaves = compiler.Leaves;
        Lines = compiler.Lines;
        HasRequirementInForce = pack.Requirements.Any(r => InForce(r, date));
        Reach = ReachOf(pack.Vocabulary, compiler.Leaves);
        Exceptions = norms.Where(n => n.Norm.ExceptionTo is not null).ToLookup(n => n.Norm.ExceptionTo!, StringComparer.Ordinal);
        Norms = [.. norms.Select(n => n.Norm)];
        Manual = [.. pack.Norms.Where(n => n.Norm.Effect == Effect.Manual && InForce(n.Requirement, date) && Binds(n.Norm, date))];
        Unbound = [.. pack.Norms.Where(n => InForce(n.Requirement, date) && !Binds(n.Norm, date))];
    }

    /// <summary>The pack.</summary>
    public RulePack Pack { get; }

    /// <summary>The governing date.</summary>
    public DateOnly Date { get; }

    /// <summary>
    /// The greatest distance to each layer that a norm compares with a number, zero where none does: beyond it no norm tells distances apart. A layer whose distance is
    /// compared with what a proposal says has none.
    /// </summary>
    public DistanceReach Reach { get; }

    /// <summary>The norms that are evaluated, ordered by requirement and then as in the file.</summary>
    public ImmutableArray<Norm> Norms { get; }

    /// <summary>How many distinct leaves the norms have.</summary>
    public int LeafCount => Leaves.Length;

    /// <summary>Whether any requirement is in force, with norms that are evaluated or not.</summary>
    internal bool HasRequirementInForce { get; }

    internal ImmutableArray<CompiledNorm> CompiledNorms { get; }

    /// <summary>The same, ordered by norm id.</summary>
    internal ImmutableArray<CompiledNorm> ById { get; }

    internal ImmutableArray<CompiledLeaf> Leaves { get; }

    /// <summary>The lines of the rule files with the form in which they are evaluated and their words, for traces.</summary>
    internal IReadOnlyDictionary<Condition.Leaf, CompiledLine> Lines { get; }

    /// <summary>
    /// One finest code for each class of codes that no leaf of the program tells apart, ascending: what a wholly unknown code can be.
    /// </summary>
    internal IReadOnlyList<int> CodeClasses(FactSource source, CodeSystem system) => codeClasses.GetOrAdd(
        (source.Definition.Id, source.ItemsSlot),
        _ =>
        {
            var leaves = Leaves.OfType<CompiledLeaf.InCodes>().Where(l => l.Source == source).ToArray();
            var seen = new HashSet<string>(StringComparer.Ordinal);
            return [.. Enumerable.Range(0, system.FinestCount)
                .Where(ordinal => seen.Add(string.Create(leaves.Length, (leaves, ordinal), static (text, state) =>
                {
                    for (var i = 0; i < text.Length; i++)
                    {
                        text[i] = state.leaves[i].Holds(new Sample { Ordinal = state.ordinal }) ? '1' : '0';
                    }
                })))];
        });

    /// <summary>Exceptions by the id of their base norm.</summary>
    internal ILookup<string, CompiledNorm> Exceptions { get; }

    internal ImmutableArray<(Requirement Requirement, Norm Norm)> Manual { get; }

    internal ImmutableArray<(Requirement Requirement, Norm Norm)> Unbound { get; }

    /// <summary>Compiles a pack for a date. Cannot fail on a pack that was loaded without problems.</summary>
    public static RuleProgram Compile(RulePack pack, DateOnly date)
    {
        var compiler = new Compiler(pack, date);
        var counting = pack.Norms.Where(n => n.Norm.Effect != Effect.Manual && InForce(n.Requirement, date) && Binds(n.Norm, date)).ToArray();
        var applies = compiler.FoldExceptions(counting);
        var norms = counting
            .Select((n, i) => new CompiledNorm(
                i, n.Requirement, n.Norm, applies[n.Norm.Id].Folded, applies[n.Norm.Id].Own, compiler.Conditions(n.Norm), n.Norm.ForEach?.Slot ?? -1))
            .ToImmutableArray();
        return new(pack, date, norms, compiler);
    }

    private static DistanceReach ReachOf(Vocabulary vocabulary, ImmutableArray<CompiledLeaf> leaves)
    {
        var limits = leaves.OfType<CompiledLeaf.PlaceNumber>().Where(l => l.Measure == PlaceMeasure.Distance).ToLookup(l => l.Slot, l => l.Limit);
        var compared = leaves.OfType<CompiledLeaf.Pair>()
            .SelectMany(p => (NumberSource[])[p.Left, p.Right])
            .Where(s => s is { IsPlace: true, Measure: PlaceMeasure.Distance })
            .Select(s => s.Layer)
            .ToHashSet();
        return DistanceReach.Of(vocabulary.Layers
            .Select((layer, slot) => (layer.Id, Slot: slot))
            .Where(l => !compared.Contains(l.Slot))
            .Select(l => KeyValuePair.Create(l.Id, new Metres(limits[l.Slot].Append(0).Max()))));
    }

    private static bool InForce(Requirement requirement, DateOnly date) => requirement.InForce.Holds(date);

    private static bool Binds(Norm norm, DateOnly date) => norm.Target is not { } target || target.Binds(date);

    private sealed class Compiler(RulePack pack, DateOnly date)
    {
        private readonly List<CompiledLeaf> leaves = [];
        private readonly Dictionary<string, int> questions = new(StringComparer.Ordinal);
        private readonly Dictionary<CodeListEdition, (CodeSet Members, CodeSet WithReview)> editions = new(ReferenceEqualityComparer.Instance);

        public ImmutableArray<CompiledLeaf> Leaves => [.. leaves];

        public Dictionary<Condition.Leaf, CompiledLine> Lines { get; } = new(ReferenceEqualityComparer.Instance);

        public Dictionary<string, (Expression Folded, Expression Own)> FoldExceptions((Requirement Requirement, Norm Norm)[] norms)
        {
            var folded = new Dictionary<string, (Expression Folded, Expression Own)>(StringComparer.Ordinal);
            var exceptions = norms.Where(n => n.Norm.ExceptionTo is not null).ToLookup(n => n.Norm.ExceptionTo!, StringComparer.Ordinal);
            foreach (var (requirement, norm) in norms)
            {
                Fold(requirement, norm);
            }

            return folded;

            // INVARIANT: the loader refuses cycles, so the recursion ends.
            Expression Fold(Requirement requirement, Norm norm)
            {
                if (folded.TryGetValue(norm.Id, out var done))
                {
                    return done.Folded;
                }

                var parts = new List<Expression>();
                if (requirement.Scope is Scope.InZone zone)
                {
                    parts.Add(Leaf(new CompiledLeaf.Place(zone.Slot, SiteExtent.Part)));
                }

                if (norm.Applies is { } about)
                {
                    parts.Add(Expression(about, norm));
                }

                if (norm.Unless is { } unless)
                {
                    parts.Add(Evaluation.Expression.Not(Expression(unless, norm)));
                }

                var own = Evaluation.Expression.All(parts);
                foreach (var exception in exceptions[norm.Id])
                {
                    var where = Fold(exception.Requirement, exception.Norm);
                    if (exception.Requirement.Scope is Scope.InCategory or Scope.InUnit)
                    {
                        where = Evaluation.Expression.All(Leaf(new CompiledLeaf.AllUnits(exception.Requirement.Scope)), where);
                    }

                    parts.Add(Evaluation.Expression.Not(where));
                }

                var whole = Evaluation.Expression.All(parts);
                folded[norm.Id] = (whole, own);
                return whole;
            }
        }

        public ImmutableArray<CompiledReading> Conditions(Norm norm)
        {
            if (norm.When is { } when)
            {
                return [new(null, Oriented(norm, when))];
            }

            var confirmed = norm.Readings.Where(r => r.Status == ReadingStatus.Confirmed).ToArray();
            return [.. (confirmed.Length > 0 ? confirmed : [.. norm.Readings]).Select(r => new CompiledReading(r, Oriented(norm, r.When)))];
        }

        public Expression Expression(Condition condition, Norm norm) => condition switch
        {
            Condition.All all => Evaluation.Expression.All(all.Parts.Select(p => Expression(p, norm))),
            Condition.Any any => Evaluation.Expression.Any(any.Parts.Select(p => Expression(p, norm))),
            Condition.Not not => Evaluation.Expression.Not(Expression(not.Part, norm)),
            Condition.Leaf leaf => Line(leaf, norm),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        private Expression Line(Condition.Leaf leaf, Norm norm)
        {
            var expression = Expression(leaf.Test, norm);
            Lines[leaf] = new(expression, () => LeafWording.Of(leaf.Test, date, pack.Vocabulary));
            return expression;
        }

        private Expression Oriented(Norm norm, Condition when) =>
            norm.Effect == Effect.Require ? Evaluation.Expression.Not(Expression(when, norm)) : Expression(when, norm);

        private Expression Expression(LeafTest test, Norm norm) => test switch
        {
            LeafTest.OneOf one => Leaf(new CompiledLeaf.OneOf(Source(one.Of, norm), one.Mask)),
            LeafTest.Includes includes => Leaf(new CompiledLeaf.Includes(Source(includes.Of, norm), includes.Mask)),
            LeafTest.CodeIn codes => Leaf(new CompiledLeaf.InCodes(Source(codes.Of, norm), CodeSet.Of(codes.System, codes.Codes, []))),
            LeafTest.OnList list => OnList(list, norm),
            LeafTest.Compare compare => Comparing(compare.Of, compare.Comparison, compare.Limit, norm),
            LeafTest.CompareParameter compare => compare.Limit.On(date) is { } value
                ? Comparing(compare.Of, compare.Comparison, value.Value.ToBase().Low, norm)
                : Leaf(new CompiledLeaf.Open($"parameter.{compare.Limit.Name}", Question(norm))),
            LeafTest.CompareOperands pair => Leaf(new CompiledLeaf.Pair(Number(pair.Left, norm), pair.Comparison, Number(pair.Right, norm))),
            LeafTest.SiteIn place => Leaf(new CompiledLeaf.Place(place.Slot, SiteExtent.Part)),
            LeafTest.SiteWithin place => Leaf(new CompiledLeaf.Place(place.Slot, SiteExtent.Whole)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        private Expression OnList(LeafTest.OnList list, Norm norm)
        {
            if (list.List.On(date) is not { } edition)
            {
                return Leaf(new CompiledLeaf.Open($"list.{list.List.Name}", Question(norm)));
            }

            if (!editions.TryGetValue(edition, out var sets))
            {
                var system = list.List.System;
                sets = (CodeSet.Of(system, edition.Members, edition.Except), CodeSet.Of(system, [.. edition.Members, .. edition.Review], edition.Except));
                editions.Add(edition, sets);
            }

            var source = Source(list.Of, norm);
            var member = Leaf(new CompiledLeaf.InCodes(source, sets.Members));
            return list.Decision is { } decision
                ? Evaluation.Expression.Any(
                    member,
                    Evaluation.Expression.All(
                        Leaf(new CompiledLeaf.InCodes(source, sets.WithReview)),
                        Leaf(new CompiledLeaf.OneOf(new(decision, -1), 0b10))))
                : member;
        }

        private Expression Comparing(Operand of, Comparison comparison, decimal limit, Norm norm)
        {
            var number = Number(of, norm);
            return number.Fact is { } fact
                ? Leaf(new CompiledLeaf.Number(fact, comparison, limit))
                : Leaf(new CompiledLeaf.PlaceNumber(number.Layer, number.Measure, comparison, limit));
        }

        // Each line of a norm asks on its own; only the same line of another edition of the norm asks the same.
        private string Question(Norm norm)
        {
            var asked = questions.GetValueOrDefault(norm.Id);
            questions[norm.Id] = asked + 1;
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{norm.SharedId ?? norm.Id} {asked}");
        }

        private static NumberSource Number(Operand operand, Norm norm) => operand switch
        {
            Operand.Distance distance => new(null, distance.Slot, PlaceMeasure.Distance),
            Operand.Overlap overlap => new(null, overlap.Slot, PlaceMeasure.Overlap),
            Operand.Share share => new(null, share.Slot, PlaceMeasure.Share),
            _ => new(Source(operand, norm), -1, PlaceMeasure.Distance),
        };

        private static FactSource Source(Operand operand, Norm norm) => operand switch
        {
            Operand.OfProposal attribute => new(attribute.Definition, -1),
            Operand.OfItem field => new(field.Definition, norm.ForEach!.Slot),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        private Expression Leaf(CompiledLeaf leaf)
        {
            foreach (var known in leaves)
            {
                if (known.SameAs(leaf))
                {
                    return Evaluation.Expression.Of(known);
                }
            }

            leaf.Index = leaves.Count;
            leaves.Add(leaf);
            return Evaluation.Expression.Of(leaf);
        }
    }
}
