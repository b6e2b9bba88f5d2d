using System.IO.Compression;
using System.Text;
using ZoningRules.Geo.Reading;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Tests.Reading.Formats.Kml;

public sealed class KmlFormatTests
{
    private const string Square = "117.2,29.27,0 117.21,29.27,0 117.21,29.28,0 117.2,29.27,0";

    private static string Kml(string content) => $"""<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://earth.google.com/kml/2.1">{content}</kml>""";

    private static string Polygon(string outer) => $"<Polygon><outerBoundaryIs><LinearRing><coordinates>{outer}</coordinates></LinearRing></outerBoundaryIs></Polygon>";

    private static FeatureDocument Read(string text, string? layer = null) => Fixture.Read(Fixture.Text(text, "site.kml"), layer);

    private static string Refused(string text) => Fixture.Refused(Fixture.Text(text, "site.kml")).Arguments[1];

    // Written without compression, the text of the KML stands in the archive as it is.
    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Optimal)]
    public void Read_Kmz_HoweverItIsPacked(CompressionLevel level)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, true))
        {
            using var entry = zip.CreateEntry("doc.kml", level).Open();
            entry.Write(Encoding.UTF8.GetBytes(Kml($"<Placemark>{Polygon(Square)}</Placemark><Placemark>{Polygon(Square)}</Placemark>")));
        }

        Assert.Equal(2, Fixture.Read(new("场址.kmz", stream.ToArray(), []), null).Features.Count);
    }

    [Fact]
    public void Read_NestedFolders_HaveEveryPlacemark()
    {
        var document = Read(Kml($"""
            <Document><name>场址</name><Style id="a"/><Folder><name>红线</name>
              <Placemark><name>地块一</name><description><![CDATA[<b>说明</b>]]></description>{Polygon(Square)}
                <ExtendedData><Data name="用途"><displayName>x</displayName><value>工业 &amp; 仓储</value></Data></ExtendedData></Placemark>
              <Folder><Placemark><MultiGeometry>{Polygon(Square)}<MultiGeometry>{Polygon(Square)}</MultiGeometry></MultiGeometry></Placemark></Folder></Folder>
            <Placemark><name>门口</name><Point><coordinates> 117.2,29.27 </coordinates></Point></Placemark>
            <GroundOverlay/><NetworkLink><Link><href>http://example.invalid/a.kml</href></Link></NetworkLink></Document>
            """));

        Assert.Equal([1, 2, 1], document.Features.Select(f => f.Parts.Count));
        Assert.Equal("工业 & 仓储", document.Features[0].Property("用途"));
        Assert.Equal("地块一", document.Features[0].Property("name"));
        Assert.True(document.HasHeight);
        Assert.Equal("EPSG:4326", Fixture.Crs(document));
        Assert.Contains("1 GroundOverlay not read", Fixture.Steps(document));
        Assert.Contains("1 NetworkLink `http://example.invalid/a.kml` not read", Fixture.Steps(document));
    }

    [Theory]
    [InlineData("红线", 2)]
    [InlineData("地块一", 1)]
    [InlineData(null, 3)]
    public void Read_Layer_IsAFolderOrAPlacemark(string? layer, int count)
    {
        var text = Kml($"""
            <Document><Folder><name>红线</name><Placemark><name>地块一</name>{Polygon(Square)}</Placemark><Folder><Placemark>{Polygon(Square)}</Placemark></Folder></Folder>
            <Placemark><name>门口</name>{Polygon(Square)}</Placemark></Document>
            """);

        Assert.Equal(count, Read(text, layer).Features.Count);
        Assert.Equal(ProblemCode.UnknownLayer, Fixture.Refused(Fixture.Text(text), "没有").Code);
    }

    [Theory]
    [InlineData("<Placemark><Point><coordinates>117.2</coordinates></Point></Placemark>", "`117.2` must be")]
    [InlineData("<Placemark><Point><coordinates>117.2, 29.27</coordinates></Point></Placemark>", "without spaces beside the commas")]
    [InlineData("<Placemark><Point><coordinates>117.2,29.27,1,2</coordinates></Point></Placemark>", "must be")]
    [InlineData("<Placemark><Point><coordinates>117.2,NaN</coordinates></Point></Placemark>", "must be")]
    [InlineData("<Placemark><Point><coordinates>117.2,1e999</coordinates></Point></Placemark>", "must be")]
    [InlineData("<Placemark><Polygon></Polygon></Placemark>", "has 0 outer rings")]
    [InlineData("<Placemark><Point>", "malformed XML at line 1")]
    [InlineData("<Placemark>&secret;</Placemark>", "malformed XML")]
    public void Read_WrongContent_IsNamed(string content, string message) => Assert.Contains(message, Refused(Kml(content)), StringComparison.Ordinal);

    [Fact]
    public void Read_DocumentType_IsRefused()
    {
        var entities = string.Concat(Enumerable.Range(1, 20).Select(i => $"<!ENTITY e{i} \"&e{i - 1};&e{i - 1};&e{i - 1};&e{i - 1};\">"));

        Assert.Contains("DTDs", Refused($"<!DOCTYPE kml [<!ENTITY e0 \"x\">{entities}]><kml>&e20;</kml>"), StringComparison.Ordinal);
        Assert.Contains("DTDs", Refused("<!DOCTYPE kml SYSTEM \"file:///etc/passwd\"><kml/>"), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DeepNesting_IsRefused()
    {
        var deep = string.Concat(Enumerable.Repeat("<Folder>", 100_000)) + string.Concat(Enumerable.Repeat("</Folder>", 100_000));

        Assert.Equal("it is nested too deeply", Refused(Kml(deep)));
        Assert.Empty(Read(Kml(deep.Replace("Folder", "other", StringComparison.Ordinal))).Features);
    }

    [Fact]
    public void Read_Utf16AndGbk_AreKnown()
    {
        var text = Kml($"<Placemark><name>地块</name>{Polygon(Square)}</Placemark>").Replace("UTF-8", "GBK", StringComparison.Ordinal);
        byte[][] files = [CodePagesEncodingProvider.Instance.GetEncoding(936)!.GetBytes(text), [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)]];

        Assert.All(files, bytes => Assert.Equal("地块", Fixture.Read(Fixture.Named("a.kml", bytes)).Features[0].Property("name")));
    }

    [Fact]
    public void Read_KmzWithoutMain_NeedsASingleText()
    {
        var text = Kml($"<Placemark>{Polygon(Square)}</Placemark>");

        Assert.Single(Fixture.Read(Fixture.Named("a.kmz", Workbook.Zip([("a.KML", text), ("files/icon.png", "x")]))).Features);
        Assert.Contains("holds 2 KML", Fixture.Refused(Fixture.Named("a.kmz", Workbook.Zip([("a.kml", text), ("b.kml", text)]))).Arguments[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Read_KmzThatLinksInACircle_Ends()
    {
        static string Linked(string to) => Kml($"<Document><NetworkLink><Url><href>{to}</href></Url></NetworkLink><Placemark>{Polygon(Square)}</Placemark></Document>");
        var document = Fixture.Read(Fixture.Named("a.kmz", Workbook.Zip([("doc.kml", Linked("a/b.kml")), ("a/b.kml", Linked("./c.kml")), ("a/c.kml", Linked("doc.kml"))])));

        Assert.Equal(3, document.Features.Count);
    }

    [Fact]
    public void Read_EmptyKml_IsEmpty() => Assert.Empty(Read(Kml("")).Features);
}
