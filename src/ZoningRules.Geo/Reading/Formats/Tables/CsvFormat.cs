using System.Collections.Immutable;
using CsvHelper;
using ZoningRules.Geo.Reading.Positions;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Formats.Tables;

/// <summary>A table as text with commas, semicolons, tabs or bars between its cells: known by a heading that names coordinates or a geometry.</summary>
internal sealed class CsvFormat : IFeatureFormat
{
    private const int Beginning = 65_536;
    private const int LargestRecord = 64 * 1024 * 1024;
    private const int MostCells = 5_000_000;
    private const int RowsForHeading = 40;
    private const string FullWidthComma = "，";

    private static readonly ImmutableArray<char> Separators = ['\t', ',', ';', '|'];

    /// <inheritdoc/>
    public LocalText Name { get; } = new("CSV 表格", "CSV table");

    /// <inheritdoc/>
    public bool Recognises(FeatureFile file) => Decoded(file) is { } text && Separator(text) is not null;

    /// <inheritdoc/>
    public FeatureDocument Read(FeatureFile file, FeatureWishes wishes)
    {
        var text = Decoded(file);
        if (text is null || Separator(text) is not { } separator)
        {
            throw GeometryTextException.Bad($"`{file.Name}` 没有写明坐标列的表头", $"`{file.Name}` has no heading that names its coordinates");
        }

        var rows = Rows(Prepared(text), separator, int.MaxValue);
        return new TableReader(file.Name, wishes).Read(rows, TableHeading.Of(rows)!);
    }

    private static string? Decoded(FeatureFile file)
    {
        // Only what could be text is decoded as a whole.
        var bytes = file.Bytes.Span;
        return bytes.IsEmpty || FileText.Decode(bytes) is not { } text ? null : text.TrimStart('\uFEFF');
    }

    // Full-width commas separate when there are no others.
    private static string Prepared(string text) =>
        text.Contains(FullWidthComma, StringComparison.Ordinal) && !text.AsSpan().ContainsAny(Separators.AsSpan())
            ? text.Replace(FullWidthComma, ",", StringComparison.Ordinal)
            : text;

    // The separator under which a heading is found near the beginning and every row below reaches as far as its coordinates.
    private static char? Separator(string text)
    {
        var beginning = Prepared(text.Length > Beginning ? text[..(text.LastIndexOf('\n', Beginning) is > 0 and var end ? end : Beginning)] : text);
        foreach (var separator in Separators)
        {
            if (!beginning.Contains(separator, StringComparison.Ordinal))
            {
                continue;
            }

            try
            {
                var rows = Rows(beginning, separator, RowsForHeading);
                if (TableHeading.Of(rows) is { } heading && IsTable(rows, heading))
                {
                    return separator;
                }
            }
            catch (GeometryTextException)
            {
                // Not with this separator.
            }
        }

        return null;
    }

    private static bool IsTable(IReadOnlyList<TableRow> rows, TableHeading heading)
    {
        var last = heading.HasWkt ? heading.Column(ColumnKind.Wkt) : heading.Coordinates.Second;
        return rows.Skip(heading.Index + 1).All(r => r.Cells.Length > last || r.Cells.Count(c => c.Length > 0) <= 1);
    }

    private static List<TableRow> Rows(string text, char separator, int most)
    {
        List<TableRow> rows = [];
        string? fault = null;
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            Separator = separator,
            SkipEmptyLines = false,
            TrackLineNumbers = true,
            DetectSeparatorHint = false,
            MaxRecordSize = LargestRecord,
            OnMalformedRecord = record => fault ??= record.Reason == CsvMalformedReason.StrayQuote ? null : $"{record.LineNumber}",
        };
        try
        {
            using var reader = CsvReader.FromText(text, options);
            var cells = 0;
            while (rows.Count < most && reader.Read())
            {
                cells += reader.FieldCount;
                if (cells > MostCells)
                {
                    throw GeometryTextException.Bad($"表格超过 {MostCells} 个单元格", $"the table has more than {MostCells} cells");
                }

                var values = ImmutableArray.CreateBuilder<string>(reader.FieldCount);
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    values.Add(reader.GetString(i).Trim());
                }

                rows.Add(new((int)reader.LineNumber, values.MoveToImmutable()));
            }
        }
        catch (CsvFormatException error)
        {
            throw GeometryTextException.Bad($"CSV 第 {error.LineNumber} 行有误", $"the CSV is malformed at line {error.LineNumber}");
        }

        return fault is null ? rows : throw GeometryTextException.Bad($"CSV 第 {fault} 行的引号没有成对", $"the CSV has an unpaired quotation mark in line {fault}");
    }
}
