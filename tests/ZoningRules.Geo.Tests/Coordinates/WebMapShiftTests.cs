using System.Text.Json;
using ZoningRules.Geo.Coordinates;

namespace ZoningRules.Geo.Tests.Coordinates;

/// <summary>The shifts of web maps against points made by an independent implementation of the same formulas, and back again.</summary>
public sealed class WebMapShiftTests
{
    private const double BillionthDegree = 1e-9;

    public static TheoryData<double, double, double, double, double, double> Points()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(TestLayers.DataFile("gcj_bd_checkpoints.json")));
        var points = new TheoryData<double, double, double, double, double, double>();
        foreach (var point in document.RootElement.GetProperty("points").EnumerateArray())
        {
            var (wgs, gcj, bd) = (point.GetProperty("wgs84"), point.GetProperty("gcj02"), point.GetProperty("bd09"));
            points.Add(wgs[0].GetDouble(), wgs[1].GetDouble(), gcj[0].GetDouble(), gcj[1].GetDouble(), bd[0].GetDouble(), bd[1].GetDouble());
        }

        return points;
    }

    [Theory]
    [MemberData(nameof(Points))]
    public void BothWays_CheckPoint_WithinABillionthOfADegree(double longitude, double latitude, double gcjX, double gcjY, double bdX, double bdY)
    {
        Near((gcjX, gcjY), WebMapShift.ToGcj(longitude, latitude));
        Near((bdX, bdY), WebMapShift.ToBd(longitude, latitude));
        Near((longitude, latitude), WebMapShift.FromGcj(gcjX, gcjY));
        Near((longitude, latitude), WebMapShift.FromBd(bdX, bdY));
    }

    [Fact]
    public void Inverse_AnywhereInChina_UndoesTheShift() => Properties.Hold(2000, random =>
    {
        // Every tenth point lies on the meridian or parallel where the formulas have a kink.
        var longitude = random.Next(10) == 0 ? 105 + ((random.NextDouble() - 0.5) * 1e-6) : 73 + (random.NextDouble() * 62);
        var latitude = random.Next(10) == 0 ? 35 : 4 + (random.NextDouble() * 50);
        var (gcjX, gcjY) = WebMapShift.ToGcj(longitude, latitude);
        var (bdX, bdY) = WebMapShift.ToBd(longitude, latitude);
        return IsNear((longitude, latitude), WebMapShift.FromGcj(gcjX, gcjY)) && IsNear((longitude, latitude), WebMapShift.FromBd(bdX, bdY))
            && !IsNear((longitude, latitude), (gcjX, gcjY)) && !IsNear((longitude, latitude), (bdX, bdY));
    });

    private static bool IsNear((double X, double Y) expected, (double X, double Y) actual) =>
        Math.Abs(expected.X - actual.X) < BillionthDegree && Math.Abs(expected.Y - actual.Y) < BillionthDegree;

    // The check points are rounded to nine decimals.
    private static void Near((double X, double Y) expected, (double X, double Y) actual)
    {
        Assert.Equal(expected.X, actual.X, 1.1 * BillionthDegree);
        Assert.Equal(expected.Y, actual.Y, 1.1 * BillionthDegree);
    }
}
