using System.Text.Json;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Inspecting;

namespace ZoningRules.Geo.Tests.Inspecting;

public sealed class EllipsoidAreaTests
{
    private static readonly WorkingPlane Plane = new(CoordinateSystems.All.Single(c => c.Id == "EPSG:4548"));

    // The surface of an ellipsoid of revolution by its closed formula, which has nothing to do with the projection.
    [Fact]
    public void Octant_IsAnEighthOfTheSurface()
    {
        const double axis = 6_378_137;
        const double flattening = 1 / 298.257222101;
        var eccentricity = Math.Sqrt(flattening * (2 - flattening));
        var surface = 2 * Math.PI * axis * axis * (1 + ((1 - (eccentricity * eccentricity)) / eccentricity * Math.Atanh(eccentricity)));

        var area = EllipsoidArea.Of([0, 0, 90, 0, 90, 90, 0, 90, 0, 0]);

        Assert.Equal(1, area / (surface / 8), 1e-12);
    }

    [Fact]
    public void Direction_GivesTheSign() =>
        Assert.Equal(-EllipsoidArea.Of([117, 29, 117.01, 29, 117.01, 29.01, 117, 29]), EllipsoidArea.Of([117, 29, 117.01, 29.01, 117.01, 29, 117, 29]), 1e-6);

    // The areas that the illustrative data state were computed by another program, geodesically.
    [Fact]
    public void DemoUnits_HaveTheirStatedAreas()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(TestLayers.DataFile("units.geojson")));
        foreach (var feature in document.RootElement.GetProperty("features").EnumerateArray())
        {
            var stated = feature.GetProperty("properties").GetProperty("area_km2").GetDouble();
            var coordinates = feature.GetProperty("geometry").GetProperty("coordinates").EnumerateArray();
            var polygons = feature.GetProperty("geometry").GetProperty("type").GetString() == "Polygon" ? [feature.GetProperty("geometry").GetProperty("coordinates")] : coordinates.ToArray();
            var area = polygons.Sum(p => p.EnumerateArray().Select((r, i) => (i == 0 ? 1 : -1) * Math.Abs(Ring(r))).Sum());
            Assert.Equal(stated, area / 1e6, 0.0006);
        }
    }

    private static double Ring(JsonElement ring)
    {
        double[] degrees = [.. ring.EnumerateArray().SelectMany(p => (double[])[p[0].GetDouble(), p[1].GetDouble()])];
        double[] positions = [.. degrees.Chunk(2).Select(p => Plane.From(CoordinateSystems.Cgcs2000, p[0], p[1])).SelectMany(p => (double[])[p.East, p.North])];
        return EllipsoidArea.Of(positions, degrees, Plane);
    }
}
