using System.Collections.Immutable;
using ZoningRules.Evaluation;
using ZoningRules.Facts;
using ZoningRules.Measures;
using ZoningRules.Problems;

namespace ZoningRules.Margins;

/// <summary>Values of a number that no rule tells apart, in its base measure.</summary>
/// <param name="Low">The lower end; null when there is none.</param>
/// <param name="LowIncluded">Whether it belongs to the cell.</param>
/// <param name="High">The upper end; null when there is none.</param>
/// <param name="HighIncluded">Whether it belongs to the cell.</param>
/// <param name="Sample">A value in it.</param>
internal readonly record struct NumberCell(decimal? Low, bool LowIncluded, decimal? High, bool HighIncluded, decimal Sample)
{
    // Amounts beyond this mean nothing, and halving and adding one stay within the range of decimal.
    private const decimal Largest = 1e27m;

    /// <summary>The value in it as a fact.</summary>
    public FactValue Value => new FactValue.Number(Interval<decimal>.Of(Sample));

    /// <summary>Whether a value lies in it.</summary>
    public bool Holds(decimal value) =>
        (Low is not { } low || (LowIncluded ? value >= low : value > low)) && (High is not { } high || (HighIncluded ? value <= high : value < high));

    /// <summary>All values a number may have, cut at every limit that a rule compares it with; ascending. One cell when no rule looks at it.</summary>
    public static ImmutableArray<NumberCell> Of(Trial trial, FreeValue value)
    {
        var type = (AttributeType.Number)value.Definition.Type;
        var cuts = new SortedSet<decimal>(Cuts(trial, value).Where(c =>
            Math.Abs(c) <= Largest && (type.Minimum is not { } least || c >= least) && (type.Maximum is not { } most || c <= most)));
        var cells = ImmutableArray.CreateBuilder<NumberCell>();
        if (cuts.Count == 0)
        {
            var only = ((FactValue.Number)value.Fact.Value).Range.Low;
            return [new(type.Minimum, true, type.Maximum, true, only)];
        }

        var (low, included) = (type.Minimum, true);
        foreach (var cut in cuts)
        {
            if (low != cut || !included)
            {
                cells.Add(new(low, included, cut, false, low is { } least ? (least / 2) + (cut / 2) : cut - 1));
            }

            cells.Add(new(cut, true, cut, true, cut));
            (low, included) = (cut, false);
        }

        if (type.Maximum != cuts.Max)
        {
            cells.Add(new(cuts.Max, false, type.Maximum, true, type.Maximum is { } most ? (most / 2) + (cuts.Max / 2) : cuts.Max + 1));
        }

        return cells.ToImmutable();
    }

    /// <summary>The cells from the first to the last as one.</summary>
    public static NumberCell Joined(NumberCell first, NumberCell last) => first with { High = last.High, HighIncluded = last.HighIncluded };

    /// <summary>The cell in the measure in which the number is asked for.</summary>
    public LocalText Words(MeasureUnit measure)
    {
        string Amount(decimal limit) => LeafWording.Amount(Interval<decimal>.Of(limit), measure);
        return LocalText.Same((Low, High) switch
        {
            ({ } low, { } high) when low == high => Amount(low),
            ({ } low, { } high) => $"{(LowIncluded ? "≥" : ">")} {Amount(low)}, {(HighIncluded ? "≤" : "<")} {Amount(high)}",
            ({ } low, null) => $"{(LowIncluded ? "≥" : ">")} {Amount(low)}",
            (null, { } high) => $"{(HighIncluded ? "≤" : "<")} {Amount(high)}",
            _ => "*",
        });
    }

    private static IEnumerable<decimal> Cuts(Trial trial, FreeValue value)
    {
        var source = value.Source;
        foreach (var leaf in trial.Program.Leaves)
        {
            switch (leaf)
            {
                case CompiledLeaf.Number number when number.Source == source:
                    yield return number.Limit;
                    break;
                case CompiledLeaf.Pair pair:
                    foreach (var limit in PairCuts(trial, value, pair))
                    {
                        yield return limit;
                    }

                    break;
            }
        }

        if (value.Item >= 0)
        {
            yield break;
        }

        foreach (var cap in trial.Program.Norms.Select(n => n.Cap).OfType<RulePacks.Cap>().Where(c => c.Increment.Slot == value.Definition.Slot))
        {
            yield return 0;
            if (CapArithmetic.Of(cap, trial.Sheet, trial.Program.Date).Room is { } room)
            {
                yield return room;
            }
        }
    }

    // The other side of a comparison is a limit wherever it is known; an inexact one is a limit at both its ends.
    private static IEnumerable<decimal> PairCuts(Trial trial, FreeValue value, CompiledLeaf.Pair pair)
    {
        foreach (var (own, other) in new[] { (pair.Left, pair.Right), (pair.Right, pair.Left) })
        {
            if (own.Fact != value.Source)
            {
                continue;
            }

            foreach (var scene in Scenes(trial, value, other))
            {
                var (low, high) = other.BoundsIn(scene);
                foreach (var limit in new[] { low, high })
                {
                    if (limit is { } cut)
                    {
                        yield return cut;
                    }
                }
            }
        }
    }

    private static IEnumerable<Scene> Scenes(Trial trial, FreeValue value, NumberSource other)
    {
        var sheet = trial.Sheet;
        var places = Enumerable.Range(0, sheet.Parts.Length).Select(p => Scene.OfPart(sheet, p)).Prepend(Scene.Whole(sheet));
        if (other.Fact is not { IsField: true } field || sheet.Attributes[field.ItemsSlot].Value is not FactValue.Items items)
        {
            return places;
        }

        return value.Item >= 0
            ? [Scene.Whole(sheet).With(items.All[value.Item], value.Item)]
            : items.All.Select((item, i) => Scene.Whole(sheet).With(item, i));
    }
}
