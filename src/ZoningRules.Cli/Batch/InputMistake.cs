using System.Text;
using System.Text.RegularExpressions;
using ZoningRules.Problems;

namespace ZoningRules.Cli.Batch;

/// <summary>Recognises what people give to a batch by mistake, so that the mistake is named instead of its consequences.</summary>
internal static partial class InputMistake
{
    private static readonly (string Zh, string En) OneSite = (
        "单个场址用 `zoning locate` 查询，或写入申报材料后用 `zoning check` 审查；批量审查须每行一个项目",
        "ask where one site lies with `zoning locate`, or name it in a proposal for `zoning check`; a batch has one project a row");

    private static readonly (string Zh, string En) Export = (
        "导出为 CSV、XLSX、GeoJSON 或 GeoPackage，每行一个项目",
        "export it as CSV, XLSX, GeoJSON or GeoPackage with one project a row");

    /// <summary>The problem when the input is a folder; otherwise null.</summary>
    public static Problem? OfFolder(string input) => Directory.Exists(input)
        ? Make(input, "文件夹", "a folder", ("给出其中的表或文件", "name the table or file in it"))
        : null;

    /// <summary>The problem when the beginning of an input is that of something else than rows; otherwise null.</summary>
    public static Problem? Of(string input, ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0, 0, 0x27, 0x0A]))
        {
            return Make(input, "shapefile 的图形部分", "the geometry of a shapefile", Export);
        }

        if (head.StartsWith("PK\u0003\u0004"u8) && head.IndexOf("xl/"u8) < 0 && (head.IndexOf(".kml"u8) >= 0 || head.IndexOf(".shp"u8) >= 0))
        {
            return Make(input, "压缩包（如 KMZ 或打包的 shapefile）", "an archive, such as a KMZ or a zipped shapefile", Export);
        }

        if (head.StartsWith("%PDF"u8))
        {
            return Make(input, "PDF 文件", "a PDF", Export);
        }

        // Pictures and the like: control characters that no text has. What is UTF-16 says so with its mark.
        if (!head.StartsWith("PK"u8) && !head.StartsWith("SQLite"u8) && !head.StartsWith(Encoding.Unicode.Preamble) && !head.StartsWith(Encoding.BigEndianUnicode.Preamble)
            && head[..Math.Min(64, head.Length)].IndexOfAnyInRange((byte)1, (byte)8) >= 0 && !head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF]))
        {
            return Make(input, "二进制文件（如图片）", "a binary file, such as a picture", Export);
        }

        var text = Encoding.UTF8.GetString(head[..Math.Min(4096, head.Length)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return text switch
        {
            ['<', ..] when text.Contains("<kml", StringComparison.Ordinal) => Make(input, " KML 文件", "a KML file", Export),
            ['<', ..] when text.Contains("<html", StringComparison.OrdinalIgnoreCase) => Make(input, "网页", "a web page", Export),
            ['<', ..] => Make(input, " XML 文件", "an XML file", Export),
            ['[', > '\u007F', ..] => Make(input, "界址点坐标交换文件", "a boundary-point file of land surveying", OneSite),
            _ when DrawingStart().IsMatch(text) => Make(input, " DXF 图形", "a DXF drawing", OneSite),
            _ when ProposalMember().Count(text) > 1 => Make(input, "一份申报材料（YAML）", "one proposal in YAML", ("用 `zoning check` 审查它", "assess it with `zoning check`")),
            _ => null,
        };
    }

    private static Problem Make(string input, string zh, string en, (string Zh, string En) help) =>
        Problem.Of(ProblemCode.NotAList, new(input), input, zh, en, help.Zh, help.En);

    [GeneratedRegex(@"^(999\s[^\n]*\n)?\s*0\s*\r?\n\s*SECTION", RegexOptions.None, 1000)]
    private static partial Regex DrawingStart();

    [GeneratedRegex(@"^(name|date|site|attributes|decisions):", RegexOptions.Multiline, 1000)]
    private static partial Regex ProposalMember();
}
