using System.Text.Json;

namespace ZoningRules.Cli.Tests;

public sealed class LocateTests
{
    [Fact]
    public void Locate_Point_NamesItsUnit()
    {
        var run = Zoning.Run("locate", "--point", "117.1355,28.9122", "--crs", "EPSG:4490");
        Assert.Equal(0, run.Code);
        Assert.Contains("ZH36028120002", run.Out, StringComparison.Ordinal);
        Assert.Contains("示意，非法定界线", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("117.18,29.576", "EPSG:4490")]
    [InlineData("3273126.9949,517440.8988", "EPSG:4548")]
    [InlineData("3273126.9949,39517440.8988", "EPSG:4527")]
    public void Locate_SamePlaceInAnySystem_IsTheHole(string point, string crs)
    {
        using var document = JsonDocument.Parse(Zoning.Run("locate", "--point", point, "--crs", crs, "--format", "json").Out);
        Assert.Empty(document.RootElement.GetProperty("units").EnumerateArray());
        Assert.Contains("蛟潭镇", document.RootElement.GetProperty("gaps")[0].GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Locate_ProposalOrItsGeometryFile_IsTheSame()
    {
        var proposal = Zoning.Run("locate", "samples/proposals/14-belt-coordinates.yaml", "--format", "json");
        var file = Zoning.Run("locate", "samples/proposals/sites/aviation-parts-belt.txt", "--crs", "EPSG:4527", "--accuracy", "0.1 m", "--format", "json");
        Assert.Equal(0, proposal.Code);
        Assert.Equal(proposal.Out, file.Out);
    }

    [Fact]
    public void Locate_LessAccurate_WidensTheDistances()
    {
        string Nearest(string accuracy) => Zoning.Run("locate", "--point", "117.255,28.978", "--crs", "EPSG:4490", "--accuracy", accuracy).Out
            .Split('\n').First(l => l.Contains("干流", StringComparison.Ordinal));
        Assert.Contains("± 20 m", Nearest("0"), StringComparison.Ordinal);
        Assert.Contains("± 70 m", Nearest("50 m"), StringComparison.Ordinal);
    }

    [Fact]
    public void Locate_BadInputs_Return65()
    {
        Zoning.Run("locate", "no.geojson", "--crs", "EPSG:4490").Fails(65, "ZR1001", "no.geojson");
        Zoning.Run("locate", "no.shp", "--crs", "EPSG:4490").Fails(65, "ZR1001");
        Zoning.Run("locate", "--point", "117.1355,north", "--crs", "EPSG:4490").Fails(65);
        Zoning.Run("locate", "--point", "28.9122,117.1355", "--crs", "EPSG:4490").Fails(65);
        Zoning.Run("locate", "--point", "2.35,48.85", "--crs", "EPSG:4490").Fails(65, "ZR3004");
        Zoning.Run("locate", "samples/proposals/11-town-name-only.yaml").Fails(65, "ZR2003");
    }
}
