using System.Globalization;
using System.Text;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Reading;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Tests.Reading.Formats.Binary;

public sealed class WkbFormatTests
{
    private static FeatureDocument Hex(string hex) => Fixture.Read(Fixture.Text(hex));

    private static string Why(params byte[] bytes) => Fixture.Refused(Fixture.Named("a.wkb", bytes)).Arguments[1];

    [Theory]
    [InlineData("0101000000000000000000F03F0000000000000040", "POINT (1 2)", "")]
    [InlineData("00000000013FF00000000000004000000000000000", "POINT (1 2)", "")]
    [InlineData("01010000208A110000000000000000F03F0000000000000040", "POINT (1 2)", "EPSG:4490")]
    [InlineData("0020000001000011C43FF00000000000004000000000000000", "POINT (1 2)", "EPSG:4548")]
    [InlineData("010100002000000000000000000000F03F0000000000000040", "POINT (1 2)", "")]
    [InlineData("01E9030000000000000000F03F00000000000000400000000000000840", "POINT (1 2)", "")]
    [InlineData("01D1070000000000000000F03F00000000000000400000000000000840", "POINT (1 2)", "")]
    [InlineData("01B90B0000000000000000F03F000000000000004000000000000008400000000000001040", "POINT (1 2)", "")]
    [InlineData("01010000C0000000000000F03F000000000000004000000000000008400000000000001040", "POINT (1 2)", "")]
    [InlineData("010200000002000000000000000000F03F000000000000004000000000000008400000000000001040", "LINESTRING (1 2, 3 4)", "")]
    [InlineData("\\x0101000000000000000000f03f0000000000000040\r\n", "POINT (1 2)", "")]
    public void Read_EitherOrderAndEitherMark_Same(string hex, string wkt, string crs)
    {
        var document = Hex(hex);

        Fixture.SameGeometry(Fixture.Read(Fixture.Text(wkt)), document);
        Assert.Equal(crs, Fixture.Crs(document));
        Assert.Equal(hex.Length > 50 && !wkt.StartsWith('L') && crs.Length == 0, document.HasHeight);
    }

    [Fact]
    public void Read_Bytes_SameAsHexadecimal()
    {
        foreach (var line in File.ReadLines(Path.Combine(Fixture.Folder, "areas-belt.ewkb.txt")))
        {
            Fixture.SameGeometry(Hex(line), Fixture.Read(Fixture.Named("a.bin", Convert.FromHexString(line))));
        }
    }

    [Fact]
    public void Read_Collections_InOrder()
    {
        var point = "0101000000000000000000F03F0000000000000040";
        var collection = "010700000002000000" + point + "010400000001000000" + point;

        Assert.Equal(2, Hex(collection).Features[0].Parts.Count);
        Assert.Equal(3, Hex(collection + "\n" + point).Features.Sum(f => f.Parts.Count));
        Assert.Empty(Hex("0101000000000000000000F87F000000000000F87F").Features[0].Parts);
        Assert.Empty(Hex("010700000000000000").Features[0].Parts);
        Assert.Empty(Hex("010300000000000000").Features[0].Parts);
    }

    [Theory]
    [InlineData("0101000000000000000000F03F00000000000000", "cut off")]
    [InlineData("0101000000000000000000F03F000000000000004", "whole hexadecimal")]
    [InlineData("0101000000000000000000F03F0000000000000040FF", "1 bytes follow")]
    [InlineData("0101000000000000000000F87F0000000000000040", "no finite number")]
    [InlineData("0101000000000000000000F07F0000000000000040", "no finite number")]
    [InlineData("0102000000FFFFFFFF000000000000F03F0000000000000040", "cut off")]
    [InlineData("0103000000FFFFFF7F000000000000F03F0000000000000040", "cut off")]
    [InlineData("0107000000FFFFFF7F000000000000F03F0000000000000040", "cut off")]
    [InlineData("01060000000100000001010000000000000000000000", "out of place")]
    [InlineData("01070000000100000002010000000000000000000000", "byte order mark")]
    [InlineData("010300000001000000000000000000", "empty ring")]
    [InlineData("0108000000030000000000000000000000000000000000", "curves")]
    [InlineData("010F000000000000000000", "curves")]
    public void Read_Damaged_Refused(string hex, string why) =>
        Assert.Contains(why, Fixture.Refused(Fixture.Text(hex)).Arguments[1], StringComparison.Ordinal);

    [Fact]
    public void Read_TwoSrids_Refused()
    {
        var inner = "01010000208A110000000000000000F03F0000000000000040";

        Assert.Contains("two SRIDs", Fixture.Refused(Fixture.Text("0107000020C411000001000000" + inner)).Arguments[1], StringComparison.Ordinal);
        Assert.Contains("4490, 4548", Fixture.Refused(Fixture.Text(inner + " 0020000001000011C43FF00000000000004000000000000000")).Arguments[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DeepNesting_Refused()
    {
        var nested = new Bytes();
        for (var i = 0; i < 10_000; i++)
        {
            nested.Byte(1).Little(7).Little(1);
        }

        Assert.Contains("too deeply", Why(nested.Byte(1).Little(7).Little(0).ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TooManyPositions_RefusedBeforeTheyAreMade()
    {
        var count = PositionLimit.OfSite + 1;
        var bytes = new Bytes().Byte(1).Little(2).Little(count).Doubles(new double[2 * count]).ToArray();
        var site = TestLayers.Site(ZoningRules.Proposals.SiteFormat.File, "a.wkb") with { Files = [new("a.wkb", [.. bytes])] };

        Assert.Equal([ProblemCode.TooManyPoints], SiteReader.Read(site).Problems.Select(p => p.Code));
    }

    // Digits in pairs are positions too when they are not WKB.
    [Fact]
    public void Read_PlainNumbers_AreNoWkb() =>
        Assert.Equal(PartKind.Area, Fixture.Read(Fixture.Text("01 02\n010203040506070809 1\n3 4", "a")).Features[0].Parts[0].Kind);

    [Fact]
    public void Read_ManyRandomGeometries_RoundTripThroughNetTopologySuite() => Properties.Hold(300, random =>
    {
        var order = random.Next(2) == 0 ? NetTopologySuite.IO.ByteOrder.BigEndian : NetTopologySuite.IO.ByteOrder.LittleEndian;
        var part = new RawPart(PartKind.Line, [new([.. Numbers(random, 5)], [.. Numbers(random, 5)])]);
        var geometry = PartGeometry.Make(part, AxisOrder.EastFirst, (x, y) => (x, y));
        var bytes = new NetTopologySuite.IO.WKBWriter(order).Write(geometry);
        var hex = new StringBuilder(Convert.ToHexString(bytes));
        var text = random.Next(2) == 0 ? hex.ToString() : hex.ToString().ToLower(CultureInfo.InvariantCulture);
        return Fixture.Geometry(Hex(text).Features[0]).EqualsExact(Fixture.Geometry(new([part], Hex(text).Features[0].Properties)), 0);
    });

    private static IEnumerable<double> Numbers(Random random, int count) => Enumerable.Range(0, count).Select(_ => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-5, 9)));
}
