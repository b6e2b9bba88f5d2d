using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Reading;
using ZoningRules.Geo.Reading.Formats;

namespace ZoningRules.Geo.Tests.Reading.Formats;

/// <summary>KML, KMZ, CSV and Excel files that GDAL wrote, compared with the GeoJSON it wrote them from.</summary>
public sealed class TextFixtureTests
{
    // GDAL writes positions of KML with fifteen digits.
    private const double FifteenDigits = 1e-13;

    [Theory]
    [InlineData("areas.geojson", "areas.kml", "EPSG:4326", false)]
    [InlineData("areas.geojson", "areas-libkml.kml", "EPSG:4326", true)]
    [InlineData("areas.geojson", "areas.kmz", "EPSG:4326", true)]
    [InlineData("areas.geojson", "areas.csv", "", false)]
    [InlineData("lines.geojson", "lines.kml", "EPSG:4326", true)]
    [InlineData("points.geojson", "points.kml", "EPSG:4326", false)]
    public void Read_FileOfGdal_IsTheGeoJson(string geoJson, string name, string crs, bool hasHeight)
    {
        var expected = Fixture.GeoJson(geoJson);
        var found = Fixture.Read(Fixture.File(name));

        Assert.Equal(expected.Features.Count, found.Features.Count);
        Assert.All(expected.Features.Zip(found.Features), pair => Assert.True(Fixture.Geometry(pair.First).EqualsExact(Fixture.Geometry(pair.Second), FifteenDigits)));
        Assert.Equal(crs, Fixture.Crs(found));
        Assert.Equal(hasHeight, found.HasHeight);
        foreach (var (one, other) in expected.Features.Zip(found.Features))
        {
            foreach (var (key, values) in one.Properties.Where(p => p.Value.Count > 0))
            {
                var own = Assert.Single(other.Properties.Keys, k => k.Equals(key, StringComparison.OrdinalIgnoreCase));
                Assert.Equal(values, other.Properties[own].Select(v => v.Replace('/', '-')));
            }
        }
    }

    [Theory]
    [InlineData("corners-belt.csv")]
    [InlineData("corners-belt.xlsx")]
    public void Read_TableOfCorners_IsTheOuterRing(string name)
    {
        var ring = Fixture.GeoJson("areas-belt.geojson").Features[0].Parts[0].Rings[0];
        var found = Fixture.Read(Fixture.File(name));
        var read = Assert.Single(Assert.Single(Assert.Single(found.Features).Parts).Rings);

        Assert.Equal(AxisOrder.NorthFirst, found.Order);
        Assert.Equal(ring.First, read.Second);
        Assert.Equal(ring.Second, read.First);
        Assert.Contains(found.Steps, s => s.En.Contains("by the heading", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("areas.kml", "areas", 3)]
    [InlineData("areas.kml", "roads", null)]
    public void Read_KmlWithFolder_IsALayer(string name, string layer, int? count)
    {
        if (count is { } some)
        {
            Assert.Equal(some, Fixture.Read(Fixture.File(name), layer).Features.Count);
        }
        else
        {
            Assert.Equal(ZoningRules.Problems.ProblemCode.UnknownLayer, Fixture.Refused(Fixture.File(name), layer).Code);
        }
    }

    [Fact]
    public void Read_WishedProperties_OnlyThose()
    {
        foreach (var name in (string[])["areas.kml", "areas.csv", "areas.kmz"])
        {
            var document = FeatureFormats.Read(Fixture.File(name), new(["HJGKDYBM"], null, new(PositionLimit.OfSite)));

            Assert.Equal(["HJGKDYBM"], [.. document.Features[1].Properties.Keys]);
            Assert.Equal("ZH36022220001", document.Features[1].Property("HJGKDYBM"));
        }
    }
}
