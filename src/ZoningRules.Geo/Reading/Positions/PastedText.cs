using System.Collections.Immutable;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Positions;

/// <summary>
/// Reads positions as people write and paste them: one a line, with or without point names, headings, titles of parcels and rings, and words around. Signs
/// and marks are taken as they come; numbers are not: a line that is meant as a position and is none ends the reading with its number.
/// </summary>
internal static class PastedText
{
    private const int MostSkippedShown = 10;
    private const int LongestPoint = 1_000;

    /// <summary>Reads one position; words may stand around it.</summary>
    /// <exception cref="GeometryTextException">It is not one position.</exception>
    public static PositionList ReadPoint(string text)
    {
        var plain = PlainSigns.Of(text).ReplaceLineEndings(" ");
        if (plain.AsSpan().Trim().IsEmpty)
        {
            throw GeometryTextException.Empty();
        }

        if (plain.Length > LongestPoint)
        {
            throw GeometryTextException.Bad($"一个点的文字不应超过 {LongestPoint} 字", $"the text of a point has more than {LongestPoint} characters");
        }

        var tokens = LineTokens.Of(plain);
        var first = tokens.TakeWhile(t => t.Value is null).Count();
        var around = tokens.Take(first).Concat(tokens.Skip(first + 2));
        var row = around.All(t => t.IsWord) && tokens.Count >= first + 2 && tokens[first + 1].Value is { } second
            ? new PositionRow(1, tokens[first].Value!, second)
            : TextLine.Of(1, text.ReplaceLineEndings(" "), null).Row;
        if (row is null)
        {
            var fault = tokens.FirstOrDefault(t => t.Fault is not null);
            var shown = Excerpt.Of(text);
            throw fault is { Fault: { } cause }
                ? GeometryTextException.Bad($"`{Excerpt.Of(fault.Text)}` {cause.Zh}", $"`{Excerpt.Of(fault.Text)}` {cause.En}")
                : GeometryTextException.Bad($"应为两个坐标，逗号分隔，而不是 `{shown}`", $"expected two coordinates separated by a comma, not `{shown}`");
        }

        var order = PositionOrder.Of([row], null, new());
        return new([("", [row], [new(PartKind.Point, [new([row.First.Number], [row.Second.Number])])])], order.Order, order.Steps, row.HasHeight);
    }

    /// <summary>Reads the boundary of one or several parcels.</summary>
    /// <exception cref="GeometryTextException">Lines are no positions, or rings have too few.</exception>
    public static PositionList ReadBoundary(string text, PositionLimit limit)
    {
        var faults = new LineFaults();
        var reading = new TextRows(faults, limit);
        var rows = reading.Read(text);
        if (rows.Count == 0)
        {
            throw GeometryTextException.Empty();
        }

        if (reading.Heading is { IsPacked: true })
        {
            rows = Unpacked(rows, faults);
        }

        var order = PositionOrder.Of(rows, reading.Heading is { } heading ? (heading.First, heading.Second) : null, faults);
        var assembly = new BoundaryAssembly(faults);
        var parcels = assembly.Parcels(rows);
        return new(parcels, order.Order, [.. reading.Steps, .. order.Steps, .. assembly.Steps], rows.Any(r => r.HasHeight));
    }

    /// <summary>Rows whose plain numbers are packed degrees, minutes and seconds.</summary>
    public static IReadOnlyList<PositionRow> Unpacked(IReadOnlyList<PositionRow> rows, LineFaults faults)
    {
        return [.. rows.Select(r => r with { First = Unpack(r, r.First), Second = Unpack(r, r.Second) })];

        CoordinateValue Unpack(PositionRow row, CoordinateValue value)
        {
            if (value.Style != ValueStyle.Plain)
            {
                return value;
            }

            var (unpacked, fault) = CellValue.Unpack(value);
            if (fault is { } cause)
            {
                faults.Add(row.Line, value.Column, $" `{Excerpt.Of(value.Text)}`（度.分秒）{cause.Zh}", $"`{Excerpt.Of(value.Text)}` (DDD.MMSS) {cause.En}");
            }

            return unpacked ?? value;
        }
    }

    /// <summary>The step that says which lines were passed over.</summary>
    public static LocalText? SkippedStep(IReadOnlyList<(int Line, string Text)> skipped)
    {
        if (skipped.Count == 0)
        {
            return null;
        }

        var shown = string.Join("；", skipped.Take(MostSkippedShown).Select(s => $"{s.Line} `{Excerpt.Of(s.Text)}`"));
        var more = skipped.Count > MostSkippedShown ? "…" : "";
        return new($"略去不是坐标的 {skipped.Count} 行：{shown}{more}", $"passed over {skipped.Count} lines that hold no position: {shown}{more}");
    }
}

/// <summary>What a list of positions says.</summary>
/// <param name="Parcels">Its parcels with their rows and parts.</param>
/// <param name="Order">Which number is east; null when the reference system decides.</param>
/// <param name="Steps">What was done.</param>
/// <param name="HasHeight">Whether heights were left out.</param>
internal sealed record PositionList(
    IReadOnlyList<(string Parcel, IReadOnlyList<PositionRow> Rows, IReadOnlyList<RawPart> Parts)> Parcels,
    AxisOrder? Order,
    ImmutableArray<LocalText> Steps,
    bool HasHeight);
