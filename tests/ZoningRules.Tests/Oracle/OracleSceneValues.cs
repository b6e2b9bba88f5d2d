using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.RulePacks;

namespace ZoningRules.Tests.Oracle;

/// <content>The values that a thing may still have: a few between all limits that the rules and the facts name.</content>
internal sealed partial class OracleScene
{
    private IReadOnlyList<object> OfFact(FactValue value, AttributeDefinition definition, string key) => value switch
    {
        FactValue.Choice c => [c.Index],
        FactValue.ChoiceSet c => [c.Mask],
        FactValue.Code c => [.. Enumerable.Range(c.Entry.First, c.Entry.Count).Cast<object>()],
        FactValue.Number n => [.. Numbers(key, n.Range.Low, n.Range.High).Cast<object>()],
        FactValue.Unknown => OfType(definition, key),
        _ => throw new InvalidOperationException(),
    };

    private IReadOnlyList<object> OfType(AttributeDefinition definition, string key) => definition.Type switch
    {
        AttributeType.YesNo => [0, 1],
        AttributeType.Choice c => [.. Enumerable.Range(0, c.Options.Length).Cast<object>()],
        AttributeType.Choices c => [.. Enumerable.Range(0, 1 << c.Options.Length).Select(i => (object)(ulong)i)],
        AttributeType.Code c => [.. Enumerable.Range(0, c.System.FinestCount).Cast<object>()],
        AttributeType.Number n => [.. Numbers(key, n.Minimum, n.Maximum).Cast<object>()],
        _ => throw new InvalidOperationException(),
    };

    // Each limit, each end, and some values in every gap between them.
    private List<decimal> Numbers(string key, decimal? low, decimal? high)
    {
        if (low == high && low is { } only)
        {
            return [only];
        }

        var isCompared = compared.Any(c => c.Left == key || c.Right == key);
        var marks = new SortedSet<decimal>(LimitsOf(key));
        if (low is { } l)
        {
            marks.Add(l);
        }

        if (high is { } h)
        {
            marks.Add(h);
        }

        return [.. Grid(marks, isCompared ? Room : 1).Where(v => (low is null || v >= low) && (high is null || v <= high))];
    }

    private List<decimal> PlaceNumbers(string kind, string layer)
    {
        var key = $"{kind} {layer}";
        return limits.ContainsKey(key) ? Grid(new([.. LimitsOf(key), .. FactEnds(kind, layer)]), 1) : [];
    }

    // The ends of what is measured, so that each interval holds at least one value.
    private IEnumerable<decimal> FactEnds(string kind, string layer)
    {
        yield return 0;
        yield return 1;
        var relations = (location?.Relations ?? []).Concat((location?.Units ?? []).SelectMany(u => u.Relations)).Where(r => r.Layer == layer);
        foreach (var relation in relations)
        {
            (decimal, decimal)? ends = kind switch
            {
                "distance" => relation.Distance is { } d ? (d.Low.Value, d.High.Value) : null,
                "overlap" => relation.Overlap is { } o ? (o.Low.Value, o.High.Value) : null,
                _ => relation.Share is { } s ? (s.Low.Value, s.High.Value) : null,
            };
            if (ends is var (low, high))
            {
                yield return low;
                yield return high;
            }
        }

        if (kind == "distance" && Named(Vocabulary.DistanceToLayer(layer)).Value is FactValue.Number said)
        {
            yield return said.Range.Low;
            yield return said.Range.High;
        }
    }

    private static List<decimal> Grid(SortedSet<decimal> marks, int between)
    {
        if (marks.Count == 0)
        {
            marks = [0];
        }

        var grid = new List<decimal>();
        for (var i = between; i > 0; i--)
        {
            grid.Add(marks.Min - i);
        }

        decimal? last = null;
        foreach (var mark in marks)
        {
            if (last is { } from)
            {
                for (var i = 1; i <= between; i++)
                {
                    grid.Add(from + ((mark - from) * i / (between + 1)));
                }
            }

            grid.Add(mark);
            last = mark;
        }

        for (var i = 1; i <= between; i++)
        {
            grid.Add(marks.Max + i);
        }

        return grid;
    }

