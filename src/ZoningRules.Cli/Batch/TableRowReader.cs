using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using ZoningRules.Problems;

namespace ZoningRules.Cli.Batch;

/// <summary>Turns a record of a table into the proposal it stands for, in JSON, so that one reader decides for tables and files alike. One for each thread.</summary>
internal sealed class TableRowReader : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.+-eE ");

    private readonly TableHeading heading;
    private readonly byte delimiter;
    private readonly ImmutableArray<ImmutableArray<int>> items;
    private readonly ArrayBufferWriter<byte> buffer = new(1024);
    private readonly Utf8JsonWriter json;
    private readonly List<string> cells = [];
    private readonly List<Problem> problems = [];

    public TableRowReader(TableHeading heading, byte delimiter)
    {
        this.heading = heading;
        this.delimiter = delimiter;
        json = new(buffer, Options);
        items =
        [
            .. heading.Columns
                .Select((column, index) => (column, index))
                .Where(c => c.column.Use == ColumnUse.Field)
                .GroupBy(c => c.column.Attribute)
                .Select(g => g.OrderBy(c => c.column.Item).ThenBy(c => c.index).Select(c => c.index).ToImmutableArray()),
        ];
    }

    /// <summary>What was wrong with the last record; empty when nothing was.</summary>
    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>The proposal in JSON, valid until the next record; meaningless after a problem.</summary>
    public ReadOnlySpan<byte> Read(ReadOnlySpan<byte> record, SourcePlace place)
    {
        problems.Clear();
        Csv.Cells(record, delimiter, cells);
        var surplus = cells.Count;
        while (surplus > heading.Columns.Length && cells[surplus - 1].Length == 0)
        {
            surplus--;
        }

        if (surplus > heading.Columns.Length)
        {
            problems.Add(Problem.Of(ProblemCode.TooManyCells, place, Figure(surplus), Figure(heading.Columns.Length)));
        }

        buffer.ResetWrittenCount();
        json.Reset();
        json.WriteStartObject();
        WriteMember("name", ColumnUse.Name);
        WriteMember("date", ColumnUse.Date);
        WriteSite(place);
        json.WriteStartObject("attributes");
        for (var i = 0; i < heading.Columns.Length; i++)
        {
            if (heading.Columns[i] is { Use: ColumnUse.Attribute } column && Cell(i) is { Length: > 0 } cell)
            {
                WriteAttribute(column, cell);
            }
        }

        foreach (var group in items)
        {
            WriteItems(group, place);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan;
    }

    /// <inheritdoc/>
    public void Dispose() => json.Dispose();

    private static string Figure(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private string Cell(int column) => column < cells.Count ? cells[column] : string.Empty;

    private string? CellOf(ColumnUse use)
    {
        for (var i = 0; i < heading.Columns.Length; i++)
        {
            if (heading.Columns[i].Use == use)
            {
                return Cell(i) is { Length: > 0 } cell ? Said(heading.Columns[i], cell) : null;
            }
        }

        return null;
    }

    private void WriteMember(string member, ColumnUse use)
    {
        if (CellOf(use) is { } cell)
        {
            json.WriteString(member, cell);
        }
    }

    private void WriteSite(SourcePlace place)
    {
        var wkt = CellOf(ColumnUse.Wkt);
        var degrees = (First: CellOf(ColumnUse.Longitude), Second: CellOf(ColumnUse.Latitude));
        var metres = (First: CellOf(ColumnUse.North), Second: CellOf(ColumnUse.East));
        var hasDegrees = degrees.First is not null || degrees.Second is not null;
        var hasMetres = metres.First is not null || metres.Second is not null;
        if (wkt is null && !hasDegrees && !hasMetres)
        {
            return;
        }

        CheckPair(ColumnUse.Longitude, ColumnUse.Latitude, place);
        CheckPair(ColumnUse.North, ColumnUse.East, place);
        json.WriteStartObject("site");
        if (wkt is not null)
        {
            json.WriteString("wkt", wkt);
        }

        if (hasDegrees)
        {
            WritePoint("point", degrees);
        }

        if (hasMetres)
        {
            // A second position is a contradiction, and the reader of proposals says so.
            WritePoint(hasDegrees ? "coordinates" : "point", metres);
        }

        WriteMember("crs", ColumnUse.Crs);
        WriteMember("accuracy", ColumnUse.Accuracy);
        json.WriteEndObject();
    }

    // Half a position is a slip of the row, and is told by the names its columns have.
    private void CheckPair(ColumnUse first, ColumnUse second, SourcePlace place)
    {
        if (CellOf(first) is null != CellOf(second) is null)
        {
            var (empty, filled) = CellOf(first) is null ? (first, second) : (second, first);
            problems.Add(Problem.Of(ProblemCode.HalfPosition, place, NameOf(empty), NameOf(filled)));
        }
    }

    private string NameOf(ColumnUse use) => heading.Columns.First(c => c.Use == use).Heading;

    private void WritePoint(string member, (string? First, string? Second) position)
    {
        json.WriteStartArray(member);
        json.WriteStringValue(position.First ?? string.Empty);
        json.WriteStringValue(position.Second ?? string.Empty);
        json.WriteEndArray();
    }

    private void WriteAttribute(TableColumn column, string cell)
    {
        if (column.IsList && cell == "[]")
        {
            json.WriteStartArray(column.Attribute);
            json.WriteEndArray();
        }
        else if (column.IsList)
        {
            json.WriteStartArray(column.Attribute);
            foreach (var part in cell.Split([';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                json.WriteStringValue(part);
            }

            json.WriteEndArray();
        }
        else
        {
            json.WriteString(column.Attribute, Said(column, cell));
        }
    }

    private void WriteItems(ImmutableArray<int> columns, SourcePlace place)
    {
        var written = 0;
        var number = 0;
        var missing = 0;
        foreach (var index in columns)
        {
            var column = heading.Columns[index];
            if (Cell(index) is not { Length: > 0 } cell)
            {
                continue;
            }

            if (column.Item != number)
            {
                if (written == 0)
                {
                    json.WriteStartArray(column.Attribute);
                }
                else
                {
                    json.WriteEndObject();
                }

                if (missing == 0 && column.Item != number + 1)
                {
                    missing = number + 1;
                    problems.Add(Problem.Of(
                        ProblemCode.ItemLeftOut, place, $"{column.Attribute}[{Figure(missing)}]", $"{column.Attribute}[{Figure(column.Item)}]"));
                }

                number = column.Item;
                written++;
                json.WriteStartObject();
            }

            json.WriteString(column.Field, Said(column, cell));
        }

        if (written > 0)
        {
            json.WriteEndObject();
            json.WriteEndArray();
        }
    }

    // A spreadsheet keeps the measure in the heading and the bare number in the cell, and has truths of its own.
    private static string Said(TableColumn column, string cell) =>
        column.IsYesNo ? cell switch
        {
            "true" or "True" or "TRUE" or "是" => "yes",
            "false" or "False" or "FALSE" or "否" => "no",
            _ => cell,
        }
        : column.Measure is { } measure && !cell.AsSpan().ContainsAnyExcept(OfNumbers) ? $"{cell} {measure}"
        : cell;
}
