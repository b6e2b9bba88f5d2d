using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Proposals;

namespace ZoningRules.Testing;

/// <summary>Writes facts the way a proposal file holds them.</summary>
public static class ProposalText
{
    private static readonly DateOnly DecidedOn = new(2020, 1, 1);

    /// <summary>A proposal that says exactly these facts; unknown ones are left out. The site is not stated.</summary>
    public static Proposal ToProposal(DeclaredFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var given = Given(facts).ToArray();
        return new(
            "generated",
            null,
            new Site.NotStated(),
            [.. given.Where(g => g.Definition.AnsweredBy != Answerer.Officer).Select(g => new DeclaredValue(g.Definition.Id, g.Value))],
            [.. given.Where(g => g.Definition.AnsweredBy == Answerer.Officer).Select(g => new OfficerDecision(g.Definition.Id, g.Value, "officer", DecidedOn, "generated"))],
            "generated");
    }

    /// <summary>One line a fact, like the lines of a proposal file; unknown ones are left out.</summary>
    public static IEnumerable<string> Lines(DeclaredFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Given(facts).Select(g => $"{g.Definition.Id}: {Written(g.Value)}");
    }

    private static IEnumerable<(AttributeDefinition Definition, RawValue Value)> Given(DeclaredFacts facts) =>
        facts.Vocabulary.Attributes
            .Select(a => (a, Raw(facts.Facts[a.Slot].Value, a.Type, facts.Vocabulary.Measures)))
            .Where(p => p.Item2 is not null)
            .Select(p => (p.a, p.Item2!));

    private static RawValue? Raw(FactValue value, AttributeType type, MeasureTable measures) => value switch
    {
        FactValue.Choice choice => new RawValue.Text(type is AttributeType.Choice options ? options.Options[choice.Index].Id : choice.Index == 1 ? "yes" : "no"),
        FactValue.ChoiceSet set => new RawValue.List([.. Bits(set.Mask).Select(i => (RawValue)new RawValue.Text(((AttributeType.Choices)type).Options[i].Id))]),
        FactValue.Code code => new RawValue.Text(code.Entry.Code),
        FactValue.Number number => new RawValue.Text(Range(number.Range, ((AttributeType.Number)type).Measure, measures)),
        FactValue.Text text => new RawValue.Text(text.Value),
        FactValue.Items items => new RawValue.List([.. items.All.Select(i => Map(i, ((AttributeType.Items)type).Fields, measures))]),
        FactValue.Unknown => null,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static RawValue.Map Map(Item item, ImmutableArray<AttributeDefinition> fields, MeasureTable measures) => new(
        [.. fields
            .Select(f => KeyValuePair.Create(f.Id, Raw(item.Fields[f.Slot].Value, f.Type, measures)))
            .Where(p => p.Value is not null)
            .Select(p => KeyValuePair.Create(p.Key, p.Value!))]);

    // The facts are in the base measure, so the text is too; a ratio is written in per cent.
    private static string Range(Interval<decimal> range, MeasureUnit asked, MeasureTable measures)
    {
        var measure = measures.BaseOf(asked.Dimension) ?? asked;
        var name = measure.Dimension == MeasureTable.Count.Dimension ? "" : $" {measure.Name}";
        var low = measure.FromBase(range.Low).ToString(CultureInfo.InvariantCulture);
        return range.IsPoint ? low + name : $"{low}..{measure.FromBase(range.High).ToString(CultureInfo.InvariantCulture)}{name}";
    }

    private static IEnumerable<int> Bits(ulong mask)
    {
        for (; mask != 0; mask &= mask - 1)
        {
            yield return BitOperations.TrailingZeroCount(mask);
        }
    }

    private static string Written(RawValue value) => value switch
    {
        RawValue.Text text => text.Value,
        RawValue.List list => $"[{string.Join(", ", list.Values.Select(Written))}]",
        RawValue.Map map => $"{{{string.Join(", ", map.Entries.Select(e => $"{e.Key}: {Written(e.Value)}"))}}}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
