using System.Diagnostics;
using System.Linq.Expressions;
using ZoningRules.Evaluation;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.RulePacks;

namespace ZoningRules.Benchmarks;

/// <summary>
/// The norms of a program as compiled delegates in two-valued logic: what is absent is false. This is what a quick engine would do, and why it cannot be
/// trusted with a permit.
/// </summary>
internal sealed class TwoValued
{
    private static readonly ParameterExpression Facts = Expression.Parameter(typeof(PlainFacts), "facts");
    private static readonly ParameterExpression Item = Expression.Parameter(typeof(PlainFacts), "item");

    private readonly Func<PlainFacts, bool>[] norms;
    private readonly bool[] forbids;

    private TwoValued(Func<PlainFacts, bool>[] norms, bool[] forbids)
    {
        this.norms = norms;
        this.forbids = forbids;
    }

    public static TwoValued Compile(RuleProgram program)
    {
        var requirements = program.Pack.Norms.ToDictionary(n => n.Norm.Id, n => n.Requirement, StringComparer.Ordinal);
        return new(
            [.. program.Norms.Select(n => Expression.Lambda<Func<PlainFacts, bool>>(Norm(n), Facts).Compile())],
            [.. program.Norms.Select(n => n.Effect is Effect.Prohibit or Effect.Require or Effect.Cap)]);

        Expression Norm(Norm norm)
        {
            var about = Expression.AndAlso(Applies(norm), When(norm));
            return Expression.AndAlso(Guard(requirements[norm.Id].Scope), norm.ForEach is null ? about : AnyItem(norm.ForEach.Slot, about));
        }

        Expression Applies(Norm norm)
        {
            var parts = new List<Expression>();
            if (norm.Applies is { } applies)
            {
                parts.Add(Of(applies));
            }

            if (norm.Unless is { } unless)
            {
                parts.Add(Expression.Not(Of(unless)));
            }

            parts.AddRange(program.Norms
                .Where(n => n.ExceptionTo == norm.Id)
                .Select(n => Expression.Not(Expression.AndAlso(Guard(requirements[n.Id].Scope), Applies(n)))));
            return Join(parts, Expression.AndAlso, true);
        }

        Expression When(Norm norm)
        {
            if (norm.Cap is { } cap)
            {
                // No ledger is at hand in the benchmark; the increment alone is compared.
                return cap.Limit is CapLimit.Fixed limit
                    ? Number(new Operand.OfProposal(cap.Increment), Comparison.MoreThan, limit.Amount)
                    : Expression.Constant(false);
            }

            var conditions = norm.When is { } when ? [when] : norm.Readings.Select(r => r.When).ToArray();
            return Join([.. conditions.Select(c => norm.Effect == Effect.Require ? Expression.Not(Of(c)) : Of(c))], Expression.OrElse, false);
        }

        Expression Of(Condition condition) => condition switch
        {
            Condition.All all => Join([.. all.Parts.Select(Of)], Expression.AndAlso, true),
            Condition.Any any => Join([.. any.Parts.Select(Of)], Expression.OrElse, false),
            Condition.Not not => Expression.Not(Of(not.Part)),
            Condition.Leaf leaf => Leaf(leaf.Test),
            _ => throw new UnreachableException(),
        };

        Expression Leaf(LeafTest test) => test switch
        {
            LeafTest.OneOf one => In(Slot(one.Of, nameof(PlainFacts.Choices)), one.Mask),
            LeafTest.Includes includes => Expression.NotEqual(
                Expression.And(Slot(includes.Of, nameof(PlainFacts.Sets)), Expression.Constant(includes.Mask)), Expression.Constant(0UL)),
            LeafTest.CodeIn codes => Codes(codes.Of, Table(codes.System, codes.Codes, [])),
            LeafTest.OnList list when list.List.On(program.Date) is { } edition => list.Decision is { } decision
                ? Expression.OrElse(
                    Codes(list.Of, Table(list.List.System, edition.Members, edition.Except)),
                    Expression.AndAlso(
                        Codes(list.Of, Table(list.List.System, edition.Review, edition.Except)),
                        In(Slot(new Operand.OfProposal(decision), nameof(PlainFacts.Choices)), 0b10)))
                : Codes(list.Of, Table(list.List.System, edition.Members, edition.Except)),
            LeafTest.OnList => Expression.Constant(false),
            LeafTest.Compare compare => Number(compare.Of, compare.Comparison, compare.Limit),
            LeafTest.CompareParameter compare => compare.Limit.On(program.Date) is { } value
                ? Number(compare.Of, compare.Comparison, value.Value.ToBase().Low)
                : Expression.Constant(false),
            LeafTest.CompareOperands pair => Expression.AndAlso(
                Expression.AndAlso(Has(pair.Left), Has(pair.Right)), Compare(Value(pair.Left), pair.Comparison, Value(pair.Right))),
            LeafTest.SiteIn place => At(nameof(PlainFacts.In), place.Slot),
            LeafTest.SiteWithin place => At(nameof(PlainFacts.Within), place.Slot),
            _ => throw new UnreachableException(),
        };
    }

