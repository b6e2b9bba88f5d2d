using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ZoningRules.Geo.Reading.Positions;

/// <summary>The line above a list of positions that names its columns.</summary>
/// <param name="Columns">The columns, as far as the line is cut into them.</param>
/// <param name="First">The direction of the first number.</param>
/// <param name="Second">The direction of the second number.</param>
/// <param name="IsPacked">Whether degrees, minutes and seconds are packed into one number.</param>
internal sealed partial record TextHeading(ImmutableArray<ColumnHeading> Columns, AxisWord First, AxisWord Second, bool IsPacked)
{
    /// <summary>Whether a column holds heights.</summary>
    public bool HasHeight => Columns.Any(c => c.Kind == ColumnKind.Height);

    /// <summary>Whether a column holds names or numbers of points.</summary>
    public bool HasNames => Columns.Any(c => c.Kind is ColumnKind.PointName or ColumnKind.Serial);

    /// <summary>The heading, or null when the line does not name one direction and then the other.</summary>
    public static TextHeading? Of(string line)
    {
        var words = AxisWords.InOrder(line);
        if (words.Count is < 2 or > 12 || line.Contains('=', StringComparison.Ordinal))
        {
            return null;
        }

        ImmutableArray<ColumnHeading> columns = [.. Cells(line).Select(ColumnHeading.Of)];
        var isTwice = words.Count > 2;
        return PositionOrder.Of(words[0], words[1]) is null ? null
            : new(isTwice ? [] : columns, words[0], words[1], AxisWords.SaysPacked(line)) { IsSideBySide = words.Count >= 4 };
    }

    /// <summary>Whether it heads two lists beside each other.</summary>
    public bool IsSideBySide { get; init; }

    /// <summary>The position of a line that is cut into as many cells as the heading, with a coordinate where the heading has one; null for other lines.</summary>
    public PositionRow? RowOf(int number, string line)
    {
        var east = IndexOf(ColumnKind.East);
        var north = IndexOf(ColumnKind.North);
        if (east < 0 || north < 0)
        {
            return null;
        }

        var cells = Cells(line);
        if (cells.Count != Columns.Length)
        {
            return null;
        }

        var (first, second) = (Math.Min(east, north), Math.Max(east, north));
        return CellValue.Read(cells[first]).Value is { } a && CellValue.Read(cells[second]).Value is { } b
            ? new(number, a, b)
            {
                Name = Text(cells, ColumnKind.PointName) ?? Text(cells, ColumnKind.Serial),
                Ring = Text(cells, ColumnKind.Ring) ?? "",
                Parcel = Text(cells, ColumnKind.Parcel) ?? "",
                HasHeight = HasHeight,
            }
            : null;
    }

    private int IndexOf(ColumnKind kind)
    {
        for (var i = 0; i < Columns.Length; i++)
        {
            if (Columns[i].Kind == kind)
            {
                return i;
            }
        }

        return -1;
    }

    private string? Text(List<string> cells, ColumnKind kind) => IndexOf(kind) is >= 0 and var index && cells[index].Length > 0 ? cells[index] : null;

    // Signs between cells when there are any, else white space.
    private static List<string> Cells(string line)
    {
        var trimmed = line.Trim().Trim('|').Trim();
        foreach (var separator in (ReadOnlySpan<char>)['|', '\t', ';', ','])
        {
            if (trimmed.Contains(separator, StringComparison.Ordinal))
            {
                return [.. trimmed.Split(separator, StringSplitOptions.TrimEntries)];
            }
        }

        return [.. Space().Split(trimmed)];
    }

    [GeneratedRegex(" +", RegexOptions.CultureInvariant)]
    private static partial Regex Space();
}
