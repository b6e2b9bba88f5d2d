using System.Diagnostics;
using System.Text;
using ZoningRules.Geo.Reading;
using ZoningRules.Geo.Reading.Formats;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Tests.Reading.Formats;

/// <summary>
/// Damaged and hostile texts and tables give a document or a refusal with words in both languages: never another exception, never more memory than a multiple
/// of the file, and never fewer corners in silence.
/// </summary>
public sealed class TextFormatFuzzTests
{
    private const long SpareBytes = 24 << 20;
    private const long BytesPerByte = 400;
    private const int Megabyte = 1 << 20;

    private const string BoundaryPoints = """
        [属性描述]
        数据产生单位=某某测绘院
        坐标系=2000国家大地坐标系
        几度分带=3
        投影类型=高斯克吕格
        计量单位=米
        带号=39
        [地块坐标]
        5,1.0000,1,地块一,面,H50G012034,工业用地,0601,@
        J1,1,3239212.169,39519436.943
        J2,1,3239212.169,39519536.943
        J3,1,3239312.169,39519536.943
        J4,1,3239312.169,39519436.943
        J1,1,3239212.169,39519436.943
        4,0.0032,2,地块二,面,,,,@
        J1,1,3239512.169,39519436.943
        J2,1,3239512.169,39519444.943
        J3,1,3239520.169,39519444.943
        J1,1,3239512.169,39519436.943
        """;

    private const string Pasted = """
        拐点坐标如下：
        序号	纬度	经度	备注
        J1	29°16′12.5″	117°12′00.3″	西北角
        J2	29°16′12.5″	117°12′30.3″
        J3	29°15′42.5″	117°12′30.3″
        J4	29°15′42.5″	117°12′00.3″
        J1	29°16′12.5″	117°12′00.3″
        """;

    private static readonly FeatureFile[] Seeds =
    [
        Fixture.File("areas.kml"),
        Fixture.File("areas-libkml.kml"),
        Fixture.File("areas.kmz"),
        Fixture.File("areas.csv"),
        Fixture.File("corners-belt.csv"),
        Fixture.File("corners-belt.xlsx"),
        Fixture.Text(BoundaryPoints),
        Fixture.Named("gbk.txt", CodePagesEncodingProvider.Instance.GetEncoding(936)!.GetBytes(BoundaryPoints)),
        Fixture.Text(Pasted),
        Fixture.Text("N29°16′12.5″ E117°12′00.3″\nN29°16′12.5″ E117°12′30.3″\nN29°15′42.5″ E117°12′30.3″"),
    ];

    private static string? Fault(FeatureFile file)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        string? fault = null;
        try
        {
            Assert.NotNull(Fixture.Read(file));
        }
        catch (GeometryTextException refused)
        {
            var problem = Problem.Of(refused.Code, null, [.. refused.Arguments]);
            var (zh, en) = (Wording.Full(problem, Language.Zh), Wording.Full(problem, Language.En));
            fault = zh.Length is > 0 and < 3_000 && en.Length is > 0 and < 3_000 ? null : $"words of {zh.Length} and {en.Length} characters";
        }

