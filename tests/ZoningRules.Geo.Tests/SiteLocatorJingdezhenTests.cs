using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;

namespace ZoningRules.Geo.Tests;

public sealed class SiteLocatorJingdezhenTests
{
    public static TheoryData<string, double, double, string> Probes()
    {
        var data = new TheoryData<string, double, double, string>();
        using var document = JsonDocument.Parse(File.ReadAllText(TestLayers.DataFile("unit_probe_points.json")));
        foreach (var probe in document.RootElement.EnumerateArray())
        {
            var unit = probe.GetProperty("expected_unit").GetString()!;
            data.Add(unit, probe.GetProperty("lon").GetDouble(), probe.GetProperty("lat").GetDouble(), "EPSG:4490");
            foreach (var (member, crs) in ((string, string)[])[("epsg4548_XY", "EPSG:4548"), ("epsg4527_XY", "EPSG:4527")])
            {
                var position = probe.GetProperty(member);
                data.Add(unit, position[0].GetDouble(), position[1].GetDouble(), crs);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Probes))]
    public void Locate_ProbeOfAUnit_HitsExactlyThatUnit(string unit, double first, double second, string crs)
    {
        var location = TestLayers.Locator.Locate(TestLayers.Point(first, second, crs)).Require();

        Assert.Equal((unit, Truth.True), location.Units.Select(u => (u.Code, u.Certainty)).Single());
        Assert.Empty(location.Gaps);
        Assert.Equal(crs, location.Crs);
        Assert.Equal("EPSG:4548 CGCS2000 / 3-degree Gauss-Kruger CM 117E", location.Method);
        Assert.True(location.Illustrative);
    }

    [Fact]
    public void Probes_CoverAll35Units() => Assert.Equal(35, Probes().Select(p => (string)p[0]).Distinct().Count());

