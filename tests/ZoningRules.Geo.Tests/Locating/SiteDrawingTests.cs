using System.Globalization;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;

namespace ZoningRules.Geo.Tests.Locating;

/// <summary>Repaired boundaries, corridors, lengths, axes and parameters: what the location says of each.</summary>
public sealed class SiteDrawingTests : IDisposable
{
    private readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    private static Site.Geometry Rings(params (double East, double North)[][] rings) => TestLayers.Site(
        SiteFormat.Coordinates,
        string.Join("\n\n", rings.Select(r => string.Join('\n', r.Select(p =>
            FormattableString.Invariant($"{SmallWorld.North0 + p.North:R}, {SmallWorld.East0 + p.East:R}"))))),
        "EPSG:4548");

    // Two triangles of 100 by 50: the rings of a bow tie have no area by the formula.
    private static Site.Geometry BowTie() => Rings([(1000, 1000), (1100, 1100), (1100, 1000), (1000, 1100)]);

    // The square 1000-1200 wound once, and its middle 1050-1150 wound a second time in the same stroke.
    private static Site.Geometry TwiceWound() => Rings(
        [(1200, 1000), (1200, 1200), (1000, 1200), (1000, 1000), (1050, 1050), (1150, 1050), (1150, 1150), (1050, 1150), (1050, 1050), (1000, 1000)]);

    [Fact]
    public void Locate_InvalidBoundary_RefusalSaysThatRepairExists()
    {
        var problem = Assert.Single(world.Locator.Locate(BowTie()).Problems);

        Assert.Equal(ProblemCode.InvalidGeometry, problem.Code);
        Assert.Contains("repair: yes", Wording.Help(problem, Language.Zh), StringComparison.Ordinal);
        Assert.Contains("repair: yes", Wording.Help(problem, Language.En), StringComparison.Ordinal);
    }

    [Fact]
    public void Locate_BowTieToRepair_TwoTrianglesAndBothWaysAgree()
    {
        var location = world.Locate(BowTie() with { Repair = SiteRepair.Repair });

        var repair = location.Repair!;
        Close.To(5000, location.Area!.Value.Value, 0.001m);
        Close.To(0, repair.AreaBefore.Value, 0.001m);
        Close.To(5000, repair.AreaAfter.Value, 0.001m);
        Assert.Equal((1, 2, 0m), (repair.PartsBefore, repair.PartsAfter, repair.Ambiguous.Value));
        Assert.Contains("自相交", Assert.Single(repair.Faults).Zh, StringComparison.Ordinal);
        Assert.Null(location.OtherReading);
        Assert.Contains(location.Steps, s => s.Zh.Contains("按要求修复", StringComparison.Ordinal));
    }

    [Fact]
    public void Locate_TwiceWound_AssessedBothWays()
    {
        var location = world.Locate(TwiceWound() with { Repair = SiteRepair.Repair });

        Close.To(40_000, location.Area!.Value.Value, 0.001m);
        Close.To(30_000, location.OtherReading!.Area!.Value.Value, 0.001m);
        Close.To(10_000, location.Repair!.Ambiguous.Value, 0.001m);
    }

    [Fact]
    public void Locate_HoleOutsideItsShell_IsAPartOfItsOwnEitherWay()
    {
        var location = world.Locate(Rings(
            [(1000, 1000), (1100, 1000), (1100, 1100), (1000, 1100)],
            [(1200, 1000), (1220, 1000), (1220, 1020), (1200, 1020)]) with
        { Repair = SiteRepair.Repair });

        Close.To(10_400, location.Area!.Value.Value, 0.001m);
        Close.To(9_600, location.Repair!.AreaBefore.Value, 0.001m);
        Assert.Null(location.OtherReading);
    }

