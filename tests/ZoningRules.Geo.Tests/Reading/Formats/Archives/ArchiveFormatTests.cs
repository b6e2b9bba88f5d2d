using System.IO.Compression;
using System.Text;
using ZoningRules.Geo.Reading.Formats;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Tests.Reading.Formats.Archives;

public sealed class ArchiveFormatTests
{
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    private static (string, byte[]) Part(string name, string of) => (name, File.ReadAllBytes(Path.Combine(Fixture.Folder, of)));

    private static (string, byte[])[] Parts(string stem) =>
        [.. ((string[])["shp", "shx", "dbf", "prj", "cpg"]).Select(e => Part($"{stem}.{e}", $"areas-belt-gbk.{e}"))];

    private static FeatureFile Zip(Encoding? names, params (string, byte[])[] files) => Fixture.Named("upload.zip", Bytes.Zip(names, files));

    [Theory]
    [InlineData("areas")]
    [InlineData("报批/场址 红线")]
    [InlineData("a/b/c/d")]
    public void Read_ZippedShapefile_IsTheGeoJson(string stem)
    {
        foreach (var names in (Encoding?[])[null, Encoding.UTF8, Gbk])
        {
            var found = Fixture.Read(Zip(names, [("readme.txt", "x"u8.ToArray()), .. Parts(stem)]));

            Fixture.SameGeometry(Fixture.GeoJson("areas-belt.geojson"), found);
            Fixture.SameProperties(Fixture.GeoJson("areas-belt.geojson"), found);
            Assert.Equal("EPSG:4548", Fixture.Crs(found));
        }
    }

    [Fact]
    public void Read_SeveralShapefiles_LayerDecides()
    {
        var zip = Zip(Gbk, [.. Parts("地块"), .. Parts("厂房"), Part("厂房2.shp", "points.shp")]);
        var error = Fixture.Refused(zip);

        Assert.Equal(ProblemCode.SeveralLayers, error.Code);
        Assert.Equal("地块, 厂房, 厂房2", error.Arguments[1]);
        Assert.Equal(3, Fixture.Read(zip, "厂房").Features.Count);
        Assert.Equal(2, Fixture.Read(zip, "厂房2").Features.Count);
        Assert.Equal(["a/x, b/x"], Fixture.Refused(Zip(null, [.. Parts("a/x"), .. Parts("b/x")])).Arguments.Skip(1));
        Assert.Equal(3, Fixture.Read(Zip(null, [.. Parts("a/x"), .. Parts("b/x")]), "b/x").Features.Count);
    }

    [Fact]
    public void Read_ShapefileAmongOthers_NamesWhatWasNotRead()
    {
        var steps = Fixture.Steps(Fixture.Read(Zip(null, [.. Parts("a"), Part("b.geojson", "areas.geojson"), ("readme.pdf", [1])])));

        Assert.Contains("not read in the archive: b.geojson", steps);
    }

    [Fact]
    public void Read_OtherFormatsInside_AreRead()
    {
        Assert.Equal(3, Fixture.Read(Zip(null, Part("x/areas.geojson", "areas.geojson"))).Features.Count);
        Assert.Equal(2, Fixture.Read(Zip(null, Part("layers.gpkg", "layers.gpkg")), "lines").Features.Count);
        Assert.Equal(2, Fixture.Read(Zip(null, Part("a.geojson", "areas.geojson"), Part("l.geojson", "lines.geojson")), "l.geojson").Features.Count);
        Assert.Equal(ProblemCode.SeveralLayers, Fixture.Refused(Zip(null, Part("a.geojson", "areas.geojson"), Part("l.geojson", "lines.geojson"))).Code);
    }

    [Fact]
    public void Read_NothingUsableInside_NamesWhatThereIs()
    {
        Assert.Contains("plan.pdf", Fixture.Refused(Zip(null, ("plan.pdf", [1, 2, 3]))).Arguments[1], StringComparison.Ordinal);
        Assert.Contains("an archive itself", Fixture.Refused(Zip(null, ("a.geojson", Bytes.Zip(null, Parts("a"))))).Arguments[1], StringComparison.Ordinal);
        Assert.Contains("no shapefile", Fixture.Refused(Zip(null, ("a.shp", "hello"u8.ToArray()))).Arguments[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Encrypted_SaysSo()
    {
        var zip = Bytes.Zip(null, Parts("a"));

        // The flag of encryption, in the local header and in the list at the end.
        for (var at = 0; at + 10 < zip.Length; at++)
        {
            if (zip[at] == 'P' && zip[at + 1] == 'K' && (zip[at + 2], zip[at + 3]) is (1, 2) or (3, 4))
            {
                zip[at + (zip[at + 2] == 1 ? 8 : 6)] |= 1;
            }
        }

        Assert.Contains("encrypted", Fixture.Refused(Fixture.Named("a.zip", zip)).Arguments[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Bomb_RefusedBeforeItIsUnpacked()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, true))
        {
            using var entry = archive.CreateEntry("a.shp", CompressionLevel.Fastest).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 600; i++)
            {
                entry.Write(zeros);
            }
        }

        var bomb = stream.ToArray();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("too large", Fixture.Refused(Fixture.Named("a.zip", bomb)).Arguments[1], StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    // The archive says a file unpacks to fewer bytes than it does, or to more.
    [Theory]
    [InlineData(10)]
    [InlineData(5_000)]
    [InlineData(int.MaxValue)]
    public void Read_LyingLength_Refused(int stated)
    {
        var zip = Bytes.Zip(null, Parts("a")[0]);
        var list = zip.AsSpan().IndexOf("PK\u0001\u0002"u8);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(list + 24), stated);

        Assert.Equal(ProblemCode.BadGeometry, Fixture.Refused(Fixture.Named("a.zip", zip)).Code);
    }

    [Fact]
    public void Read_ThousandsOfEntries_Refused()
    {
        var zip = Bytes.Zip(null, [.. Enumerable.Range(0, 2_001).Select(i => ($"{i}.shp", Array.Empty<byte>()))]);

        Assert.Contains("more than 2000", Fixture.Refused(Fixture.Named("a.zip", zip)).Arguments[1], StringComparison.Ordinal);
    }
}
