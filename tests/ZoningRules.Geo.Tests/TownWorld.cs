using System.Globalization;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Proposals;

namespace ZoningRules.Geo.Tests;

/// <summary>
/// A world 10 km wide with exactly known towns: 甲镇, 2 km by 2 km at its middle, and 乙镇, 600 m wide in its south-west. Positions are metres east and north of its corner in the plane.
/// </summary>
internal sealed class TownWorld : IDisposable
{
    private readonly SmallWorld world = new();

    public TownWorld(decimal accuracy = 10)
    {
        world.Write(
            "towns.geojson",
            SmallWorld.Polygon("\"name\":\"甲镇\"", (4000, 4000), (6000, 4000), (6000, 6000), (4000, 6000)),
            SmallWorld.Polygon("\"name\":\"乙镇\"", (1000, 1000), (1600, 1000), (1600, 1600), (1000, 1600)));
        Locator = SiteLocator.Load(
        [
            TestLayers.Define("units", LayerShape.ControlUnits, world.Data("units.geojson", 5)) with { UnitFields = TestLayers.UnitFields with { Code = "code", Name = "name", Category = "kind" } },
            TestLayers.Define("zone", LayerShape.Areas, world.Data("zone.geojson", 10)),
            TestLayers.Define("towns", LayerShape.Towns, world.Data("towns.geojson", accuracy)),
        ]);
    }

    public static WorkingPlane Plane { get; } = new(CoordinateSystems.BeltAt(117));

    public SiteLocator Locator { get; }

    public static (double Longitude, double Latitude) Degrees(double east, double north) => Plane.ToDegrees(SmallWorld.East0 + east, SmallWorld.North0 + north);

    /// <summary>A square of 200 m with its corner at a place, in degrees that went through a shift, stated to be in a system.</summary>
    public static Site.Geometry Square(
        double east, double north, Func<double, double, (double, double)> shift, string crs, string? town = "甲镇", double size = 200, decimal accuracy = 1)
    {
        var corners = ((double, double)[])[(east, north), (east + size, north), (east + size, north + size), (east, north + size)];
        var text = string.Join('\n', corners.Select(c =>
        {
            var (longitude, latitude) = Degrees(c.Item1, c.Item2);
            var (x, y) = shift(longitude, latitude);
            return string.Create(CultureInfo.InvariantCulture, $"{x:R}, {y:R}");
        }));
        return TestLayers.Site(SiteFormat.Coordinates, text, crs, accuracy) with { InTown = town is null ? null : new(town, null, null) };
    }

    public SiteLocation Locate(Site.Geometry site) => Locator.Locate(site).Require();

    public void Dispose() => world.Dispose();
}
