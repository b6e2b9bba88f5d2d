using System.Collections.Immutable;
using ZoningRules.Evaluation;
using ZoningRules.Facts;
using ZoningRules.Problems;

namespace ZoningRules.Margins;

/// <summary>Another value that a declared value could have.</summary>
/// <param name="Value">The value.</param>
/// <param name="Words">How it is printed.</param>
/// <param name="Rank">How far it is from the declared one; the least is 1.</param>
/// <param name="Cell">For a number, the values it stands for.</param>
internal sealed record Choice(FactValue Value, LocalText Words, int Rank, NumberCell? Cell = null)
{
    // Of a longer collection leaving out one item is hardly ever enough.
    private const int MostLeftOut = 50;

    /// <summary>The values to try for a declared value, nearest first, and whether they stand for all that it could have.</summary>
    public static (ImmutableArray<Choice> All, bool Exhaustive) Of(Trial trial, FreeValue value) => (value.Definition.Type, value.Fact.Value) switch
    {
        (AttributeType.YesNo, FactValue.Choice(var now)) => ([new(new FactValue.Choice(1 - now), now == 0 ? new("是", "yes") : new("否", "no"), 1)], true),
        (AttributeType.Choice(var options), FactValue.Choice(var now)) =>
            ([.. options.Select((o, i) => (o, i)).Where(p => p.i != now).Select((p, n) => new Choice(new FactValue.Choice(p.i), p.o.Label, n + 1))], true),
        (AttributeType.Choices(var options), FactValue.ChoiceSet(var now)) => (Sets(options, now), false),
        (AttributeType.Code(var system), FactValue.Code(var now)) => (Codes(trial, value, system, now), now.Count == 1),
        (AttributeType.Number(var measure, _, _), FactValue.Number(var now)) => (Numbers(NumberCell.Of(trial, value), measure, now.Low), true),
        (AttributeType.Items, FactValue.Items(var now)) => (Collections(now), false),
        _ => ([], false),
    };

    private static ImmutableArray<Choice> Numbers(ImmutableArray<NumberCell> cells, Measures.MeasureUnit measure, decimal now)
    {
        var own = Math.Max(0, Enumerable.Range(0, cells.Length).FirstOrDefault(i => cells[i].Holds(now)));
        return
        [
            .. Enumerable.Range(0, cells.Length)
                .Where(i => i != own)
                .OrderBy(i => Math.Abs(i - own))
                .ThenBy(i => i)
                .Select(i => new Choice(cells[i].Value, cells[i].Words(measure), Math.Abs(i - own), cells[i])),
        ];
    }

    // Without one value, with one more, with none.
    private static ImmutableArray<Choice> Sets(ImmutableArray<ChoiceOption> options, ulong now)
    {
        var others = Enumerable.Range(0, options.Length)
            .OrderByDescending(i => now >> i & 1)
            .Select(i => now ^ (1UL << i))
            .Append(0UL)
            .Where(s => s != now)
            .Distinct();
        return [.. others.Select((set, n) => new Choice(new FactValue.ChoiceSet(set), Named(set), n + 1))];

        LocalText Named(ulong set)
        {
            var held = options.Where((_, i) => (set >> i & 1) != 0).Select(o => o.Label).ToArray();
            return held.Length == 0 ? new("无", "none") : new(string.Join("、", held.Select(l => l.Zh)), string.Join(", ", held.Select(l => l.En)));
        }
    }

    // One code of each class that no rule tells apart stands for its class.
    private static ImmutableArray<Choice> Codes(Trial trial, FreeValue value, CodeSystem system, CodeEntry now)
    {
        var source = trial.Program.Leaves.OfType<CompiledLeaf.InCodes>().Select(l => l.Source).FirstOrDefault(s => s == value.Source);
        if (source == default)
        {
            return [];
        }

        var finest = system.Entries.Where(e => e.Count == 1).GroupBy(e => e.First).ToDictionary(g => g.Key, g => g.OrderByDescending(e => e.Code.Length).First());
        return
        [
            .. trial.Program.CodeClasses(source, system)
                .Where(o => (o < now.First || o >= now.First + now.Count) && finest.ContainsKey(o))
                .Select((o, n) => new Choice(new FactValue.Code(finest[o]), Like(finest[o]), n + 1)),
        ];

        static LocalText Like(CodeEntry entry) => new($"如 {entry.Code} {entry.Name}", $"such as {entry.Code} {entry.Name}");
    }

    // Without one item, without any.
    private static ImmutableArray<Choice> Collections(ImmutableArray<Item> now)
    {
        if (now.IsEmpty)
        {
            return [];
        }

        var without = now.Length is 1 or > MostLeftOut
            ? []
            : now.Select((_, i) => new Choice(
                new FactValue.Items(now.RemoveAt(i)), new($"去掉第 {i + 1} 项", $"without item {i + 1}"), i + 1));
        return [.. without, new(new FactValue.Items([]), new("一项也没有", "none at all"), now.Length)];
    }
}
