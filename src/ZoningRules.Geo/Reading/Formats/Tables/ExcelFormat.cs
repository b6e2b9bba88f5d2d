using ZoningRules.Geo.Reading.Formats.Archives;
using ZoningRules.Geo.Reading.Positions;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Formats.Tables;

/// <summary>An Excel workbook, .xlsx or .xls, with a table of positions or geometries in a sheet.</summary>
internal sealed class ExcelFormat : IFeatureFormat
{
    private const string Workbook = "workbook.xml";

    // The compound files of which .xls is one.
    private static ReadOnlySpan<byte> CompoundSignature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <inheritdoc/>
    public LocalText Name { get; } = new("Excel 工作簿", "Excel workbook");

    /// <inheritdoc/>
    public bool Recognises(FeatureFile file)
    {
        if (file.Bytes.Span.StartsWith(CompoundSignature))
        {
            return true;
        }

        if (!ZippedFiles.Begins(file.Bytes.Span))
        {
            return false;
        }

        try
        {
            using var zip = ZippedFiles.Open(file.Bytes);
            return zip.Files.Any(f => f.Name.Equals(Workbook, StringComparison.OrdinalIgnoreCase));
        }
        catch (GeometryTextException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public FeatureDocument Read(FeatureFile file, FeatureWishes wishes)
    {
        var sheets = ExcelSheets.Read(file).Where(s => s.Rows.Any(r => !r.IsBlank)).ToList();
        if (sheets.Count == 0)
        {
            throw GeometryTextException.Empty();
        }

        // One sheet with a heading among others without is the one meant.
        var tables = wishes.Layer is null ? sheets.Where(s => TableHeading.Of(s.Rows) is not null).ToList() : sheets;
        tables = tables.Count == 0 ? sheets : tables;
        var (name, rows) = tables[LayerChoice.Of(file.Name, [.. tables.Select(t => t.Name)], wishes.Layer)];
        var own = wishes with { Layer = null };
        var document = TableHeading.Of(rows) is { } heading ? new TableReader(file.Name, own).Read(rows, heading) : Lines(rows, own);
        return document with { Steps = [new($"读取工作表 `{Excerpt.Of(name)}`", $"read the sheet `{Excerpt.Of(name)}`"), .. document.Steps] };
    }

    // A sheet without heading is read like text pasted from it.
    private static FeatureDocument Lines(IReadOnlyList<TableRow> rows, FeatureWishes wishes)
    {
        var lines = new List<string>();
        foreach (var row in rows)
        {
            while (lines.Count < row.Line - 1)
            {
                lines.Add("");
            }

            lines.Add(string.Join('\t', row.Cells.Where(c => c.Length > 0)));
        }

        return CoordinateTextFormat.Read(string.Join('\n', lines), wishes);
    }
}