    [Fact]
    public void Locate_TheThreeHoles_AreGapsWithTheirReason()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(TestLayers.DataFile("no_unit_areas.geojson")));
        var holes = document.RootElement.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("properties")).ToList();
        Assert.Equal(3, holes.Count);
        foreach (var hole in holes)
        {
            var probe = hole.GetProperty("probe");
            var location = TestLayers.Locator.Locate(TestLayers.Point(probe.GetProperty("lon").GetDouble(), probe.GetProperty("lat").GetDouble())).Require();

            Assert.Empty(location.Units);
            var gap = Assert.Single(location.Gaps);
            Assert.Equal((hole.GetProperty("reason").GetString(), false, 1m), (gap.Reason, gap.OutsideCoverage, gap.ShareOfSite.Value));
        }
    }

    [Fact]
    public void Load_GoodLayers_NoProblemsAndOneIdentityEach()
    {
        var locator = TestLayers.Locator;

        Assert.Empty(locator.Problems);
        Assert.Equal("EPSG:4548", locator.Plane?.Id);
        Assert.Equal(TestLayers.Jingdezhen().Select(l => l.Id).Order(StringComparer.Ordinal), locator.Layers.Select(l => l.Id));
        var units = locator.Layers.Single(l => l.Id == "units");
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(TestLayers.DataFile("units.geojson")))), units.Sha256);
        Assert.Equal((LayerStatus.Measured, new DateOnly(2026, 11, 22), true), (units.Status, units.SourceDate, units.Illustrative));
        Assert.Equal(
            new LayerUse("lakes-and-reservoirs", LayerStatus.NoLayer, "", "", null, false), locator.Layers.Single(l => l.Id == "lakes-and-reservoirs"));
        Assert.Equal(
            locator.Layers.Single(l => l.Id == "industrial-parks") with { Id = "chemical-parks" }, locator.Layers.Single(l => l.Id == "chemical-parks"));
    }

    [Fact]
    public void Locate_PartOfALayer_OnlyFeaturesThatPassCount()
    {
        // Inside the high-tech zone, whose kinds are aviation, machinery and automotive.
        var location = TestLayers.Locator.Locate(TestLayers.Point(117.148894, 29.248278)).Require();

        Assert.Equal(Truth.True, location.Relations.Single(r => r.Layer == "industrial-parks").In);
        Assert.Equal(Truth.False, location.Relations.Single(r => r.Layer == "chemical-parks").In);
        Assert.Equal(LayerRelation.Unanswered("lakes-and-reservoirs", LayerStatus.NoLayer), location.Relations.Single(r => r.Layer == "lakes-and-reservoirs"));
    }

    [Fact]
    public void Locate_NoAccuracyStated_OneMetreAndAStep()
    {
        var location = TestLayers.Locator.Locate(TestLayers.Point(117.2, 29.27, accuracy: null)).Require();

        Assert.Equal(1m, location.Accuracy.Value);
        Assert.Contains(location.Steps, s => s.En.Contains("1 m is assumed", StringComparison.Ordinal));
        Assert.Equal(21m, location.Relations.Single(r => r.Layer == "river-main").Accuracy.Value);
    }

    [Fact]
    public void Locate_Steps_NameThePlane()
    {
        var fromDegrees = TestLayers.Locator.Locate(TestLayers.Point(117.2, 29.27)).Require();
        var fromBelt = TestLayers.Locator.Locate(TestLayers.Point(3239212.169, 519436.943, "EPSG:4548")).Require();

        Assert.Contains("EPSG:4548", fromDegrees.Steps.Last().Zh, StringComparison.Ordinal);
        Assert.Contains("plane values", fromBelt.Steps.Last().En, StringComparison.Ordinal);
    }

    [Fact]
    public void Locate_Representative_IsInsideTheSite()
    {
        var location = TestLayers.Locator.Locate(TestLayers.Point(3239212.169, 39519436.943, "EPSG:4527")).Require();

        Close.To(117.2m, location.Representative?.Longitude, 0.00000002m);
        Close.To(29.27m, location.Representative?.Latitude, 0.00000002m);
    }

    [Theory]
    [InlineData(116.40, 39.90)]
    [InlineData(115.89, 28.68)]
    [InlineData(90.00, 30.00)]
    public void Locate_FarFromThePack_OutsidePack(double longitude, double latitude)
    {
        var problem = Assert.Single(TestLayers.Locator.Locate(TestLayers.Point(longitude, latitude)).Problems);

        Assert.Equal(ProblemCode.OutsidePack, problem.Code);
        Assert.Contains("EPSG:4490", problem.Arguments[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Locate_NoLayers_StillMeasuresTheSite()
    {
        var location = SiteLocator.Load([]).Locate(TestLayers.Site(
            SiteFormat.Coordinates, "116.40, 39.90\n116.41, 39.90\n116.41, 39.91\n116.40, 39.91")).Require();

        Assert.Equal("EPSG:4548 CGCS2000 / 3-degree Gauss-Kruger CM 117E", location.Method);
        Assert.True(location.Area?.Value > 900_000m);
        Assert.Empty(location.Units);
        Assert.Empty(location.Relations);
    }

    [Fact]
    public void Locate_TwiceAndInParallel_SameLocation()
    {
        var site = TestLayers.Site(SiteFormat.Wkt, "POLYGON ((117.16 29.23, 117.18 29.23, 117.18 29.25, 117.16 29.25, 117.16 29.23))");
        var locator = SiteLocator.Load(TestLayers.Jingdezhen());
        var expected = Text(locator.Locate(site).Require());

        var all = new string[64];
        Parallel.For(0, all.Length, i => all[i] = Text(locator.Locate(site).Require()));

        Assert.All(all, text => Assert.Equal(expected, text));

        static string Text(SiteLocation location) => JsonSerializer.Serialize(location);
    }

    [Fact]
    public void AddZoningRulesGeo_LayersRegistered_OneLocator()
    {
        using var provider = new ServiceCollection()
            .AddSingleton(TestLayers.Jingdezhen())
            .AddZoningRulesGeo()
            .BuildServiceProvider();

        Assert.Same(provider.GetRequiredService<SiteLocator>(), provider.GetRequiredService<ISiteLocator>());
        Assert.Equal(8, provider.GetRequiredService<ISiteLocator>().Layers.Count);
    }
}
