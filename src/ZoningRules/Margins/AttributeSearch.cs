using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Verdicts;

namespace ZoningRules.Margins;

/// <summary>Finds for each declared number the values at which the verdict changes. The rules cut its values into finitely many cells; one value of each is assessed.</summary>
internal static class AttributeSearch
{
    /// <summary>The margins of the declared numbers that a rule looks at, in the order of the vocabulary.</summary>
    public static ImmutableArray<AttributeMargin> Run(Trial trial) =>
    [
        .. trial.Values
            .Where(v => v is { Definition.Type: AttributeType.Number, Fact.Value: FactValue.Number })
            .Select(v => (Value: v, Cells: NumberCell.Of(trial, v)))
            .Where(v => v.Cells.Length > 1)
            .Select(v => Margin(trial, v.Value, v.Cells)),
    ];

    private static AttributeMargin Margin(Trial trial, FreeValue value, ImmutableArray<NumberCell> cells)
    {
        var declared = ((FactValue.Number)value.Fact.Value).Range;
        var own = IndexOf(cells, c => c.Holds(declared.Low));
        var ranges = ImmutableArray.CreateBuilder<ValueRange>();
        var nearest = int.MaxValue;
        for (var i = 0; i < cells.Length; i++)
        {
            var assessment = trial.With(value.Replaced(trial.Facts, cells[i].Value, ""));
            var range = RangeOf(cells[i], assessment, trial.Start);
            if (ranges.Count > 0 && ranges[^1].Verdict == range.Verdict && ranges[^1].Possible.SequenceEqual(range.Possible))
            {
                // Which norms differ is told as it is nearest to the declared value.
                var closer = Math.Abs(i - own) < nearest;
                ranges[^1] = ranges[^1] with { High = range.High, HighIncluded = range.HighIncluded, Norms = closer ? range.Norms : ranges[^1].Norms };
                nearest = Math.Min(nearest, Math.Abs(i - own));
            }
            else
            {
                ranges.Add(range);
                nearest = Math.Abs(i - own);
            }
        }

        return new()
        {
            Attribute = value.Id,
            Definition = value.Definition,
            Shown = value.Fact.Shown ?? "",
            Ranges = ranges.ToImmutable(),
            First = IndexOf(ranges, r => r.Holds(declared.Low)),
            Last = IndexOf(ranges, r => r.Holds(declared.High)),
        };
    }

    private static ValueRange RangeOf(NumberCell cell, Assessment assessment, Assessment start) => new(
        cell.Low,
        cell.LowIncluded,
        cell.High,
        cell.HighIncluded,
        assessment.Verdict,
        assessment.Possible,
        [.. Trial.Changes(start, assessment).Where(c => c.Before >= Outcome.Conditional || c.After >= Outcome.Conditional)]);

    // A value outside what the vocabulary allows counts with the nearest end; the loader refuses such values.
    private static int IndexOf<T>(IReadOnlyList<T> all, Func<T, bool> holds)
    {
        for (var i = 0; i < all.Count; i++)
        {
            if (holds(all[i]))
            {
                return i;
            }
        }

        return all.Count - 1;
    }
}
