using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;
using ZoningRules.Proposals;

namespace ZoningRules.Facts;

/// <summary>Types the attributes and decisions of a proposal against a vocabulary.</summary>
internal sealed class FactBinder
{
    /// <summary>The word for a value that is not known.</summary>
    public const string Unknown = "unknown";

    private static readonly ImmutableArray<ChoiceOption> YesNo = [new("no", new("否", "no")), new("yes", new("是", "yes"))];

    private static readonly ImmutableArray<FactValue.Choice> Shared = [.. Enumerable.Range(0, 8).Select(i => new FactValue.Choice(i))];

    private readonly Vocabulary vocabulary;
    private readonly ProblemList problems = new();

    private FactBinder(Vocabulary vocabulary) => this.vocabulary = vocabulary;

    /// <summary>Types everything a proposal says, or reports everything wrong with it.</summary>
    public static Loaded<DeclaredFacts> Bind(Vocabulary vocabulary, Proposal proposal)
    {
        var binder = new FactBinder(vocabulary);
        var facts = binder.Facts(proposal);
        return binder.problems.Result(() => new DeclaredFacts(vocabulary, facts));
    }

    private ImmutableArray<Fact> Facts(Proposal proposal)
    {
        var facts = new Fact?[vocabulary.Attributes.Length];
        HashSet<string>? others = null;
        foreach (var attribute in proposal.Attributes)
        {
            if (Definition(attribute.Attribute, attribute.Place, facts, ref others) is not { } definition)
            {
                continue;
            }

            if (definition.AnsweredBy == Answerer.Officer)
            {
                problems.Add(ProblemCode.OfficerAttribute, attribute.Place, definition.Id);
            }

            facts[definition.Slot] = Value(definition, definition.Id, attribute.Value, attribute.Place, FactOrigin.Declared);
        }

        foreach (var decision in proposal.Decisions)
        {
            // Not a fact: it confirms the coordinate reference system of the site. The reader of proposals refuses it when it stands twice.
            if (decision.Attribute == SiteAttributes.Crs)
            {
                continue;
            }

            if (Definition(decision.Attribute, decision.Place, facts, ref others) is not { } definition)
            {
                continue;
            }

            if (definition.AnsweredBy != Answerer.Officer && definition.Layer is null)
            {
                problems.Add(ProblemCode.NotADecision, decision.Place, definition.Id);
            }

            facts[definition.Slot] = Value(definition, definition.Id, decision.Value, decision.Place, FactOrigin.Decided);
        }

        for (var i = 0; i < facts.Length; i++)
        {
            facts[i] ??= vocabulary.Unsaid[i];
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(facts)!;
    }

    private AttributeDefinition? Definition(string attribute, SourcePlace? place, Fact?[] facts, ref HashSet<string>? others)
    {
        // INVARIANT: a known attribute that was met has a fact, even after a problem.
        if (vocabulary.TryFind(attribute, out var definition) ? facts[definition.Slot] is not null : !(others ??= new(StringComparer.Ordinal)).Add(attribute))
        {
            problems.Add(ProblemCode.DuplicateMember, place, Naming.Shortened(attribute));
            return null;
        }

        if (definition is not null)
        {
            return definition;
        }

        if (attribute is not (SiteAttributes.Town or SiteAttributes.County))
        {
            problems.Add(vocabulary.UnknownAttribute(attribute, place));
        }

        return null;
    }

    private Fact Value(AttributeDefinition definition, string name, RawValue raw, SourcePlace? place, FactOrigin origin)
    {
        if (raw is RawValue.Text { Value: Unknown })
        {
            return definition.Unsaid;
        }

        var at = raw.Place ?? place;
        FactValue? value = definition.Type switch
        {
            AttributeType.YesNo => Choice(name, raw, at, YesNo),
            AttributeType.Choice choice => Choice(name, raw, at, choice.Options),
            AttributeType.Choices choices => Choices(name, raw, at, choices.Options),
            AttributeType.Code code => Code(name, raw, at, code.System),
            AttributeType.Number number => Number(name, raw, at, number),
            AttributeType.Items items => Items(name, raw, at, items, origin),
            _ => Text(name, raw, at) is { } text ? new FactValue.Text(text) : null,
        };

        // INVARIANT: no value means that a problem was recorded, so this fact is never seen.
        return value is null ? definition.Unsaid : new(value, origin, Shown(raw));
    }

    private string? Text(string name, RawValue raw, SourcePlace? place)
    {
        if (raw is RawValue.Text { Value: var text })
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                return text;
            }

            problems.Add(ProblemCode.EmptyValue, place, name);
            return null;
        }