    // Of any number of items one alone decides each outcome, because items join by any and a verdict is the strictest; so one item at a time is enough.
    private IEnumerable<object[]> MadeUpItems(string collection)
    {
        var fields = ((AttributeType.Items)Definition(collection).Type).Fields;
        IEnumerable<object[]> items = [new object[fields.Length]];
        foreach (var field in fields)
        {
            if (fieldsUsed.TryGetValue(collection, out var used) && used.Contains(field.Id))
            {
                items = items.SelectMany(i => ValuesOf(new Thing.AnyField(collection, field.Id)).Select(v =>
                {
                    var next = (object[])i.Clone();
                    next[field.Slot] = v;
                    return next;
                }));
            }
        }

        return items;
    }

    private SortedSet<decimal> LimitsOf(string key) => limits.TryGetValue(key, out var found) ? found : [];

    private void NoteLimits(Norm norm)
    {
        foreach (var condition in new[] { norm.Applies, norm.Unless, norm.When }.Concat(norm.Readings.Select(r => r.When)).OfType<Condition>())
        {
            foreach (var test in OracleRules.Leaves(condition).Select(l => l.Test))
            {
                NoteLimits(test, norm.ForEach?.Id);
            }
        }

        if (norm.Cap is { } cap)
        {
            Note(cap.Increment.Id, 0);
            if (Headroom(cap) is { } room)
            {
                Note(cap.Increment.Id, room);
            }
        }
    }

    private void NoteLimits(LeafTest test, string? collection)
    {
        var operands = test switch
        {
            LeafTest.OneOf t => [t.Of],
            LeafTest.CodeIn t => [t.Of],
            LeafTest.OnList t => [t.Of],
            LeafTest.Includes t => [t.Of],
            LeafTest.Compare t => [t.Of],
            LeafTest.CompareParameter t => [t.Of],
            LeafTest.CompareOperands t => new[] { t.Left, t.Right },
            _ => [],
        };
        foreach (var field in operands.OfType<Operand.OfItem>())
        {
            if (!fieldsUsed.TryGetValue(collection!, out var used))
            {
                fieldsUsed[collection!] = used = [];
            }

            used.Add(field.Definition.Id);
        }

        switch (test)
        {
            case LeafTest.Compare t:
                Note(KeyOf(t.Of, collection), t.Limit);
                break;
            case LeafTest.CompareParameter t when t.Limit.On(date) is { } value:
                Note(KeyOf(t.Of, collection), value.Value.ToBase().Low);
                break;
            case LeafTest.CompareOperands t:
                compared.Add((KeyOf(t.Left, collection), KeyOf(t.Right, collection)));
                foreach (var operand in operands.OfType<Operand.OfProposal>())
                {
                    NoteEnds(operand.Definition.Id, operand.Definition.Type, Named(operand.Definition.Id).Value);
                }

                foreach (var operand in operands.OfType<Operand.OfItem>())
                {
                    NoteEnds(FieldKey(collection!, operand.Definition.Id), operand.Definition.Type, null);
                    foreach (var item in GivenItems(collection!) ?? [])
                    {
                        NoteEnds(FieldKey(collection!, operand.Definition.Id), operand.Definition.Type, item.Fields[operand.Definition.Slot].Value);
                    }
                }

                break;
        }
    }

    private void NoteEnds(string key, AttributeType type, FactValue? value)
    {
        if (value is FactValue.Number number)
        {
            Note(key, number.Range.Low);
            Note(key, number.Range.High);
        }

        if (type is AttributeType.Number { Minimum: { } minimum })
        {
            Note(key, minimum);
        }

        if (type is AttributeType.Number { Maximum: { } maximum })
        {
            Note(key, maximum);
        }
    }

    private static string KeyOf(Operand operand, string? collection) => operand switch
    {
        Operand.OfProposal o => o.Definition.Id,
        Operand.OfItem o => FieldKey(collection!, o.Definition.Id),
        Operand.Distance o => $"distance {o.Layer}",
        Operand.Overlap o => $"overlap {o.Layer}",
        Operand.Share o => $"share {o.Layer}",
        _ => throw new InvalidOperationException(),
    };

    private void Note(string key, decimal limit)
    {
        if (!limits.TryGetValue(key, out var all))
        {
            limits[key] = all = [];
        }

        all.Add(limit);
    }
}
