using System.Text.Json;
using ZoningRules.Geo.Coordinates;

namespace ZoningRules.Geo.Tests.Coordinates;

public sealed class WorkingPlaneTests
{
    private const double Millimetre = 0.001;

    // A millimetre is about 9e-9 degrees of latitude.
    private const double MillimetreInDegrees = 9e-9;

    public static TheoryData<string, double, double, string, double, double> Checkpoints()
    {
        var data = new TheoryData<string, double, double, string, double, double>();
        using var document = JsonDocument.Parse(File.ReadAllText(TestLayers.DataFile("crs_checkpoints.json")));
        foreach (var point in document.RootElement.GetProperty("points").EnumerateArray())
        {
            foreach (var (member, crs) in ((string, string)[])[("epsg4548", "EPSG:4548"), ("epsg4527", "EPSG:4527"), ("epsg4509_6deg_CM117E", "EPSG:4509")])
            {
                if (point.TryGetProperty(member, out var expected))
                {
                    data.Add(
                        point.GetProperty("id").GetString()!,
                        point.GetProperty("lon").GetDouble(),
                        point.GetProperty("lat").GetDouble(),
                        crs,
                        expected.GetProperty("northing_X").GetDouble(),
                        expected.GetProperty("easting_Y").GetDouble());
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Checkpoints))]
    public void From_Checkpoint_AgreesWithProjBothWays(string id, double longitude, double latitude, string name, double north, double east)
    {
        Assert.NotEmpty(id);
        Assert.True(CoordinateSystems.TryFind(name, out var crs));
        var plane = new WorkingPlane(CoordinateSystems.BeltAt(117));

        var (planeEast, planeNorth) = plane.From(CoordinateSystems.Cgcs2000, longitude, latitude);
        Assert.Equal(east - (crs.FalseEasting - 500_000), planeEast, Millimetre);
        Assert.Equal(north, planeNorth, Millimetre);

        var (sameEast, sameNorth) = plane.From(crs, east, north);
        Assert.Equal(planeEast, sameEast, Millimetre);
        Assert.Equal(planeNorth, sameNorth, Millimetre);

        var (backLongitude, backLatitude) = WorkingPlane.DegreesOf(crs, east, north);
        Assert.Equal(longitude, backLongitude, MillimetreInDegrees * 1.2);
        Assert.Equal(latitude, backLatitude, MillimetreInDegrees);
    }

    [Theory]
    [InlineData("EPSG:4547")]
    [InlineData("EPSG:4526")]
    [InlineData("EPSG:4549")]
    [InlineData("EPSG:4498")]
    public void From_NeighbouringBelt_AgreesWithDegrees(string name)
    {
        Assert.True(CoordinateSystems.TryFind(name, out var crs));
        var neighbour = new WorkingPlane(CoordinateSystems.BeltAt(crs.CentralMeridian!.Value));
        var plane = new WorkingPlane(CoordinateSystems.BeltAt(117));
        var (east, north) = neighbour.From(CoordinateSystems.Cgcs2000, 116.9, 29.3);

        var expected = plane.From(CoordinateSystems.Cgcs2000, 116.9, 29.3);
        var actual = plane.From(crs, east - 500_000 + crs.FalseEasting, north);

        Assert.Equal(expected.East, actual.East, Millimetre);
        Assert.Equal(expected.North, actual.North, Millimetre);
    }
}
