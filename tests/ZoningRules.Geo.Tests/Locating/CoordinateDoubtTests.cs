using System.Globalization;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;

namespace ZoningRules.Geo.Tests.Locating;

/// <summary>Sites whose coordinates are not in the system they are stated in, compared with the town or the parcel that their proposal names.</summary>
public sealed class CoordinateDoubtTests : IDisposable
{
    private readonly TownWorld world = new();

    public void Dispose() => world.Dispose();

    [Theory]
    [InlineData("GCJ-02")]
    [InlineData("BD-09")]
    public void Locate_WebMapCoordinatesStatedAsCgcs_DoubtNamesTheMap(string map)
    {
        Func<double, double, (double, double)> shift = map == "GCJ-02" ? WebMapShift.ToGcj : WebMapShift.ToBd;

        // 乙镇 is 600 m wide: the shift takes the square out of it.
        var location = world.Locate(TownWorld.Square(1200, 1200, shift, "EPSG:4490", "乙镇"));

        Assert.NotNull(location.CoordinateDoubt);
        Assert.True(location.IsDoubtful);
        Assert.Contains(location.CoordinateDoubt.Fitting, f => f.Crs == map);
        Assert.Equal(0, location.CoordinateDoubt.ShareAsStated.Value);
        Assert.Contains($"按 {map}", location.CoordinateDoubt.Text.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GCJ-02")]
    [InlineData("BD-09")]
    public void Locate_WebMapCoordinatesStatedAsSuch_LieWhereTheyBelong(string map)
    {
        Func<double, double, (double, double)> shift = map == "GCJ-02" ? WebMapShift.ToGcj : WebMapShift.ToBd;
        var expected = world.Locate(TownWorld.Square(1200, 1200, (x, y) => (x, y), "EPSG:4490", "乙镇"));

        var location = world.Locate(TownWorld.Square(1200, 1200, shift, map, "乙镇"));

        Assert.Null(location.CoordinateDoubt);
        Close.To(expected.Area!.Value.Value, location.Area!.Value.Value, 1);
        Close.To(expected.Representative!.Value.Longitude, location.Representative!.Value.Longitude, 0.00000002m);
        Close.To(expected.Representative!.Value.Latitude, location.Representative!.Value.Latitude, 0.00000002m);
        Assert.True(location.Accuracy.Value >= (map == "GCJ-02" ? 2 : 3));
        Assert.Contains(location.Steps, s => s.Zh.Contains("没有官方定义", StringComparison.Ordinal) && s.En.Contains("no official definition", StringComparison.Ordinal));
    }

    [Fact]
    public void Locate_CgcsCoordinatesStatedAsWebMap_DoubtNamesCgcs()
    {
        var location = world.Locate(TownWorld.Square(1200, 1200, (x, y) => (x, y), "GCJ-02", "乙镇"));

        Assert.Contains(location.CoordinateDoubt!.Fitting, f => f.Crs == "EPSG:4490");
    }

    [Fact]
    public void Locate_InItsTown_NoDoubtAndAStepSaysSo()
    {
        var location = world.Locate(TownWorld.Square(4500, 4500, (x, y) => (x, y), "EPSG:4490"));

        Assert.Null(location.CoordinateDoubt);
        Assert.Contains(location.Steps, s => s.Zh.Contains("甲镇", StringComparison.Ordinal) && s.Zh.Contains("100 %", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(3900, 4500, false)]
    [InlineData(3840, 4500, true)]
    [InlineData(3700, 4500, true)]
    public void Locate_AcrossTheBorderOfItsTown_DoubtOnlyWhenMostLiesOutside(double east, double north, bool mostOutside)
    {
        // The border is uncertain by 11 m; half of the square of 200 m counts as inside up to 3889.
        var location = world.Locate(TownWorld.Square(east, north, (x, y) => (x, y), "EPSG:4490"));

        Assert.Equal(mostOutside, location.CoordinateDoubt is not null);
    }

    [Fact]
    public void Locate_FarFromItsTownInEveryReading_DoubtWithoutReading()
    {
        var location = world.Locate(TownWorld.Square(8000, 1000, (x, y) => (x, y), "EPSG:4490"));

        Assert.NotNull(location.CoordinateDoubt);
        Assert.Empty(location.CoordinateDoubt.Fitting);
        Assert.True(location.IsDoubtful);
    }

    [Fact]
    public void Locate_TownsKnownToKilometresOnly_NoFalseAlarm()
    {
        using var rough = new TownWorld(accuracy: 5000);
        foreach (var shift in (Func<double, double, (double, double)>[])[(x, y) => (x, y), WebMapShift.ToGcj, WebMapShift.ToBd])
        {
            Assert.Null(rough.Locate(TownWorld.Square(1200, 1200, shift, "EPSG:4490", "乙镇")).CoordinateDoubt);
        }
    }

    [Fact]
    public void Locate_UnknownTown_StepSaysItWasNotCompared()
    {
        var location = world.Locate(TownWorld.Square(1200, 1200, (x, y) => (x, y), "EPSG:4490", "丙镇"));

        Assert.Null(location.CoordinateDoubt);
        Assert.Contains(location.Steps, s => s.Zh.Contains("丙镇", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GCJ-02")]
    [InlineData("BD-09")]
    public void Locate_SiteBesideItsParcel_DoubtNamesTheMap(string map)
    {
        Func<double, double, (double, double)> shift = map == "GCJ-02" ? WebMapShift.ToGcj : WebMapShift.ToBd;
        var parcel = TownWorld.Square(5000, 5000, (x, y) => (x, y), "EPSG:4490", null, 220);

        var location = world.Locate(TownWorld.Square(5010, 5010, shift, "EPSG:4490", null) with { Parcel = parcel });

        var fitting = Assert.Single(location.CoordinateDoubt!.Fitting);
        Assert.Equal(map, fitting.Crs);
        Assert.Null(world.Locate(TownWorld.Square(5010, 5010, (x, y) => (x, y), "EPSG:4490", null) with { Parcel = parcel }).CoordinateDoubt);
    }

    [Fact]
    public void Locate_BeltOfShiftedPositions_DoubtNamesTheMapWithoutASystem()
    {
        var parcel = TownWorld.Square(5000, 5000, (x, y) => (x, y), "EPSG:4490", null, 220);
        var corners = ((double, double)[])[(5010, 5010), (5200, 5010), (5200, 5200)];
        var text = string.Join('\n', corners.Select(c =>
        {
            var (longitude, latitude) = TownWorld.Degrees(c.Item1, c.Item2);
            var (x, y) = WebMapShift.ToGcj(longitude, latitude);
            var (east, north) = TownWorld.Plane.FromDegrees(x, y);
            return string.Create(CultureInfo.InvariantCulture, $"{north:R}, {east:R}");
        }));

        var location = world.Locate(TestLayers.Site(SiteFormat.Coordinates, text, "EPSG:4548") with { Parcel = parcel });

        var fitting = Assert.Single(location.CoordinateDoubt!.Fitting);
        Assert.Equal(("GCJ-02", null), (fitting.Name.Zh, fitting.Crs));
    }

    [Fact]
    public void Locate_ParcelThatIsAPoint_Refused() =>
        Assert.Equal(
            [ProblemCode.ParcelNotArea],
            world.Locator.Locate(SmallWorld.Point(5000, 5000) with { Parcel = SmallWorld.Point(5000, 5000) }).Problems.Select(p => p.Code));

    [Fact]
    public void Locate_UnreadableParcel_RefusedAtItsPlace()
    {
        var parcel = TestLayers.Site(SiteFormat.Wkt, "POLYGON ((1 2", "EPSG:4490") with { Place = new("parcel.wkt") };

        var problem = Assert.Single(world.Locator.Locate(SmallWorld.Point(5000, 5000) with { Parcel = parcel }).Problems);

        Assert.Equal((ProblemCode.BadGeometry, "parcel.wkt"), (problem.Code, problem.Place!.File));
    }

    [Theory]
    [InlineData("EPSG:4547")]
    [InlineData("EPSG:4549")]
    public void Locate_NeighbouringBelt_OutsidePackNamesTheRightOne(string wrong)
    {
        var site = SmallWorld.Box(5000, 5000, 5200, 5200) with { Crs = wrong };

        var problem = Assert.Single(world.Locator.Locate(site).Problems);

        Assert.Equal(ProblemCode.OutsidePack, problem.Code);
        Assert.Contains("EPSG:4548", Wording.Message(problem, Language.Zh), StringComparison.Ordinal);
        Assert.Contains("EPSG:4548", Wording.Message(problem, Language.En), StringComparison.Ordinal);
    }

    [Fact]
    public void Locate_SixDegreeBeltOfTheWrongZone_OutsidePackNamesTheRightMeridian()
    {
        var site = SmallWorld.Box(5000, 5000, 5200, 5200) with { Crs = "EPSG:4508" };

        Assert.Contains("117°", Wording.Message(Assert.Single(world.Locator.Locate(site).Problems), Language.Zh), StringComparison.Ordinal);
    }

    [Fact]
    public void Locate_PackedDegreesMinutesSeconds_OutsidePackNamesThem()
    {
        var (longitude, latitude) = TownWorld.Degrees(5000, 5000);
        var site = TestLayers.Point(Packed(longitude), Packed(latitude));

        var problem = Assert.Single(world.Locator.Locate(site).Problems);

        Assert.Equal(ProblemCode.OutsidePack, problem.Code);
        Assert.Contains("DDD.MMSS", Wording.Message(problem, Language.Zh), StringComparison.Ordinal);
    }

    [Fact]
    public void Locate_JustOutsideThePackButInsideAsGcj_DoubtNamesIt()
    {
        // 100 m inside the eastern border; the shift puts it about 400 m outside.
        var location = world.Locate(TownWorld.Square(9700, 5000, WebMapShift.ToGcj, "EPSG:4490", null));

        Assert.Contains(location.CoordinateDoubt!.Fitting, f => f.Crs == "GCJ-02");
        Assert.Equal(1, location.Gaps.Sum(g => g.ShareOfSite.Value));
        Assert.Null(world.Locate(TownWorld.Square(9700, 5000, (x, y) => (x, y), "EPSG:4490", null)).CoordinateDoubt);
    }

    [Fact]
    public void Locate_FarOutsideThePackButInsideAsBd_OutsidePackNamesIt()
    {
        var problem = Assert.Single(world.Locator.Locate(TownWorld.Square(9950, 9900, WebMapShift.ToBd, "EPSG:4490", null, 50)).Problems);

        Assert.Equal(ProblemCode.OutsidePack, problem.Code);
        Assert.Contains("BD-09", Wording.Message(problem, Language.En), StringComparison.Ordinal);
    }

    [Fact]
    public void Locate_AnotherCity_OutsidePackNamesNothing()
    {
        var problem = Assert.Single(world.Locator.Locate(TestLayers.Point(116.4, 29.9)).Problems);

        Assert.Equal(ProblemCode.OutsidePack, problem.Code);
        Assert.DoesNotContain("；", Wording.Message(problem, Language.Zh), StringComparison.Ordinal);
    }

    // Whatever the mistake, the place computed is that of the numbers as stated: a doubt moves nothing.
    [Fact]
    public void Locate_Doubtful_PositionsAreThoseStated()
    {
        var site = TownWorld.Square(1200, 1200, WebMapShift.ToGcj, "EPSG:4490", "乙镇");

        var doubtful = world.Locate(site);
        var plain = world.Locate(site with { InTown = null });

        Assert.Equal((plain.Area, plain.Representative), (doubtful.Area, doubtful.Representative));
        Assert.Equal(plain.Units.Select(u => (u.Code, u.Area)), doubtful.Units.Select(u => (u.Code, u.Area)));
    }

    private static double Packed(double degrees)
    {
        var whole = Math.Truncate(degrees);
        var minutes = Math.Truncate((degrees - whole) * 60);
        var seconds = ((degrees - whole) * 3600) - (minutes * 60);
        return Math.Round(whole + (minutes / 100) + (seconds / 10_000), 9);
    }
}
