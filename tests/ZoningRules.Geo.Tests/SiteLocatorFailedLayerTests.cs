using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Tests;

public sealed class SiteLocatorFailedLayerTests : IDisposable
{
    private SmallWorld World { get; } = new();

    public void Dispose() => World.Dispose();

    [Theory]
    [InlineData("missing.geojson", null, "不存在")]
    [InlineData("broken.geojson", "{\"type\":\"FeatureCollection\",\"features\":[", "JSON")]
    [InlineData("circle.geojson", "{\"type\":\"Circle\"}", "Circle")]
    [InlineData("null.geojson", "{\"type\":\"Feature\",\"properties\":{},\"geometry\":null}", "第 1 个要素")]
    [InlineData("degrees.geojson", "{\"type\":\"Polygon\",\"coordinates\":[[[117,29],[118,29],[118,30],[117,29]]]}", "超出")]
    [InlineData("exchanged.geojson", "{\"type\":\"Polygon\",\"coordinates\":[[[3240000,500000],[3240000,500100],[3240100,500100],[3240000,500000]]]}", "写反")]
    [InlineData("invalid.geojson", "{\"type\":\"Polygon\",\"coordinates\":[[[500000,3240000],[500100,3240100],[500100,3240000],[500000,3240100],[500000,3240000]]]}", "自相交")]
    [InlineData("shape.geojson", "{\"type\":\"Point\",\"coordinates\":[500000,3240000]}", "几何类型")]
    [InlineData("crs.geojson", "{\"type\":\"Point\",\"coordinates\":[117,29],\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4490\"}}}", "EPSG:4490")]
    public void Load_UnusableFile_ThatLayerFailsAlone(string file, string? content, string cause)
    {
        if (content is not null)
        {
            File.WriteAllText(World.PathOf(file), content);
        }

        AssertFails([TestLayers.Define("bad", LayerShape.Areas, World.Data(file, 10))], cause);
    }

    [Fact]
    public void Load_NotUtf8_ThatLayerFailsAlone()
    {
        File.WriteAllBytes(World.PathOf("gbk.geojson"), [.. "{\"type\":\""u8, 0xB2, 0xE2, 0xFF, .. "\"}"u8]);

        AssertFails([TestLayers.Define("bad", LayerShape.Areas, World.Data("gbk.geojson", 10))], "");
    }

    [Fact]
    public void Load_UnusableCoverageCrsOrParent_ThatLayerFailsAlone()
    {
        var good = World.Data("zone.geojson", 10);
        AssertFails([TestLayers.Define("bad", LayerShape.Areas, good with { CoverageFile = World.PathOf("missing.geojson") })], "missing.geojson");
        AssertFails([TestLayers.Define("bad", LayerShape.Areas, good with { CoverageFile = World.PathOf("none.geojson") })], "多边形");
        AssertFails([TestLayers.Define("bad", LayerShape.Areas, good with { Crs = "EPSG:3857" })], "EPSG:3857");
        AssertFails([TestLayers.Define("bad", LayerShape.Areas, null) with { PartOf = "nowhere" }], "nowhere");
        AssertFails([TestLayers.Define("bad", LayerShape.Areas, null) with { PartOf = "bad" }], "bad");
    }

    [Fact]
    public void Load_UnusableUnits_NoUnitsAndNoGaps()
    {
        World.Write("nocode.geojson", SmallWorld.Polygon("\"name\":\"甲\",\"kind\":1", (0, 0), (10, 0), (10, 10)));
        World.Write("kind.geojson", SmallWorld.Polygon("\"code\":\"A\",\"name\":\"甲\",\"kind\":4", (0, 0), (10, 0), (10, 10)));
        World.Write(
            "twice.geojson",
            SmallWorld.Polygon("\"code\":\"A\",\"name\":\"甲\",\"kind\":1", (0, 0), (10, 0), (10, 10)),
            SmallWorld.Polygon("\"code\":\"A\",\"name\":\"乙\",\"kind\":1", (20, 0), (30, 0), (30, 10)));
        var fields = TestLayers.UnitFields with { Code = "code", Name = "name", Category = "kind" };
        (string, string)[] files = [("nocode.geojson", "编码"), ("kind.geojson", "类别"), ("twice.geojson", "不一致"), ("none.geojson", "没有管控单元")];
        foreach (var (file, cause) in files)
        {
            var definition = TestLayers.Define("bad", LayerShape.ControlUnits, World.Data(file, 5)) with { UnitFields = fields };
            AssertFails([definition], cause);
        }

        AssertFails([TestLayers.Define("bad", LayerShape.ControlUnits, World.Data("units.geojson", 5))], "字段");
        var gaps = World.Data("units.geojson", 5) with { GapsFile = World.PathOf("missing.geojson") };
        AssertFails([TestLayers.Define("bad", LayerShape.ControlUnits, gaps) with { UnitFields = fields }], "missing.geojson");
    }

    [Fact]
    public void Load_UnitDrawnAsSeveralFeatures_IsOneUnit()
    {
        World.Write(
            "parts.geojson",
            SmallWorld.Polygon("\"code\":\"A\",\"name\":\"甲\",\"kind\":1", (0, 0), (5000, 0), (5000, 5000), (0, 5000)),
            SmallWorld.Polygon("\"code\":\"A\",\"name\":\"甲\",\"kind\":1", (5000, 0), (9000, 0), (9000, 5000), (5000, 5000)));
        var units = TestLayers.Define("units", LayerShape.ControlUnits, World.Data("parts.geojson", 5))
            with
        { UnitFields = TestLayers.UnitFields with { Code = "code", Name = "name", Category = "kind" } };

        var hit = Assert.Single(SiteLocator.Load([units]).Locate(SmallWorld.Box(4900, 1000, 5100, 1100)).Require().Units);

        Assert.Equal((Truth.True, 20_000m), (hit.Certainty, hit.Area.Value));
    }

    [Fact]
    public void Load_SameIdTwice_Throws() =>
        Assert.Throws<ArgumentException>(() =>
            SiteLocator.Load([TestLayers.Define("a", LayerShape.Areas, null), TestLayers.Define("a", LayerShape.Lines, null)]));

    private void AssertFails(IEnumerable<LayerDefinition> bad, string cause)
    {
        var locator = SiteLocator.Load([.. bad, TestLayers.Define("good", LayerShape.Areas, World.Data("zone.geojson", 10))]);

        var problem = Assert.Single(locator.Problems);
        Assert.Equal((ProblemCode.BadLayer, "bad", TestLayers.Place), (problem.Code, problem.Arguments[0], problem.Place));
        Assert.Contains(cause, problem.Arguments[1], StringComparison.Ordinal);
        Assert.Equal([LayerStatus.Failed, LayerStatus.Measured], locator.Layers.Select(l => l.Status));
        var location = locator.Locate(SmallWorld.Box(2500, 2500, 2600, 2600)).Require();
        Assert.Equal(Truth.True, location.Relations.Single(r => r.Layer == "good").In);
        Assert.All(location.Relations.Where(r => r.Layer == "bad"), r => Assert.Equal(LayerRelation.Unanswered("bad", LayerStatus.Failed), r));
        Assert.Empty(location.Units);
        Assert.Empty(location.Gaps);
    }
}
