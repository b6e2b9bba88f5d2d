using System.Buffers.Binary;
using ZoningRules.Geo.Reading;
using ZoningRules.Geo.Reading.Formats;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Tests.Reading.Formats;

/// <summary>
/// Damaged and hostile files give a document or a refusal with words in both languages: never another exception, and never more memory than a multiple of the
/// file.
/// </summary>
public sealed class BinaryFormatFuzzTests
{
    private const long SpareBytes = 4 << 20;

    // A byte of a file may become a property's text, an object around it, and arrays that grow by doubling.
    private const long BytesPerByte = 200;

    private static readonly (FeatureFile File, string? Layer)[] Seeds =
    [
        (Fixture.File("areas-utf8.shp"), null),
        (Fixture.File("areas-belt-gbk.shp"), null),
        (Fixture.File("lines-z.shp"), null),
        (Fixture.File("points.shp"), null),
        (Fixture.File("areas-belt.ewkb.txt"), null),
        (Fixture.Named("a.wkb", Convert.FromHexString(File.ReadLines(Path.Combine(Fixture.Folder, "areas-belt.ewkb.txt")).First())), null),
        (Fixture.File("areas-belt.dxf"), null),
        (Fixture.Named("a.zip", Bytes.Zip(null, [.. ((string[])["shp", "dbf", "prj", "cpg"]).Select(e => ($"a.{e}", File.ReadAllBytes(Path.Combine(Fixture.Folder, $"areas-belt-gbk.{e}"))))])), null),
        (Fixture.Text("""{"type":"Topology","crs":{"type":"name","properties":{"name":"EPSG:4490"}},"transform":{"scale":[0.1,0.1],"translate":[117,29]},"arcs":[[[1,0],[0,1]],[[1,1],[-1,0],[0,-1],[1,0]],[[1,1],[1,0],[0,-1],[-1,0]]],"objects":{"units":{"type":"GeometryCollection","geometries":[{"type":"Polygon","properties":{"a":[1,"b"]},"arcs":[[0,1]]},{"type":"MultiPolygon","arcs":[[[-1,2]]]}]}}}"""), null),
    ];

    private static readonly FeatureFile GeoPackage = Fixture.File("layers.gpkg");

    // Numbers that lie about how much follows, in either byte order.
    private static readonly int[] HostileNumbers = [0, 1, -1, int.MaxValue, int.MinValue, 0x7FFF, 0xFFFF, 0x10000, 100_000_000];

    /// <summary>Reads, and says what is wrong with how it was refused; null when all is well.</summary>
    private static string? Fault(FeatureFile file, string? layer)
    {
        var size = file.Bytes.Length + file.Others.Sum(o => o.Bytes.Length);
        var before = GC.GetAllocatedBytesForCurrentThread();
        string? fault = null;
        try
        {
            Assert.NotNull(Fixture.Read(file, layer));
        }
        catch (GeometryTextException refused)
        {
            var problem = Problem.Of(refused.Code, null, [.. refused.Arguments]);
            fault = Wording.Message(problem, Language.Zh).Length > 0 && Wording.Message(problem, Language.En).Length > 0 ? null : "no words";
        }

        var used = GC.GetAllocatedBytesForCurrentThread() - before;
        return used > SpareBytes + (size * BytesPerByte) ? $"{used} bytes for a file of {size}" : fault;
    }

    private static void Holds(FeatureFile file, string? layer) => Assert.Null(Fault(file, layer));

