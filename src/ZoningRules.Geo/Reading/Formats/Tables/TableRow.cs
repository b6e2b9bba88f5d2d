using System.Collections.Immutable;

namespace ZoningRules.Geo.Reading.Formats.Tables;

/// <summary>A row of a table.</summary>
/// <param name="Line">Its line in the file, or its row in the sheet, from 1.</param>
/// <param name="Cells">Its cells, trimmed; empty ones are empty texts.</param>
internal sealed record TableRow(int Line, ImmutableArray<string> Cells)
{
    /// <summary>Whether every cell is empty.</summary>
    public bool IsBlank => Cells.All(c => c.Length == 0);

    /// <summary>A cell; empty where the row is shorter.</summary>
    public string this[int column] => column >= 0 && column < Cells.Length ? Cells[column] : "";
}
