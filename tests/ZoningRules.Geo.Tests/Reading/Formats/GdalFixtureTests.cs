using System.Collections.Frozen;
using ZoningRules.Geo.Reading;
using ZoningRules.Geo.Reading.Formats;

namespace ZoningRules.Geo.Tests.Reading.Formats;

/// <summary>Files that GDAL wrote, compared position by position and value by value with the GeoJSON it wrote them from.</summary>
public sealed class GdalFixtureTests
{
    private static readonly FrozenDictionary<string, IReadOnlyList<string>> Nothing = FrozenDictionary<string, IReadOnlyList<string>>.Empty;

    [Theory]
    [InlineData("areas.geojson", "areas-utf8.shp", null, "EPSG:4490")]
    [InlineData("areas-belt.geojson", "areas-belt-gbk.shp", null, "EPSG:4548")]
    [InlineData("lines.geojson", "lines-z.shp", null, "EPSG:4490")]
    [InlineData("points.geojson", "points.shp", null, "EPSG:4490")]
    [InlineData("areas.geojson", "layers.gpkg", "areas", "EPSG:4490")]
    [InlineData("areas-belt.geojson", "layers.gpkg", "areas-belt", "EPSG:4548")]
    [InlineData("lines.geojson", "layers.gpkg", "lines", "EPSG:4490")]
    [InlineData("points.geojson", "layers.gpkg", "points", "EPSG:4490")]
    public void Read_FileOfGdal_IsTheGeoJson(string geoJson, string name, string? layer, string crs)
    {
        var expected = Fixture.GeoJson(geoJson);
        var found = Fixture.Read(Fixture.File(name), layer);

        Fixture.SameGeometry(expected, found);
        Fixture.SameProperties(expected, found);
        Assert.Equal(crs, Fixture.Crs(found));
        Assert.Equal(expected.HasHeight, found.HasHeight);
    }

    [Fact]
    public void Read_EwkbOfGdal_IsTheGeoJson()
    {
        var found = Fixture.Read(Fixture.File("areas-belt.ewkb.txt"));

        Fixture.SameGeometry(Fixture.GeoJson("areas-belt.geojson"), found);
        Assert.Equal("EPSG:4548", Fixture.Crs(found));
    }

    [Fact]
    public void Read_DxfOfGdal_HasTheRingsOfTheGeoJson()
    {
        var found = Fixture.Read(Fixture.File("areas-belt.dxf"), "红线");
        var rings = Fixture.GeoJson("areas-belt.geojson").Features
            .SelectMany(f => f.Parts).SelectMany(p => p.Rings).Select(r => new Feature([new(PartKind.Area, [r])], Nothing)).ToList();

        Fixture.SameGeometry(new(rings, found.Crs, false), found);
        Assert.Equal("", Fixture.Crs(found));
        Assert.All(found.Features, f => Assert.Equal("红线", f.Property("Layer")));
    }

    [Fact]
    public void Read_SeveralLayers_NamesThem()
    {
        var error = Fixture.Refused(Fixture.File("layers.gpkg"));

        Assert.Equal(ZoningRules.Problems.ProblemCode.SeveralLayers, error.Code);
        Assert.Equal(["layers.gpkg", "areas, areas-belt, lines, points"], error.Arguments);
        Assert.Equal(ZoningRules.Problems.ProblemCode.UnknownLayer, Fixture.Refused(Fixture.File("layers.gpkg"), "area").Code);
        Assert.Equal("EPSG:4490", Fixture.Crs(Fixture.Read(Fixture.File("layers.gpkg"), "LINES")));
    }

    [Fact]
    public void Read_WishedProperty_FoundByItsCutName()
    {
        var wishes = new FeatureWishes(["HJGKDYBM", "核定日期"], null, new(PositionLimit.OfSite));
        var document = FeatureFormats.Read(Fixture.File("areas-utf8.shp"), wishes);

        Assert.Equal(["HJGKDYBM", "核定日期"], document.Features[0].Properties.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("2020-12-31", document.Features[0].Property("核定日期"));
    }
}
