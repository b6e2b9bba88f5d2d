using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Proposals;

namespace ZoningRules.Testing;

/// <summary>
/// Generates proposals typed by a vocabulary: values of every type, codes of every depth, and numbers that lie just below, on and just above the limits of
/// a pack more often than anywhere else.
/// </summary>
/// <param name="vocabulary">The vocabulary whose attributes get values.</param>
/// <param name="limits">The limits to aim at.</param>
/// <param name="mix">How much is known.</param>
public sealed class ProposalGenerator(Vocabulary vocabulary, LimitTable limits, ScenarioMix mix)
{
    /// <summary>How far below or above a limit a number lies when it aims at one.</summary>
    public const decimal Nearby = 0.001m;

    private const int MostItems = 3;

    /// <summary>Facts for every attribute of the vocabulary; some are not given.</summary>
    public Gen<DeclaredFacts> Facts =>
        Gen.CollectToArray(vocabulary.Attributes, a => FactOf(a, null)).Select(f => new DeclaredFacts(vocabulary, [.. f]));

    /// <summary>Whole proposals as a file would hold them; the site is not stated.</summary>
    public Gen<Proposal> Proposals => Facts.Select(f => ProposalText.ToProposal(f));

    /// <summary>A fact of an attribute, which may be unknown for the reason the attribute states.</summary>
    /// <param name="definition">The attribute, or a field of an item.</param>
    /// <param name="collection">The collection of a field; null for an attribute of the proposal.</param>
    public Gen<Fact> FactOf(AttributeDefinition definition, AttributeDefinition? collection)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var origin = (collection ?? definition).AnsweredBy == Answerer.Officer ? FactOrigin.Decided : FactOrigin.Declared;
        var known = ValueOf(definition, collection).Select(v => new Fact(v, origin, null));
        var unknown = Gen.Constant(definition.Unsaid);
        return Gen.Frequency((mix.UnknownPercent, unknown), (100 - mix.UnknownPercent, known));
    }

    /// <summary>A value of an attribute: known, or a number within a range.</summary>
    /// <param name="definition">The attribute, or a field of an item.</param>
    /// <param name="collection">The collection of a field; null for an attribute of the proposal.</param>
    public Gen<FactValue> ValueOf(AttributeDefinition definition, AttributeDefinition? collection)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return definition.Type switch
        {
            AttributeType.YesNo => Gen.Choose(0, 1).Select(FactValue (i) => new FactValue.Choice(i)),
            AttributeType.Choice choice => Gen.Choose(0, choice.Options.Length - 1).Select(FactValue (i) => new FactValue.Choice(i)),
            AttributeType.Choices choices => Gen.CollectToArray(choices.Options, _ => Gen.Choose(0, 2)).Select(FactValue (bits) => new FactValue.ChoiceSet(Mask(bits))),
            AttributeType.Code code => CodeOf(code.System, limits.ForCode(definition, collection)).Select(FactValue (c) => new FactValue.Code(c)),
            AttributeType.Number number => RangeOf(number, limits.ForNumber(definition, collection)).Select(FactValue (r) => new FactValue.Number(r)),
            AttributeType.Items items => ItemsOf(definition, items).Select(FactValue (i) => new FactValue.Items(i)),
            _ => Gen.Elements("甲", "乙").Select(FactValue (t) => new FactValue.Text(t)),
        };
    }

    /// <summary>A number that aims at limits: just below one, on it, just above it, between two, or anywhere.</summary>
    /// <param name="around">The limits.</param>
    /// <param name="minimum">The least number, or null.</param>
    /// <param name="maximum">The greatest number, or null.</param>
    public static Gen<decimal> NumberNear(IReadOnlyCollection<decimal> around, decimal? minimum, decimal? maximum)
    {
        ArgumentNullException.ThrowIfNull(around);
        var values = new SortedSet<decimal> { 0 };
        decimal? last = null;
        foreach (var limit in around)
        {
            values.UnionWith([limit - Nearby, limit, limit + Nearby]);
            if (last is { } before)
            {
                values.Add(before + ((limit - before) / 2));
            }

            last = limit;
        }

        values.UnionWith(minimum is { } least ? [least] : []);
        values.UnionWith(maximum is { } most ? [most] : []);
        var inside = values.Where(v => (minimum is null || v >= minimum) && (maximum is null || v <= maximum)).ToArray();
        var low = minimum ?? -1_000_000;
        var high = maximum ?? Math.Max(low, 1_000_000);
        var anywhere = Gen.Choose(0, 1000).Select(i => low + ((high - low) * i / 1000));
        return inside.Length == 0 ? anywhere : Gen.Frequency((9, Gen.Elements(inside)), (1, anywhere));
    }

    private Gen<Interval<decimal>> RangeOf(AttributeType.Number number, IReadOnlyCollection<decimal> around)
    {
        var value = NumberNear(around, number.Minimum, number.Maximum);
        return Gen.Frequency(
            (100 - mix.IntervalPercent, value.Select(Interval<decimal>.Of)),
            (mix.IntervalPercent, value.Two().Select(p => new Interval<decimal>(Math.Min(p.Item1, p.Item2), Math.Max(p.Item1, p.Item2)))));
    }

    private static Gen<CodeEntry> CodeOf(CodeSystem system, IReadOnlyCollection<string> named)
    {
        var any = Gen.Elements<CodeEntry>(system.Entries);
        var aimed = system.Entries.Where(e => named.Contains(e.Code)).ToArray();
        return aimed.Length == 0 ? any : Gen.Frequency((1, any), (1, Gen.Elements(aimed)));
    }

    private Gen<ImmutableArray<Item>> ItemsOf(AttributeDefinition collection, AttributeType.Items items) =>
        from count in Gen.Choose(0, MostItems)
        from all in Gen.CollectToArray(Enumerable.Range(0, count), _ => Gen.CollectToArray(items.Fields, f => FactOf(f, collection)))
        select all.Select(fields => new Item([.. fields])).ToImmutableArray();

    private static ulong Mask(int[] bits) => bits.Select((b, i) => b == 0 ? 1UL << i : 0).Aggregate(0UL, (mask, bit) => mask | bit);
}