    private static byte[] Mutated(byte[] bytes, Random random)
    {
        for (var i = 1 + random.Next(4); i > 0 && bytes.Length > 0; i--)
        {
            var at = random.Next(4) == 0 ? random.Next(Math.Min(160, bytes.Length)) : random.Next(bytes.Length);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2 when at + 4 <= bytes.Length:
                    BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), HostileNumbers[random.Next(HostileNumbers.Length)]);
                    break;
                case 3 when at + 4 <= bytes.Length:
                    BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(at), HostileNumbers[random.Next(HostileNumbers.Length)]);
                    break;
                case 4:
                    bytes = [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + random.Next(1, 40))..]];
                    break;
                default:
                    bytes = [.. bytes[..at], .. bytes[random.Next(at + 1)..at], .. bytes[at..]];
                    break;
            }
        }

        return bytes;
    }

    // A file or one of those beside it.
    private static FeatureFile Mutated(FeatureFile file, Random random)
    {
        var index = random.Next(file.Others.Length + 1);
        return index == 0
            ? file with { Bytes = Mutated(file.Bytes.ToArray(), random) }
            : file with { Others = file.Others.SetItem(index - 1, file.Others[index - 1] with { Bytes = Mutated(file.Others[index - 1].Bytes.ToArray(), random) }) };
    }

    [Fact]
    public void Read_CutOffAnywhere_DocumentOrRefusal()
    {
        foreach (var (file, layer) in Seeds)
        {
            var step = Math.Max(1, file.Bytes.Length / 3_000);
            for (var length = 0; length < file.Bytes.Length; length += step)
            {
                Holds(file with { Bytes = file.Bytes[..length] }, layer);
            }

            for (var other = 0; other < file.Others.Length; other++)
            {
                for (var length = 0; length < file.Others[other].Bytes.Length; length++)
                {
                    Holds(file with { Others = file.Others.SetItem(other, file.Others[other] with { Bytes = file.Others[other].Bytes[..length] }) }, layer);
                }
            }
        }
    }

    [Fact]
    public void Read_CutOffShapefile_AlwaysRefused()
    {
        var file = Fixture.File("areas-utf8.shp");
        for (var length = 100; length < file.Bytes.Length; length++)
        {
            Fixture.Refused(file with { Bytes = file.Bytes[..length] });
        }
    }

    [Fact]
    public void Read_CutOffDrawingOrWkb_NeverFewerPositions()
    {
        foreach (var name in (string[])["areas-belt.dxf", "areas-belt.ewkb.txt"])
        {
            var file = Fixture.File(name);
            var whole = Fixture.Read(file).Features.Count;
            for (var length = 30; length < file.Bytes.Length; length += 7)
            {
                try
                {
                    // WKB of several lines may be cut between two; nothing marks its end.
                    var found = Fixture.Read(file with { Bytes = file.Bytes[..length] }).Features.Count;
                    Assert.True(found == whole || name.EndsWith(".txt", StringComparison.Ordinal));
                }
                catch (GeometryTextException)
                {
                }
            }
        }
    }

    [Fact]
    public void Read_ChangedAnyhow_DocumentOrRefusal() => Properties.Hold(12_000, random =>
    {
        var (file, layer) = Seeds[random.Next(Seeds.Length)];
        var changed = Mutated(file, random);
        var fault = Fault(changed, layer);
        return fault is null ? true : throw new InvalidOperationException($"{file.Name}: {fault}");
    });

    [Fact]
    public void Read_ChangedDatabase_DocumentOrRefusal() => Properties.Hold(1_200, random =>
    {
        var bytes = GeoPackage.Bytes.ToArray();
        if (random.Next(5) == 0)
        {
            bytes = bytes[..random.Next(bytes.Length)];
        }

        // Most of a database is empty; what is written is near the head of a page and at its end.
        for (var i = random.Next(8); i > 0 && bytes.Length > 0; i--)
        {
            var page = random.Next(bytes.Length) / 4096 * 4096;
            var at = Math.Min(bytes.Length - 1, page + (random.Next(2) == 0 ? random.Next(200) : 4096 - 1 - random.Next(1200)));
            bytes[at] = random.Next(2) == 0 ? (byte)random.Next(256) : (byte)(bytes[at] ^ (1 << random.Next(8)));
        }

        var layer = ((string[])["areas", "areas-belt", "lines", "points"])[random.Next(4)];
        return Fault(GeoPackage with { Bytes = bytes }, layer) is null;
    });

    [Fact]
    public void Read_WholeSiteFromChangedFile_SiteOrProblems() => Properties.Hold(300, random =>
    {
        var (file, layer) = Seeds[random.Next(Seeds.Length)];
        var changed = Mutated(file, random);
        var site = TestLayers.Site(ZoningRules.Proposals.SiteFormat.File, file.Name, random.Next(2) == 0 ? null : "EPSG:4548") with
        {
            Files = [.. changed.Others.Prepend(changed).Select(f => new ZoningRules.Proposals.SiteFile(f.Name, [.. f.Bytes.Span]))],
            Layer = layer,
        };
        var located = TestLayers.Locator.Locate(site);
        return located.Succeeded || located.Problems.All(p => Wording.Full(p, Language.Zh).Length > 0);
    });
}
