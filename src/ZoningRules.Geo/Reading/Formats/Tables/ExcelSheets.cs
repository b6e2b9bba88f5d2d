using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using ZoningRules.Geo.Reading.Formats.Archives;

namespace ZoningRules.Geo.Reading.Formats.Tables;

/// <summary>Takes the sheets out of a workbook, and no more than a workbook of coordinates has.</summary>
internal static class ExcelSheets
{
    private const long UnpackedLimit = 96L * 1024 * 1024;
    private const int MostSheets = 100;
    private const int MostColumns = 1_024;
    private const int MostRows = 1_048_576;
    private const int MostCells = 20_000_000;

    private static readonly ImmutableArray<string> PartEndings = [".xml", ".rels"];

    // The library asks the system for the code pages of old workbooks as soon as it is called.
    static ExcelSheets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The visible sheets, in order; each with its rows up to the last one that is not blank.</summary>
    /// <exception cref="GeometryTextException">The workbook is damaged, protected or too large.</exception>
    public static IReadOnlyList<(string Name, IReadOnlyList<TableRow> Rows)> Read(FeatureFile file)
    {
        var bytes = ZippedFiles.Begins(file.Bytes.Span) ? Repacked(file) : file.Bytes.ToArray();
        try
        {
            using var reader = ExcelReaderFactory.CreateReader(
                new MemoryStream(bytes, writable: false), new ExcelReaderConfiguration { FallbackEncoding = FileText.Chinese });
            return Sheets(reader, file.Name);
        }
        catch (ExcelDataReader.Exceptions.InvalidPasswordException)
        {
            throw GeometryTextException.Bad($"工作簿 `{file.Name}` 有密码，请去掉密码", $"the workbook `{file.Name}` has a password; remove it");
        }

        // The library states no list of what it throws over damaged bytes; with nothing but a memory stream behind it, anything it throws means damage.
        catch (Exception error) when (error is not (GeometryTextException or OutOfMemoryException))
        {
            throw GeometryTextException.Bad($"工作簿 `{file.Name}` 已损坏或格式不受支持", $"the workbook `{file.Name}` is damaged or of an unsupported kind");
        }
    }

    // The library unpacks without limit; it is given an archive whose parts were unpacked under one.
    private static byte[] Repacked(FeatureFile file)
    {
        using var packed = ZippedFiles.Open(file.Bytes);
        var parts = packed.Files.Where(f => PartEndings.Contains(Path.GetExtension(f.Name), StringComparer.OrdinalIgnoreCase)).ToList();
        if (parts.Sum(p => p.Entry.Length) > UnpackedLimit)
        {
            throw TooLarge(file.Name);
        }

        using var stream = new MemoryStream();
        using (var stored = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts)
            {
                using var target = stored.CreateEntry(part.Folder + part.Name, CompressionLevel.NoCompression).Open();
                target.Write(packed.Unpack(part).Bytes.Span);
            }
        }

        return stream.ToArray();
    }

    private static GeometryTextException TooLarge(string name) =>
        GeometryTextException.Bad($"工作簿 `{name}` 过大，不像是坐标表", $"the workbook `{name}` is too large for a table of coordinates");

    private static List<(string Name, IReadOnlyList<TableRow> Rows)> Sheets(IExcelDataReader reader, string name)
    {
        List<(string Name, IReadOnlyList<TableRow> Rows)> sheets = [];
        var cells = 0L;
        do
        {
            if (reader.VisibleState is { } state && state != "visible")
            {
                continue;
            }

            List<TableRow> rows = [];
            var number = 0;
            while (reader.Read())
            {
                number++;
                cells += 1 + reader.FieldCount;
                if (cells > MostCells || number > MostRows)
                {
                    throw TooLarge(name);
                }

                var row = Row(reader, number);
                if (!row.IsBlank || (rows.Count > 0 && !rows[^1].IsBlank))
                {
                    rows.Add(row);
                }
            }

            sheets.Add((reader.Name ?? "", rows));
        }
        while (sheets.Count < MostSheets && reader.NextResult());
        return sheets;
    }

    private static TableRow Row(IExcelDataReader reader, int number)
    {
        var count = Math.Min(reader.FieldCount, MostColumns);
        while (count > 0 && reader.IsDBNull(count - 1))
        {
            count--;
        }

        var values = ImmutableArray.CreateBuilder<string>(count);
        for (var i = 0; i < count; i++)
        {
            values.Add(Text(reader.GetValue(i)));
        }

        return new(number, values.MoveToImmutable());
    }

    // A number is written with all its digits, never in powers of ten.
    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text.Trim(),
        double number when Math.Abs(number) < 1e15 && (decimal)number is var exact => WithAllDigits(number, exact),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string WithAllDigits(double number, decimal exact)
    {
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        return shortest.Contains('E', StringComparison.Ordinal) ? exact.ToString(CultureInfo.InvariantCulture) : shortest;
    }
}