    [Fact]
    public void Locate_HolesThatOverlap_AssessedBothWays()
    {
        var location = world.Locate(Rings(
            [(1000, 1000), (1200, 1000), (1200, 1200), (1000, 1200)],
            [(1010, 1010), (1060, 1010), (1060, 1060), (1010, 1060)],
            [(1050, 1010), (1100, 1010), (1100, 1060), (1050, 1060)]) with
        { Repair = SiteRepair.Repair });

        // The strip of 10 by 50 is twice a hole: out, or in again.
        Close.To(40_000 - 4500, location.Area!.Value.Value, 0.001m);
        Close.To(40_000 - 4000, location.OtherReading!.Area!.Value.Value, 0.001m);
    }

    [Fact]
    public void Locate_UnclosedRingToRepair_ClosedAndRecorded()
    {
        var site = TestLayers.Site(
            SiteFormat.Wkt, "POLYGON ((3241000 501000, 3241000 501100, 3241100 501100, 3241100 501000))", "EPSG:4548") with
        { Repair = SiteRepair.Repair };

        var location = world.Locate(site);

        Close.To(10_000, location.Area!.Value.Value, 0.001m);
        Assert.Equal(0, location.Repair!.Ambiguous.Value);
        Assert.Contains("环未闭合", location.Repair.Faults[0].Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Locate_ValidBoundaryWithRepair_SameLocationAndNoRepair()
    {
        var site = SmallWorld.Box(4900, 1000, 5100, 1100);

        var plain = world.Locate(site);
        var asked = world.Locate(site with { Repair = SiteRepair.Repair });

        Assert.Null(asked.Repair);
        Assert.Equal((plain.Area, plain.Representative, plain.Accuracy), (asked.Area, asked.Representative, asked.Accuracy));
        Assert.Equal(plain.Steps.AsEnumerable(), asked.Steps.AsEnumerable());
    }

    [Fact]
    public void Locate_TheSameRingTwice_NotRepairable()
    {
        (double, double)[] ring = [(1000, 1000), (1100, 1000), (1100, 1100), (1000, 1100)];

        Assert.Equal(
            [ProblemCode.NotRepairable], world.Locator.Locate(Rings(ring, ring) with { Repair = SiteRepair.Repair }).Problems.Select(p => p.Code));
    }

    [Fact]
    public void Locate_ScribbleToRepair_RefusedQuickly()
    {
        var random = new Random(7);
        var ring = Enumerable.Range(0, 20_000).Select(_ => (random.NextDouble() * 5000, random.NextDouble() * 5000)).ToArray();

        Assert.Equal(
            [ProblemCode.NotRepairable], world.Locator.Locate(Rings(ring) with { Repair = SiteRepair.Repair }).Problems.Select(p => p.Code));
    }

    // Each costs a naive repair or buffer minutes: the same line walked thousands of times, a comb, a spiral far narrower than the corridor.
    [Theory]
    [InlineData("back and forth")]
    [InlineData("comb")]
    [InlineData("zigzag corridor")]
    [InlineData("spiral corridor")]
    [InlineData("dense corridor")]
    public void Locate_HostileBoundary_IsLocatedOrRefused(string kind)
    {
        var comb = Enumerable.Range(0, 3_000).Select(i => (1000 + (i * 0.3), i % 2 == 0 ? 1000.0 : 2000.0)).ToArray();
        var spiral = Enumerable.Range(0, 3_000).Select(i => (5000 + (Math.Cos(i * 0.05) * i * 0.2), 5000 + (Math.Sin(i * 0.05) * i * 0.2))).ToArray();
        var site = kind switch
        {
            "back and forth" => Rings([.. Enumerable.Range(0, 3_000).Select(i => (1000 + (i % 2 * 1000.0), 1000.0)), (1500, 1500)]) with { Repair = SiteRepair.Repair },
            "comb" => Rings([.. comb, (1000, 1500)]) with { Repair = SiteRepair.Repair },
            "dense corridor" => SmallWorld.Line(comb) with { Width = new(10) },
            "zigzag corridor" => SmallWorld.Line(comb) with { Width = new(10_000) },
            _ => SmallWorld.Line(spiral) with { Width = new(3000) },
        };

        var located = world.Locator.Locate(site);

        Assert.True(located.Succeeded || located.Problems.All(p => p.Code is ProblemCode.NotRepairable or ProblemCode.InvalidGeometry or ProblemCode.BadGeometry));
    }

    // Random rings of a few corners nearly always cross themselves.
    [Fact]
    public void Locate_AnyRingToRepair_AreaBetweenBothWays() => Properties.Hold(200, random =>
    {
        var ring = Enumerable.Range(0, random.Next(4, 12)).Select(_ => (Math.Round(random.NextDouble() * 1000), Math.Round(random.NextDouble() * 1000))).ToArray();
        var read = world.Locator.Locate(Rings(ring) with { Repair = SiteRepair.Repair });
        if (!read.Succeeded)
        {
            return read.Problems[0].Code is ProblemCode.NotRepairable or ProblemCode.BadGeometry;
        }

        var location = read.Value;
        if (location.Repair is not { } repair)
        {
            return location.OtherReading is null;
        }

        var other = location.OtherReading?.Area!.Value.Value ?? location.Area!.Value.Value;
        return Math.Abs(repair.AreaAfter.Value - location.Area!.Value.Value) < 0.001m
            && Math.Abs(Math.Abs(location.Area.Value.Value - other) - repair.Ambiguous.Value) < 0.01m
            && repair.Ambiguous.Value > 0 == location.OtherReading is not null;
    });

    [Fact]
    public void Locate_LineWithWidth_IsTheCorridorAroundIt()
    {
        var location = world.Locate(SmallWorld.Line((4000, 1000), (6000, 1000)) with { Width = new(30) });

        Close.To(60_000, location.Area!.Value.Value, 0.01m);
        Close.To(2000, location.Length!.Value.Value, 0.001m);
        Assert.All(location.Units, u => Close.To(30_000, u.Area.Value, 0.01m));
        Assert.All(location.Units, u => Assert.Null(u.Length));
        Assert.Contains(location.Steps, s => s.Zh.Contains("走廊", StringComparison.Ordinal));
        Assert.NotNull(location.Relations.Single(r => r.Layer == "zone").Overlap);
    }

    [Fact]
    public void Locate_CorridorCutInTwoAtABend_SameArea()
    {
        var whole = world.Locate(SmallWorld.Line((1000, 1000), (1500, 1000), (1500, 1500)) with { Width = new(30) });
        var text = "MULTILINESTRING ((3241000 501000, 3241000 501500), (3241000 501500, 3241500 501500))";

        var cut = world.Locate(TestLayers.Site(SiteFormat.Wkt, text, "EPSG:4548") with { Width = new(30) });

        // Two arms of 500 m less the square they share, and the quarter disc outside the bend.
        Close.To(30_000 - 225 + (decimal)(Math.PI * 225 / 4), whole.Area!.Value.Value, 0.05m);
        Close.To(whole.Area.Value.Value, cut.Area!.Value.Value, 0.001m);
    }

    [Fact]
    public void Locate_LineWithoutWidth_LengthInEachUnitAndNoArea()
    {
        var location = world.Locate(SmallWorld.Line((4000, 1000), (6500, 1000)));

        Assert.Equal(0, location.Area!.Value.Value);
        Close.To(2500, location.Length!.Value.Value, 0.001m);
        Assert.Equal([(SmallWorld.B, 1500m), (SmallWorld.A, 1000m)], location.Units.Select(u => (u.Code, Math.Round(u.Length!.Value.Value, 3))));
        Assert.Null(location.Relations.Single(r => r.Layer == "zone").Overlap);
    }

    [Theory]
    [InlineData("POINT (3241000 501000)")]
    [InlineData("POLYGON ((3241000 501000, 3241000 501100, 3241100 501100, 3241000 501000))")]
    public void Locate_WidthOfSomethingElse_Refused(string wkt) =>
        Assert.Equal(
            [ProblemCode.WidthWithoutLine],
            world.Locator.Locate(TestLayers.Site(SiteFormat.Wkt, wkt, "EPSG:4548") with { Width = new(30) }).Problems.Select(p => p.Code));

    [Fact]
    public void Locate_WktEastFirstInABelt_ReadAsTheProposalSays()
    {
        var north = TestLayers.Site(SiteFormat.Wkt, "POINT (3241000 501000)", "EPSG:4548");
        var east = TestLayers.Site(SiteFormat.Wkt, "POINT (501000 3241000)", "EPSG:4548");

        var read = world.Locate(east with { Axes = SiteAxes.EastNorth });

        Assert.Equal(world.Locate(north).Representative, read.Representative);
        Assert.Contains(read.Steps, s => s.Zh.Contains("先写东", StringComparison.Ordinal));
        Assert.Equal([ProblemCode.SwappedAxes], world.Locator.Locate(east).Problems.Select(p => p.Code));
        Assert.Equal([ProblemCode.SwappedAxes], world.Locator.Locate(north with { Axes = SiteAxes.EastNorth }).Problems.Select(p => p.Code));
    }

    [Theory]
    [InlineData("EPSG:4610")]
    [InlineData("EPSG:2384")]
    [InlineData("EPSG:4214")]
    [InlineData("EPSG:21460")]
    public void Locate_OldDatumWithoutParameters_RefusedSayingWhatToAskFor(string crs)
    {
        Assert.True(CoordinateSystems.TryFind(crs, out var known));
        var site = known.IsGeographic ? TestLayers.Point(117.03, 29.3, crs) : SmallWorld.Point(5000, 5000) with { Crs = crs };

        var problem = Assert.Single(world.Locator.Locate(site).Problems);

        Assert.Equal(ProblemCode.DatumShiftMissing, problem.Code);
        Assert.Contains("七参数", Wording.Help(problem, Language.Zh), StringComparison.Ordinal);
        Assert.Contains("seven parameters", Wording.Help(problem, Language.En), StringComparison.Ordinal);
    }

    [Fact]
    public void Locate_ParametersForCgcs_Refused() =>
        Assert.Equal(
            [ProblemCode.DatumShiftNotUsed],
            world.Locator.Locate(SmallWorld.Point(5000, 5000) with { DatumShift = Shift(0) }).Problems.Select(p => p.Code));

    [Theory]
    [InlineData(null, 6)]
    [InlineData(0.25, 1.25)]
    public void Locate_OldDatumWithParameters_RecordedWithTheirAccuracy(double? stated, double expected)
    {
        var shift = Shift(0) with { Accuracy = stated is { } metres ? new Metres((decimal)metres) : null };

        var location = world.Locate(SmallWorld.Point(5000, 5000) with { Crs = "EPSG:2384", DatumShift = shift });

        Assert.Equal((decimal)expected, location.Accuracy.Value);
        var step = Assert.Single(location.Steps, s => s.Zh.Contains("七参数", StringComparison.Ordinal));
        foreach (var part in (string[])["dx=10.5", "dy=-20", "dz=30", "rx=1.25", "ry=-2.5", "rz=3.75", "scale=4.5", "EPSG 9606"])
        {
            Assert.Contains(part, step.Zh, StringComparison.Ordinal);
            Assert.Contains(part, step.En, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Locate_LongEdgesOnABaiduMap_TheirBendIsAddedToTheAccuracy()
    {
        var (west, south) = TownWorld.Degrees(1000, 1000);
        var (x1, y1) = WebMapShift.ToBd(west, south);
        var (east, north) = TownWorld.Degrees(9000, 9000);
        var (x2, y2) = WebMapShift.ToBd(east, north);
        var text = string.Create(CultureInfo.InvariantCulture, $"LINESTRING ({x1:R} {y1:R}, {x2:R} {y2:R})");

        var location = world.Locate(TestLayers.Site(SiteFormat.Wkt, text, "BD-09"));

        // 8 km on each axis against a wave of 12 km: tens of metres.
        Assert.InRange(location.Accuracy.Value, 30, 80);
        Assert.Contains(location.Steps, s => s.Zh.Contains("弯曲至多", StringComparison.Ordinal));
    }

    private static DatumShift Shift(decimal add) => new(10.5m + add, -20, 30, 1.25m, -2.5m, 3.75m, 4.5m, RotationConvention.PositionVector);
}
