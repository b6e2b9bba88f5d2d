using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace ZoningRules.Geo.Tests.Reading.Formats;

/// <summary>Writes the least workbook that is one: sheets with numbers and inline texts.</summary>
internal static class Workbook
{
    public static byte[] Of(params (string Name, object[][] Rows)[] sheets) => Zip(
    [
        ("[Content_Types].xml", """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"""),
        ("_rels/.rels", Relationships([("officeDocument", "xl/workbook.xml")])),
        ("xl/workbook.xml", $"""<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{string.Concat(sheets.Select((s, i) => $"<sheet name=\"{SecurityElement.Escape(s.Name)}\" sheetId=\"{i + 1}\" r:id=\"r{i}\"/>"))}</sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", Relationships([.. sheets.Select((_, i) => ("worksheet", $"worksheets/sheet{i}.xml"))])),
        .. sheets.Select((s, i) => ($"xl/worksheets/sheet{i}.xml", Sheet(s.Rows))),
    ]);

    public static byte[] Zip(IEnumerable<(string Name, string Text)> files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    public static string Sheet(object[][] rows)
    {
        var text = new StringBuilder("""<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""");
        for (var r = 0; r < rows.Length; r++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<row r=\"{r + 1}\">");
            for (var c = 0; c < rows[r].Length; c++)
            {
                var place = $"{(char)('A' + c)}{r + 1}";
                text.Append(rows[r][c] is string words
                    ? $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(words)}</t></is></c>"
                    : string.Create(CultureInfo.InvariantCulture, $"<c r=\"{place}\"><v>{rows[r][c]}</v></c>"));
            }

            text.Append("</row>");
        }

        return text.Append("</sheetData></worksheet>").ToString();
    }

    private static string Relationships((string Type, string Target)[] all) =>
        $"""<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(all.Select((r, i) => $"<Relationship Id=\"r{i}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{r.Type}\" Target=\"{r.Target}\"/>"))}</Relationships>""";
}
