using System.Collections.Immutable;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Positions;

/// <summary>Decides which number of all positions of a text is east: by the marks beside them, by the heading, by the range of angles; in this order.</summary>
/// <param name="Order">The order; null when nothing but the reference system tells.</param>
/// <param name="Steps">How it was decided, when it was.</param>
internal sealed record PositionOrder(AxisOrder? Order, ImmutableArray<LocalText> Steps)
{
    private static readonly LocalText EastThenNorth = new("先东（经度）后北（纬度）", "east (longitude) first, then north (latitude)");
    private static readonly LocalText NorthThenEast = new("先北（纬度）后东（经度）", "north (latitude) first, then east (longitude)");

    /// <summary>Decides.</summary>
    /// <param name="rows">The positions; at least one.</param>
    /// <param name="heading">The directions the heading gives to the first and second number; null without a heading.</param>
    /// <param name="faults">Takes what is wrong.</param>
    /// <exception cref="GeometryTextException">Marks, heading and range contradict each other.</exception>
    public static PositionOrder Of(IReadOnlyList<PositionRow> rows, (AxisWord First, AxisWord Second)? heading, LineFaults faults)
    {
        CheckStyles(rows, faults);
        var marks = Marks(rows, faults);
        faults.ThrowIfAny();
        var byHeading = heading is { } words ? Of(words.First, words.Second) : null;
        var byRange = Range(rows);
        var isAngle = rows.Any(r => r.First.IsAngle || r.Second.IsAngle);
        var marksName = marks is not null && rows.Any(r => AxisWords.IsName(r.First.Axis) || AxisWords.IsName(r.Second.Axis));
        var headingNames = heading is { } pair && (AxisWords.IsName(pair.First) || AxisWords.IsName(pair.Second));

        if (marks is { } m && byHeading is { } h && m != h && marksName && headingNames)
        {
            throw Contradiction("坐标旁的方位与表头", "the marks beside the numbers and the heading", m, h);
        }

        // X and Y are letters: in surveying X is north, many programs write longitude as X. For degrees the range knows.
        if (byRange is { } range)
        {
            if (marks is { } stated && stated != range && marksName)
            {
                throw Contradiction("坐标旁的方位与数值范围", "the marks beside the numbers and their range", stated, range);
            }

            if (!marksName && byHeading is { } said && said != range && headingNames)
            {
                throw Contradiction("表头与数值范围", "the heading and the range of the numbers", said, range);
            }
        }

        if (marks is { } marked && (marksName || byRange is null))
        {
            return new(marked, [Step(marked, "坐标旁的标注", "the marks beside the numbers")]);
        }

        if (byHeading is { } order && (headingNames || byRange is null))
        {
            return new(order, [headingNames ? Step(order, "表头", "the heading") : Step(order, "表头（X 为北，Y 为东）", "the heading (X is north, Y is east)")]);
        }

        return byRange is { } decided && (isAngle || byHeading is not null || marks is not null)
            ? new(decided, [Step(decided, "数值范围（经度 70 至 140，纬度 0 至 60）", "the range of the numbers (longitude 70 to 140, latitude 0 to 60)")])
            : new(null, []);
    }

    /// <summary>The order two words give; null when they give none.</summary>
    public static AxisOrder? Of(AxisWord first, AxisWord second)
    {
        var (a, b) = (IsEast(first), IsEast(second));
        return (a, b) switch
        {
            (true, true) or (false, false) => null,
            (true, _) or (_, false) => AxisOrder.EastFirst,
            (false, _) or (_, true) => AxisOrder.NorthFirst,
            _ => null,
        };
    }

    private static bool? IsEast(AxisWord word) => word switch
    {
        AxisWord.East or AxisWord.Y => true,
        AxisWord.North or AxisWord.X => false,
        _ => null,
    };

    private static LocalText Step(AxisOrder order, string zh, string en)
    {
        var (words, english) = order == AxisOrder.EastFirst ? (EastThenNorth.Zh, EastThenNorth.En) : (NorthThenEast.Zh, NorthThenEast.En);
        return new($"按{zh}，坐标{words}", $"by {en}: {english}");
    }

    private static GeometryTextException Contradiction(string zh, string en, AxisOrder one, AxisOrder other) => new(
        ProblemCode.AxisContradiction,
        zh,
        en,
        one == AxisOrder.EastFirst ? EastThenNorth.Zh : NorthThenEast.Zh,
        one == AxisOrder.EastFirst ? EastThenNorth.En : NorthThenEast.En,
        other == AxisOrder.EastFirst ? EastThenNorth.Zh : NorthThenEast.Zh,
        other == AxisOrder.EastFirst ? EastThenNorth.En : NorthThenEast.En);

    private static AxisOrder? Marks(IReadOnlyList<PositionRow> rows, LineFaults faults)
    {
        AxisOrder? order = null;
        PositionRow? decisive = null;
        foreach (var row in rows)
        {
            if (row.First.Axis == AxisWord.None && row.Second.Axis == AxisWord.None)
            {
                continue;
            }

            if (Of(row.First.Axis, row.Second.Axis) is not { } own)
            {
                faults.Add(row.Line, "两个坐标标注了同一方位", "both numbers are marked with the same direction");
            }
            else if (order is null)
            {
                (order, decisive) = (own, row);
            }
            else if (order != own)
            {
                faults.Add(row.Line, $"的方位标注次序与第 {decisive!.Line} 行相反", $"its marks are in the opposite order to those of line {decisive.Line}");
            }
        }

        return order;
    }

    // All positions as angles in China, read in one order; null when they fit neither.
    private static AxisOrder? Range(IReadOnlyList<PositionRow> rows) =>
        rows.All(r => IsLongitude(r.First) && IsLatitude(r.Second)) ? AxisOrder.EastFirst
        : rows.All(r => IsLatitude(r.First) && IsLongitude(r.Second)) ? AxisOrder.NorthFirst
        : null;

    private static bool IsLongitude(CoordinateValue value) => value.Number is >= 70 and <= 140;

    private static bool IsLatitude(CoordinateValue value) => value.Number is >= 0 and <= 60;

    // One column, one style. 117° among 117°12′ is whole degrees in either style.
    private static void CheckStyles(IReadOnlyList<PositionRow> rows, LineFaults faults)
    {
        foreach (var column in (Func<PositionRow, CoordinateValue>[])[r => r.First, r => r.Second])
        {
            CoordinateValue? model = null;
            var modelLine = 0;
            foreach (var row in rows)
            {
                var value = column(row);
                if (value.Style == ValueStyle.Degrees && !value.Text.Contains('.', StringComparison.Ordinal))
                {
                    continue;
                }

                if (model is null)
                {
                    (model, modelLine) = (value, row.Line);
                }
                else if (model.Style != value.Style)
                {
                    faults.Add(
                        row.Line,
                        value.Column,
                        $"`{Excerpt.Of(value.Text)}` 的写法与第 {modelLine} 行的 `{Excerpt.Of(model.Text)}` 不同，同一列只能用一种写法",
                        $"`{Excerpt.Of(value.Text)}` is written otherwise than `{Excerpt.Of(model.Text)}` in line {modelLine}; one column, one way");
                    break;
                }
            }
        }
    }
}
