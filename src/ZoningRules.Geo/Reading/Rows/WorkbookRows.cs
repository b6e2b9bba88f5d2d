using System.Collections.Immutable;
using ZoningRules.Geo.Reading.Formats;
using ZoningRules.Geo.Reading.Formats.Tables;

namespace ZoningRules.Geo.Reading.Rows;

/// <summary>The rows of a sheet below its first row that is not blank, which is the heading. Blank rows are left out.</summary>
internal sealed class WorkbookRows : ITableRows
{
    private readonly IReadOnlyList<TableRow> rows;
    private int at;

    private WorkbookRows(IReadOnlyList<TableRow> rows, int heading)
    {
        this.rows = rows;
        at = heading;
        Columns = rows[heading].Cells;
    }

    /// <inheritdoc/>
    public ImmutableArray<string> Columns { get; }

    /// <inheritdoc/>
    public string? Crs => null;

    /// <inheritdoc/>
    public int Line => rows[at].Line;

    /// <summary>Opens a workbook.</summary>
    public static WorkbookRows Open(string path, string? sheet)
    {
        var name = Path.GetFileName(path);
        var sheets = ExcelSheets.Read(new(name, File.ReadAllBytes(path), []));
        var filled = sheet is null ? sheets.Where(s => s.Rows.Any(r => !r.IsBlank)).ToList() : [.. sheets];
        if (filled.Count == 0)
        {
            throw GeometryTextException.Empty();
        }

        var rows = filled[LayerChoice.Of(name, [.. filled.Select(s => s.Name)], sheet)].Rows;
        var heading = 0;
        while (heading < rows.Count && rows[heading].IsBlank)
        {
            heading++;
        }

        return heading < rows.Count ? new(rows, heading) : throw GeometryTextException.Empty();
    }

    /// <inheritdoc/>
    public bool MoveNext()
    {
        while (++at < rows.Count)
        {
            if (!rows[at].IsBlank)
            {
                return true;
            }
        }

        at = rows.Count - 1;
        return false;
    }

    /// <inheritdoc/>
    public string Cell(int column) => rows[at][column];

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