        problems.Add(ProblemCode.WrongShape, place, name, "单个值", "a single value");
        return null;
    }

    private FactValue.Choice? Choice(string name, RawValue raw, SourcePlace? place, ImmutableArray<ChoiceOption> options)
    {
        if (Text(name, raw, place) is not { } text)
        {
            return null;
        }

        for (var index = 0; index < options.Length; index++)
        {
            if (options[index].Id == text)
            {
                return index < Shared.Length ? Shared[index] : new(index);
            }
        }

        problems.Add(ProblemCode.NotAChoice, place, name, Naming.Shortened(text), Naming.Listed([.. options.Select(o => o.Id)]));
        return null;
    }

    private FactValue.ChoiceSet? Choices(string name, RawValue raw, SourcePlace? place, ImmutableArray<ChoiceOption> options)
    {
        if (raw is not RawValue.List list)
        {
            problems.Add(ProblemCode.WrongShape, place, name, "值的列表，如 [a, b]；没有时写 []", "a list of values such as [a, b]; [] when there are none");
            return null;
        }

        var mask = 0UL;
        var complete = true;
        foreach (var item in list.Values)
        {
            if (Choice(name, item, item.Place ?? place, options) is not { } choice)
            {
                complete = false;
            }
            else if ((mask & (1UL << choice.Index)) != 0)
            {
                problems.Add(ProblemCode.DuplicateMember, item.Place ?? place, options[choice.Index].Id);
                complete = false;
            }
            else
            {
                mask |= 1UL << choice.Index;
            }
        }

        return complete ? new(mask) : null;
    }

    private FactValue.Code? Code(string name, RawValue raw, SourcePlace? place, CodeSystem system)
    {
        if (Text(name, raw, place) is not { } text)
        {
            return null;
        }

        if (system.TryFind(text, out var entry))
        {
            return new(entry);
        }

        problems.Add(ProblemCode.UnknownCode, place, Naming.Shortened(text), system.Id);
        return null;
    }

    private FactValue.Number? Number(string name, RawValue raw, SourcePlace? place, AttributeType.Number type)
    {
        if (Text(name, raw, place) is not { } text
            || MeasureText.ReadRange(vocabulary.Measures, name, text, type.Measure, place, problems) is not { } range
            || MeasureText.ToBase(range.Low, name, place, problems) is not { } low
            || MeasureText.ToBase(range.High, name, place, problems) is not { } high)
        {
            return null;
        }

        // The stated number counts, not the margin of an approximate measure.
        if (Stated(range.Low) < type.Minimum || Stated(range.High) > type.Maximum)
        {
            problems.Add(ProblemCode.OutOfRange, place, name, Naming.Shortened(text), Bounds(type));
            return null;
        }

        return new(new Interval<decimal>(low.Low, high.High));
    }

    private static decimal Stated(Quantity quantity) => quantity.Value * quantity.Measure.Numerator / quantity.Measure.Denominator;

    private static string Bounds(AttributeType.Number type)
    {
        var measure = type.Measure.Dimension == MeasureTable.Count.Dimension ? string.Empty : " " + type.Measure.Name;
        return (type.Minimum, type.Maximum) switch
        {
            ({ } least, null) => $"≥ {Figure(least)}{measure}",
            (null, { } most) => $"≤ {Figure(most)}{measure}",
            ({ } least, { } most) => $"{Figure(least)}..{Figure(most)}{measure}",
            _ => string.Empty,
        };

        string Figure(decimal value) => type.Measure.FromBase(value).ToString("0.############", CultureInfo.InvariantCulture);
    }

    private FactValue.Items? Items(string name, RawValue raw, SourcePlace? place, AttributeType.Items type, FactOrigin origin)
    {
        if (raw is not RawValue.List list)
        {
            problems.Add(ProblemCode.WrongShape, place, name, "映射的列表，如 [{…}]；没有时写 []", "a list of mappings such as [{…}]; [] when there are none");
            return null;
        }

        var items = ImmutableArray.CreateBuilder<Item>(list.Values.Length);
        foreach (var value in list.Values)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{name}[{items.Count + 1}]");
            if (value is RawValue.Map map)
            {
                items.Add(Item(path, map, type, origin));
            }
            else
            {
                problems.Add(ProblemCode.WrongShape, value.Place ?? place, path, "映射，如 {…}", "a mapping such as {…}");
                items.Add(new([]));
            }
        }

        return new(items.MoveToImmutable());
    }

    private Item Item(string path, RawValue.Map map, AttributeType.Items type, FactOrigin origin)
    {
        var facts = new Fact[type.Fields.Length];
        foreach (var (name, value) in map.Entries)
        {
            var field = type.Fields.FirstOrDefault(f => f.Id == name);
            if (field is null)
            {
                problems.Add(
                    ProblemCode.UnknownAttribute,
                    value.Place ?? map.Place,
                    $"{path}.{Naming.Shortened(name)}",
                    Naming.NearestOrAll(name, [.. type.Fields.Select(f => f.Id)]));
            }
            else if (facts[field.Slot] is not null)
            {
                problems.Add(ProblemCode.DuplicateMember, value.Place ?? map.Place, $"{path}.{name}");
            }
            else
            {
                facts[field.Slot] = Value(field, $"{path}.{name}", value, map.Place, origin);
            }
        }

        for (var i = 0; i < facts.Length; i++)
        {
            facts[i] ??= type.Fields[i].Unsaid;
        }

        return new([.. facts]);
    }

    private static string Shown(RawValue raw)
    {
        if (raw is RawValue.Text text)
        {
            return text.Value;
        }

        var shown = new StringBuilder();
        Write(shown, raw);
        return shown.ToString();

        static void Write(StringBuilder into, RawValue value)
        {
            switch (value)
            {
                case RawValue.Text text:
                    into.Append(text.Value);
                    break;
                case RawValue.List list:
                    into.Append('[');
                    for (var i = 0; i < list.Values.Length; i++)
                    {
                        into.Append(i == 0 ? string.Empty : ", ");
                        Write(into, list.Values[i]);
                    }

                    into.Append(']');
                    break;
                case RawValue.Map map:
                    into.Append('{');
                    for (var i = 0; i < map.Entries.Length; i++)
                    {
                        into.Append(i == 0 ? string.Empty : ", ").Append(map.Entries[i].Key).Append(": ");
                        Write(into, map.Entries[i].Value);
                    }

                    into.Append('}');
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }
    }
}