    public bool Forbids(int norm) => forbids[norm];

    /// <summary>Runs every norm; returns how many hold.</summary>
    public int Run(PlainFacts facts)
    {
        var count = 0;
        foreach (var norm in norms)
        {
            count += norm(facts) ? 1 : 0;
        }

        return count;
    }

    public bool[] Each(PlainFacts facts) => [.. norms.Select(n => n(facts))];

    private static Expression Guard(Scope scope) => scope switch
    {
        Scope.City => Expression.Constant(true),
        Scope.InZone zone => At(nameof(PlainFacts.In), zone.Slot),
        Scope.InCategory category => Expression.NotEqual(
            Expression.And(Expression.Field(Facts, nameof(PlainFacts.Categories)), Expression.Constant(1 << (int)category.Category)), Expression.Constant(0)),
        _ => Expression.Constant(false),
    };

    private static MethodCallExpression AnyItem(int slot, Expression about)
    {
        var test = Expression.Lambda<Func<PlainFacts, bool>>(about, Item);
        var items = Expression.ArrayIndex(Expression.Field(Facts, nameof(PlainFacts.Items)), Expression.Constant(slot));
        return Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), [typeof(PlainFacts)], items, test);
    }

    private static Expression Join(List<Expression> parts, Func<Expression, Expression, Expression> with, bool none) =>
        parts.Count == 0 ? Expression.Constant(none) : parts.Aggregate(with);

    private static bool[] Table(CodeSystem system, IEnumerable<CodeEntry> members, IEnumerable<CodeEntry> except)
    {
        var table = new bool[system.FinestCount];
        foreach (var entry in members)
        {
            Array.Fill(table, true, entry.First, entry.Count);
        }

        foreach (var entry in except)
        {
            Array.Fill(table, false, entry.First, entry.Count);
        }

        return table;
    }

    private static BinaryExpression Codes(Operand of, bool[] table)
    {
        var code = Slot(of, nameof(PlainFacts.Codes));
        return Expression.AndAlso(Expression.GreaterThanOrEqual(code, Expression.Constant(0)), Expression.ArrayIndex(Expression.Constant(table), code));
    }

    private static BinaryExpression In(Expression choice, ulong mask) => Expression.AndAlso(
        Expression.GreaterThanOrEqual(choice, Expression.Constant(0)),
        Expression.NotEqual(Expression.And(Expression.RightShift(Expression.Constant(mask), choice), Expression.Constant(1UL)), Expression.Constant(0UL)));

    private static BinaryExpression Number(Operand of, Comparison comparison, decimal limit) =>
        Expression.AndAlso(Has(of), Compare(Value(of), comparison, Expression.Constant(limit)));

    private static BinaryExpression Compare(Expression left, Comparison comparison, Expression right) => comparison switch
    {
        Comparison.AtMost => Expression.LessThanOrEqual(left, right),
        Comparison.LessThan => Expression.LessThan(left, right),
        Comparison.AtLeast => Expression.GreaterThanOrEqual(left, right),
        Comparison.MoreThan => Expression.GreaterThan(left, right),
        _ => throw new UnreachableException(),
    };

    private static Expression Has(Operand of) => of switch
    {
        Operand.Distance distance => At(nameof(PlainFacts.HasDistance), distance.Slot),
        Operand.Overlap or Operand.Share => Expression.Constant(true),
        _ => Slot(of, nameof(PlainFacts.HasNumber)),
    };

    private static BinaryExpression Value(Operand of) => of switch
    {
        Operand.Distance distance => At(nameof(PlainFacts.Distances), distance.Slot),
        Operand.Overlap overlap => At(nameof(PlainFacts.Overlaps), overlap.Slot),
        Operand.Share share => At(nameof(PlainFacts.Shares), share.Slot),
        _ => Slot(of, nameof(PlainFacts.Numbers)),
    };

    private static BinaryExpression Slot(Operand of, string array) => of switch
    {
        Operand.OfProposal attribute => At(array, attribute.Definition.Slot),
        Operand.OfItem field => Expression.ArrayIndex(Expression.Field(Item, array), Expression.Constant(field.Definition.Slot)),
        _ => throw new UnreachableException(),
    };

    private static BinaryExpression At(string array, int slot) => Expression.ArrayIndex(Expression.Field(Facts, array), Expression.Constant(slot));
}
