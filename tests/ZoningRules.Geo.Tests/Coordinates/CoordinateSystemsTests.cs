using ZoningRules.Geo.Coordinates;

namespace ZoningRules.Geo.Tests.Coordinates;

public sealed class CoordinateSystemsTests
{
    [Theory]
    [InlineData("EPSG:4490", "EPSG:4490")]
    [InlineData("epsg:4490", "EPSG:4490")]
    [InlineData("CGCS2000", "EPSG:4490")]
    [InlineData("cgcs 2000", "EPSG:4490")]
    [InlineData("2000国家大地坐标系", "EPSG:4490")]
    [InlineData("China Geodetic Coordinate System 2000", "EPSG:4490")]
    [InlineData("WGS84", "EPSG:4326")]
    [InlineData("WGS 84", "EPSG:4326")]
    [InlineData("OGC:CRS84", "EPSG:4326")]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326")]
    [InlineData("urn:ogc:def:crs:EPSG::4548", "EPSG:4548")]
    [InlineData("urn:ogc:def:crs:EPSG:9.8.6:4548", "EPSG:4548")]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/4527", "EPSG:4527")]
    [InlineData("CGCS2000 / 3-degree Gauss-Kruger CM 117E", "EPSG:4548")]
    [InlineData("CGCS2000 / 3-degree Gauss-Kruger zone 39", "EPSG:4527")]
    [InlineData("CGCS2000 / Gauss-Kruger zone 20", "EPSG:4498")]
    [InlineData("CGCS2000 / Gauss-Kruger CM 117E", "EPSG:4509")]
    [InlineData("GCJ-02", "GCJ-02")]
    [InlineData("gcj02", "GCJ-02")]
    [InlineData("火星坐标", "GCJ-02")]
    [InlineData("高德", "GCJ-02")]
    [InlineData("BD-09", "BD-09")]
    [InlineData("百度坐标", "BD-09")]
    [InlineData("EPSG:4610", "EPSG:4610")]
    [InlineData("1980西安坐标系", "EPSG:4610")]
    [InlineData("EPSG:4214", "EPSG:4214")]
    [InlineData("1954年北京坐标系", "EPSG:4214")]
    [InlineData("Xian 1980 / 3-degree Gauss-Kruger zone 39", "EPSG:2363")]
    [InlineData("Xian 1980 / Gauss-Kruger CM 117E", "EPSG:2345")]
    [InlineData("Beijing 1954 / 3-degree Gauss-Kruger CM 117E", "EPSG:2436")]
    [InlineData("Beijing 1954 / Gauss-Kruger zone 20", "EPSG:21420")]
    public void TryFind_KnownName_Finds(string name, string id)
    {
        Assert.True(CoordinateSystems.TryFind(name, out var crs));
        Assert.Equal(id, crs.Id);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("EPSG:3857")]
    [InlineData("EPSG:4555")]
    [InlineData("EPSG:2326")]
    [InlineData("EPSG:2391")]
    [InlineData("EPSG:21424")]
    [InlineData("火星")]
    [InlineData("urn:ogc:def:crs:EPSG::")]
    [InlineData("urn:ogc:def:crs:")]
    public void TryFind_OtherName_FindsNothing(string? name) => Assert.False(CoordinateSystems.TryFind(name, out _));

    [Theory]
    [InlineData("EPSG:4491", 75, 6, 13)]
    [InlineData("EPSG:4501", 135, 6, 23)]
    [InlineData("EPSG:4502", 75, 6, null)]
    [InlineData("EPSG:4512", 135, 6, null)]
    [InlineData("EPSG:4513", 75, 3, 25)]
    [InlineData("EPSG:4533", 135, 3, 45)]
    [InlineData("EPSG:4534", 75, 3, null)]
    [InlineData("EPSG:4554", 135, 3, null)]
    [InlineData("EPSG:2327", 75, 6, 13)]
    [InlineData("EPSG:2337", 135, 6, 23)]
    [InlineData("EPSG:2338", 75, 6, null)]
    [InlineData("EPSG:2348", 135, 6, null)]
    [InlineData("EPSG:2349", 75, 3, 25)]
    [InlineData("EPSG:2369", 135, 3, 45)]
    [InlineData("EPSG:2370", 75, 3, null)]
    [InlineData("EPSG:2390", 135, 3, null)]
    [InlineData("EPSG:2401", 75, 3, 25)]
    [InlineData("EPSG:2421", 135, 3, 45)]
    [InlineData("EPSG:2422", 75, 3, null)]
    [InlineData("EPSG:2442", 135, 3, null)]
    [InlineData("EPSG:21413", 75, 6, 13)]
    [InlineData("EPSG:21423", 135, 6, 23)]
    [InlineData("EPSG:21453", 75, 6, null)]
    [InlineData("EPSG:21463", 135, 6, null)]
    public void All_EndsOfEachFamily_AreAsInTheRegister(string id, int meridian, int width, int? zone)
    {
        var crs = CoordinateSystems.All.Single(c => c.Id == id);

        Assert.Equal((meridian, width, zone), (crs.CentralMeridian, crs.BeltWidth, crs.ZonePrefix));
    }

    [Fact]
    public void All_Holds198Systems_OrderedAndDistinct()
    {
        var numbers = CoordinateSystems.All.SkipLast(2).Select(c => int.Parse(c.Id[5..], System.Globalization.CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(196, numbers.Count);
        Assert.Equal(numbers.Distinct().Order(), numbers);
        Assert.Equal(["GCJ-02", "BD-09"], CoordinateSystems.All.TakeLast(2).Select(c => c.Id));
    }

    [Theory]
    [InlineData(117.2, "EPSG:4548")]
    [InlineData(118.4, "EPSG:4548")]
    [InlineData(118.6, "EPSG:4549")]
    [InlineData(70, "EPSG:4534")]
    [InlineData(140, "EPSG:4554")]
    public void BeltAt_Longitude_NearestMeridian(double longitude, string id) => Assert.Equal(id, CoordinateSystems.BeltAt(longitude).Id);
}
