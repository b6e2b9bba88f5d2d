using ZoningRules.Geo.Reading;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Tests.Reading.Formats;

public sealed class TopoJsonFormatTests
{
    // The example of the format's specification, quantised and with a second object.
    private const string Quantised =
        """
        {"arcs":[[[4000,0],[1999,9999],[2000,-9999],[2000,9999]],[[0,0],[0,9999],[2000,0],[0,-9999],[-2000,0]]],
         "transform":{"scale":[0.0005000500050005,0.0001000100010001],"translate":[100,0]},
         "type":"Topology",
         "objects":{"example":{"type":"GeometryCollection","geometries":[
           {"type":"Point","properties":{"prop0":"value0"},"coordinates":[4000,5000]},
           {"type":"LineString","properties":{"prop0":"value0","prop1":0},"arcs":[0]},
           {"type":"Polygon","properties":{"prop0":"value0","prop1":{"this":"that"},"list":["a",1,true]},"arcs":[[1]]}]},
          "other":{"type":null}}}
        """;

    private static string Why(string text) => Fixture.Refused(Fixture.Text(text)).Arguments[1];

    [Fact]
    public void Read_Quantised_PlacesPositions()
    {
        var document = Fixture.Read(Fixture.Text(Quantised), "example");
        var line = document.Features[1].Parts[0].Rings[0];

        Assert.Equal([PartKind.Point, PartKind.Line, PartKind.Area], document.Features.Select(f => f.Parts[0].Kind));
        Assert.Equal([102, 103, 104, 105], line.First.Select(x => Math.Round(x, 3)));
        Assert.Equal([0, 1, 0, 1], line.Second.Select(y => Math.Round(y, 3)));
        Assert.Equal("value0", document.Features[2].Property("prop0"));
        Assert.Equal(["a", "1", "true"], document.Features[2].Properties["list"]);
        Assert.Equal("", Fixture.Crs(document));
        Assert.Empty(Fixture.Read(Fixture.Text(Quantised), "other").Features[0].Parts);
        Assert.Equal("example, other", Fixture.Refused(Fixture.Text(Quantised)).Arguments[1]);
    }

    [Fact]
    public void Read_SharedArcs_StitchedForwardsAndBackwards()
    {
        const string text =
            """
            {"type":"Topology","crs":{"type":"name","properties":{"name":"EPSG:4490"}},
             "arcs":[[[1,0],[1,1]],[[1,1],[0,1],[0,0],[1,0]],[[1,0],[2,0],[2,1],[1,1]]],
             "objects":{"units":{"type":"MultiPolygon","arcs":[[[0,1]],[[2,-1]]]}}}
            """;
        var document = Fixture.Read(Fixture.Text(text));

        Fixture.SameGeometry(Fixture.Read(Fixture.Text("MULTIPOLYGON (((1 0,1 1,0 1,0 0,1 0)),((1 1,1 0,2 0,2 1,1 1)))")), document);
        Assert.Equal("EPSG:4490", Fixture.Crs(document));
    }

    [Theory]
    [InlineData("""{"type":"Topology"}""", "arcs is missing")]
    [InlineData("""{"type":"Topology","arcs":[]}""", "objects is missing")]
    [InlineData("""{"type":"Topology","arcs":[[]],"objects":{"a":{}}}""", "two positions or more")]
    [InlineData("""{"type":"Topology","arcs":[[[0,0],[1e999,1]]],"objects":{"a":{}}}""", "finite")]
    [InlineData("""{"type":"Topology","arcs":[],"objects":{"a":{}}}""", "object with a type")]
    [InlineData("""{"type":"Topology","arcs":[],"objects":{"a":{"type":"Circle"}}}""", "unknown type")]
    [InlineData("""{"type":"Topology","arcs":[],"objects":{"a":{"type":"LineString","arcs":[0]}}}""", "out of range")]
    [InlineData("""{"type":"Topology","arcs":[],"objects":{"a":{"type":"LineString","arcs":[-2147483648]}}}""", "out of range")]
    [InlineData("""{"type":"Topology","arcs":[],"objects":{"a":{"type":"LineString","arcs":[0.5]}}}""", "whole")]
    [InlineData("""{"type":"Topology","arcs":[],"objects":{"a":{"type":"Polygon","arcs":[0]}}}""", "nested wrongly")]
    [InlineData("""{"type":"Topology","arcs":[],"arcs":[],"objects":{"a":{"type":null}}}""", "duplicate")]
    [InlineData("""{"type":"Topology","arcs":[],"transform":{"scale":[1],"translate":[0,0]},"objects":{"a":{"type":null}}}""", "two scales")]
    [InlineData("""{"type":"Topology","arcs":[],"objects":{"a":{"type":null}}""", "malformed")]
    public void Read_Damaged_Refused(string text, string why) => Assert.Contains(why, Why(text), StringComparison.Ordinal);

    [Fact]
    public void Read_NoObjects_Empty() =>
        Assert.Equal(ProblemCode.EmptyGeometry, Fixture.Refused(Fixture.Text("""{"type":"Topology","arcs":[],"objects":{}}""")).Code);

    // One long arc, named a hundred thousand times.
    [Fact]
    public void Read_SmallTextForManyPositions_Refused()
    {
        var arc = string.Join(',', Enumerable.Repeat("[0,0]", 10_000));
        var text = $$$$"""{"type":"Topology","arcs":[[{{{{arc}}}}]],"objects":{"a":{"type":"LineString","arcs":[{{{{string.Join(',', Enumerable.Repeat("0", 100_000))}}}}]}}}""";

        Assert.Equal(ProblemCode.TooManyPoints, Fixture.Refused(Fixture.Text(text)).Code);
    }
}
