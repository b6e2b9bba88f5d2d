using System.Collections.Immutable;
using ZoningRules.Geo.Reading.Positions;

namespace ZoningRules.Geo.Reading.Formats.Tables;

/// <summary>The row of a table that names its columns.</summary>
/// <param name="Index">Which row it is, from 0; what stands above is a title.</param>
/// <param name="Columns">The columns, in order.</param>
internal sealed record TableHeading(int Index, ImmutableArray<ColumnHeading> Columns)
{
    private const int DeepestHeading = 20;

    /// <summary>Whether a column holds whole geometries.</summary>
    public bool HasWkt => Column(ColumnKind.Wkt) >= 0;

    /// <summary>The columns of the two coordinates, in order.</summary>
    public (int First, int Second) Coordinates
    {
        get
        {
            var (east, north) = (Column(ColumnKind.East), Column(ColumnKind.North));
            return (Math.Min(east, north), Math.Max(east, north));
        }
    }

    /// <summary>The heading among the first rows: one that names an east and a north, or a geometry; null when none does.</summary>
    public static TableHeading? Of(IReadOnlyList<TableRow> rows)
    {
        for (var i = 0; i < Math.Min(rows.Count, DeepestHeading); i++)
        {
            ImmutableArray<ColumnHeading> columns = [.. Merged(rows, i).Select(ColumnHeading.Of)];
            var heading = new TableHeading(i, columns);
            if (heading.HasWkt || (heading.Column(ColumnKind.East) >= 0 && heading.Column(ColumnKind.North) >= 0))
            {
                return heading;
            }
        }

        return null;
    }

    // A heading of two rows: a cell merged downwards has its text in the upper one. A title alone in its row is no heading.
    private static IEnumerable<string> Merged(IReadOnlyList<TableRow> rows, int index)
    {
        var above = index > 0 && rows[index - 1].Cells.Count(c => c.Length > 0) > 1 ? rows[index - 1] : null;
        return Enumerable.Range(0, Math.Max(rows[index].Cells.Length, above?.Cells.Length ?? 0))
            .Select(i => rows[index][i] is { Length: > 0 } own ? own : above?[i] ?? "");
    }

    /// <summary>The first column of a kind, from 0; -1 when there is none.</summary>
    public int Column(ColumnKind kind)
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

    /// <summary>How many columns are of a kind.</summary>
    public int Count(ColumnKind kind) => Columns.Count(c => c.Kind == kind);
}