        var used = GC.GetAllocatedBytesForCurrentThread() - before;
        return used > SpareBytes + (file.Bytes.Length * BytesPerByte) ? $"{used} bytes for a file of {file.Bytes.Length}" : fault;
    }

    [Fact]
    public void Read_CutOffAnywhere_DocumentOrRefusal()
    {
        foreach (var file in Seeds)
        {
            for (var length = 0; length < file.Bytes.Length; length += Math.Max(1, file.Bytes.Length / 1_500))
            {
                Assert.Null(Fault(file with { Bytes = file.Bytes[..length] }));
            }
        }
    }

    [Fact]
    public void Read_ChangedAnyhow_DocumentOrRefusal() => Properties.Hold(8_000, random =>
    {
        var file = Seeds[random.Next(Seeds.Length)];
        var bytes = file.Bytes.ToArray();
        string[] spice = ["°", "′", "″", "\"", "'", ",", "，", "\t", "\n", "\n\n", "E", "N", "-", "1e999", "NaN", "99999999999999999999", "@", "[", "]", "=", "<", ">", "&", "|", "X=", "北纬", "度", "\0", "\uFEFF", "地块", "圈"];
        for (var i = 1 + random.Next(4); i > 0 && bytes.Length > 0; i--)
        {
            var at = random.Next(bytes.Length);
            bytes = random.Next(5) switch
            {
                0 => [.. bytes[..at], (byte)random.Next(256), .. bytes[Math.Min(bytes.Length, at + 1)..]],
                1 => [.. bytes[..at], .. Encoding.UTF8.GetBytes(spice[random.Next(spice.Length)]), .. bytes[at..]],
                2 => [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + random.Next(1, 40))..]],
                3 => [.. bytes[..at], .. bytes[random.Next(at + 1)..at], .. bytes[at..]],
                _ => [.. bytes[..at], (byte)(bytes[at] ^ (1 << random.Next(8))), .. bytes[(at + 1)..]],
            };
        }

        return Fault(file with { Bytes = bytes }) is { } fault ? throw new InvalidOperationException($"{file.Name}: {fault}") : true;
    });

    [Fact]
    public void Read_AnyCharacters_DocumentOrRefusal() => Properties.Hold(3_000, random =>
    {
        const string alphabet = "0123456789.,-+°′″'\"度分秒ENXY=:;|\t \n经纬东北J@[]()地块圈环序号点，；。１２E";
        var text = new string([.. Enumerable.Range(0, random.Next(200)).Select(_ => alphabet[random.Next(alphabet.Length)])]);
        return Fault(Fixture.Text(text)) is { } fault ? throw new InvalidOperationException(fault) : true;
    });

    private static byte[] Hostile(string name)
    {
        return name switch
        {
            "digits" => Text(Many("9", 4 * Megabyte)),
            "one line of numbers" => Text(Many("1 ", 4 * Megabyte)),
            "one line of degrees" => Text(Many("1°", 4 * Megabyte)),
            "directions" => Text(Many("东1E", 4 * Megabyte)),
            "spaces after directions" => Text(Many("北" + new string(' ', 50_000), 2 * Megabyte)),
            "empty lines" => Text(Many("\n", 8 * Megabyte)),
            "short lines" => Text(Many("a\n", 4 * Megabyte)),
            "headings" => Text(Many("经度 纬度\n", 4 * Megabyte)),
            "broken rows" => Text("J1 117.2 29.2\n" + Many("J2 117.2 x\n", 4 * Megabyte)),
            "commas" => Text("点号,经度,纬度\n" + Many(",", 8 * Megabyte)),
            "giant cell" => Text("点号,经度,纬度\nJ1,\"" + Many("1", 4 * Megabyte) + "\",29.2\n"),
            "giant heading" => Text(Many("经度,", 2 * Megabyte) + "纬度\n"),
            "open quotation" => Text("点号,经度,纬度,\"" + Many("x\n", 4 * Megabyte)),
            "boundary header" => Text("[属性描述]\n" + Many("a=b\n", 4 * Megabyte)),
            "boundary parcels" => Text("[地块坐标]\n" + Many("@\n", 2 * Megabyte)),
            "boundary line" => Text("[地块坐标]\n5,1,1,a,面,,,,@\n" + Many("J1,", 4 * Megabyte)),
            "deep kml" => Text("<kml>" + Many("<Folder>", 4 * Megabyte)),
            "wide kml" => Text("<kml " + Many("a", 4 * Megabyte)),
            "kml coordinates" => Text("<kml><Placemark><LineString><coordinates>" + Many("1,2 ", 4 * Megabyte) + "</coordinates></LineString></Placemark></kml>"),
            "kmz bomb" => Workbook.Zip([("doc.kml", "<kml>" + Many(" ", 160 * Megabyte))]),
            "xlsx bomb" => Workbook.Zip([("[Content_Types].xml", ""), ("xl/workbook.xml", ""), ("xl/sharedStrings.xml", Many(" ", 100 * Megabyte))]),
            "xlsx with a far cell" => Far(),
            _ => throw new UnreachableException(),
        };

        static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

        static string Many(string text, int bytes) => new StringBuilder().Insert(0, text, bytes / Encoding.UTF8.GetByteCount(text)).ToString();

        // One row at the very end of the largest sheet there may be.
        static byte[] Far()
        {
            var sheet = """<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>""";
            var whole = Workbook.Of(("a", [[1d]]));
            using var stream = new MemoryStream();
            stream.Write(whole);
            using (var zip = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Update, true))
            {
                zip.GetEntry("xl/worksheets/sheet0.xml")!.Delete();
                using var entry = zip.CreateEntry("xl/worksheets/sheet0.xml").Open();
                entry.Write(Text(sheet));
            }

            return stream.ToArray();
        }
    }

    [Theory]
    [InlineData("digits")]
    [InlineData("one line of numbers")]
    [InlineData("one line of degrees")]
    [InlineData("directions")]
    [InlineData("spaces after directions")]
    [InlineData("empty lines")]
    [InlineData("short lines")]
    [InlineData("headings")]
    [InlineData("broken rows")]
    [InlineData("commas")]
    [InlineData("giant cell")]
    [InlineData("giant heading")]
    [InlineData("open quotation")]
    [InlineData("boundary header")]
    [InlineData("boundary parcels")]
    [InlineData("boundary line")]
    [InlineData("deep kml")]
    [InlineData("wide kml")]
    [InlineData("kml coordinates")]
    [InlineData("kmz bomb")]
    [InlineData("xlsx bomb")]
    [InlineData("xlsx with a far cell")]
    public void Read_HostileFile_RefusedSoonAndSmall(string name)
    {
        var bytes = Hostile(name);
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            Fixture.Read(Fixture.Named("hostile", bytes));
        }
        catch (GeometryTextException)
        {
        }

        var used = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(used < 400L * Megabyte, $"{name}: {used / Megabyte} MB");
    }

    [Fact]
    public void Read_CutOffBoundary_NeverFewerCornersOfAParcel()
    {
        // The stated number of points tells; what is cut between parcels cannot be seen.
        var bytes = Encoding.UTF8.GetBytes(BoundaryPoints);
        for (var length = 300; length < bytes.Length; length++)
        {
            try
            {
                Assert.All(Fixture.Read(Fixture.Named("a.txt", bytes[..length])).Features, f => Assert.Contains(f.Parts.Sum(p => p.Rings.Sum(r => r.Count)), (int[])[4, 5]));
            }
            catch (GeometryTextException)
            {
            }
        }
    }
}
