using System.Globalization;
using System.Text.Json;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Proposals;
using ZoningRules.TestPrograms;

namespace ZoningRules.Geo.Tests.Coordinates;

/// <summary>Xi'an 1980 and Beijing 1954 against PROJ: the belts, and the way to CGCS2000 with given parameters.</summary>
public sealed class DatumShiftTests
{
    // A hundredth of a millimetre on the ground.
    private const double Degrees = 1e-10;
    private const double Millimetre = 0.001;

    [Fact]
    public void DegreesOf_CheckPointsOfProj_SamePosition()
    {
        using var document = Document();
        var count = 0;
        foreach (var set in document.RootElement.GetProperty("shifts").EnumerateArray())
        {
            Assert.True(CoordinateSystems.TryFind(set.GetProperty("crs").GetString(), out var crs));
            var reference = new Georeference(crs, ShiftOf(set.GetProperty("shift")));
            foreach (var point in set.GetProperty("points").EnumerateArray())
            {
                var (longitude, latitude) = reference.DegreesOf(point.GetProperty("lon").GetDouble(), point.GetProperty("lat").GetDouble());
                Assert.Equal(point.GetProperty("cgcs2000_lon").GetDouble(), longitude, Degrees);
                Assert.Equal(point.GetProperty("cgcs2000_lat").GetDouble(), latitude, Degrees);
                count++;
            }
        }

        Assert.Equal(24, count);
    }

    [Fact]
    public void DegreesOf_BeltsOfOldDatums_AsProjHasThem()
    {
        using var document = Document();
        var belts = document.RootElement.GetProperty("belts").EnumerateArray().ToList();
        Assert.Equal(16, belts.Count);
        foreach (var point in belts)
        {
            Assert.True(CoordinateSystems.TryFind(point.GetProperty("crs").GetString(), out var crs));
            var (longitude, latitude) = new Georeference(crs).DegreesOf(point.GetProperty("easting").GetDouble(), point.GetProperty("northing").GetDouble());
            Assert.Equal(point.GetProperty("lon").GetDouble(), longitude, 1e-9);
            Assert.Equal(point.GetProperty("lat").GetDouble(), latitude, 1e-9);
        }
    }

    [ProgramFact("cct")]
    public void CheckPoints_AreWhatProjSays()
    {
        using var document = Document();
        foreach (var set in document.RootElement.GetProperty("shifts").EnumerateArray())
        {
            var points = set.GetProperty("points").EnumerateArray().ToList();
            var input = string.Join('\n', points.Select(p => FormattableString.Invariant($"{p.GetProperty("lon").GetDouble():R} {p.GetProperty("lat").GetDouble():R} 0"))) + "\n";
            var output = OutsideProgram.Run(
                "cct", input, ["-d", "12", "-z", "0", .. set.GetProperty("pipeline").GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
            var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(points.Count, lines.Length);
            foreach (var (point, line) in points.Zip(lines))
            {
                var numbers = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                Assert.Equal(point.GetProperty("cgcs2000_lon").GetDouble(), double.Parse(numbers[0], CultureInfo.InvariantCulture), Degrees);
                Assert.Equal(point.GetProperty("cgcs2000_lat").GetDouble(), double.Parse(numbers[1], CultureInfo.InvariantCulture), Degrees);
            }
        }
    }

    [Theory]
    [InlineData("EPSG:2334")]
    [InlineData("EPSG:2363")]
    [InlineData("EPSG:21460")]
    [InlineData("EPSG:2436")]
    public void From_BeltWithShift_SameAsItsDegreesWithShift(string name)
    {
        Assert.True(CoordinateSystems.TryFind(name, out var crs));
        var shift = new DatumShift(10.5m, -100.25m, 60, 1.5m, -2, 0.75m, 3, RotationConvention.PositionVector);
        var plane = new WorkingPlane(CoordinateSystems.BeltAt(117));
        var (east, north) = BeltProjection.At(crs.Ellipsoid, 117).Project(117.31, 29.4);

        var fromDegrees = plane.From(new Georeference(CoordinateSystems.DegreesOn(crs.Datum), shift), 117.31, 29.4);
        var fromBelt = plane.From(new Georeference(crs, shift), east - 500_000 + crs.FalseEasting, north);

        Assert.Equal(fromDegrees.East, fromBelt.East, Millimetre);
        Assert.Equal(fromDegrees.North, fromBelt.North, Millimetre);
        Assert.True(Math.Abs(fromBelt.East - east) + Math.Abs(fromBelt.North - north) > 1);
    }

    [Fact]
    public void Conventions_OppositeSigns_SamePosition()
    {
        var one = new DatumShift(1, 2, 3, 4, 5, 6, 7, RotationConvention.PositionVector);
        var other = one with { RotationX = -4, RotationY = -5, RotationZ = -6, Convention = RotationConvention.CoordinateFrame };

        Assert.Equal(
            new Georeference(CoordinateSystems.Xian1980, one).DegreesOf(117.2, 29.3), new Georeference(CoordinateSystems.Xian1980, other).DegreesOf(117.2, 29.3));
        Assert.NotEqual(
            new Georeference(CoordinateSystems.Xian1980, one).DegreesOf(117.2, 29.3),
            new Georeference(CoordinateSystems.Xian1980, other with { Convention = RotationConvention.PositionVector }).DegreesOf(117.2, 29.3));
    }

    private static JsonDocument Document() => JsonDocument.Parse(File.ReadAllBytes(TestLayers.DataFile("datum_checkpoints.json")));

    private static DatumShift ShiftOf(JsonElement shift)
    {
        decimal Of(string name) => shift.GetProperty(name).GetDecimal();
        return new(Of("dx"), Of("dy"), Of("dz"), Of("rx"), Of("ry"), Of("rz"), Of("s"), shift.GetProperty("conv").GetString() switch
        {
            "position_vector" => RotationConvention.PositionVector,
            "coordinate_frame" => RotationConvention.CoordinateFrame,
            _ => null,
        });
    }
}
