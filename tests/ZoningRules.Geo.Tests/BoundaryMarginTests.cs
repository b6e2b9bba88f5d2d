using System.Collections.Immutable;
using ZoningRules.Assessing;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Margins;
using ZoningRules.Measures;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Geo.Tests;

/// <summary>Margins of boundaries: figures that can be checked by hand in the small world.</summary>
public sealed class BoundaryMarginTests : IDisposable
{
    private readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public void Site_OutsideAForbiddenZone_FlipsAtTheGapLessTheLayersAccuracy()
    {
        // The zone begins at east 2000, accurate to 10 m; the site ends at 1900.
        var margin = Of(SmallWorld.Box(1800, 2400, 1900, 2500), v => [(new Scope.City(), MarginWorld.In(v, "zone"))]);

        var flips = Flips(margin.Site);
        Assert.Equal((1m, 89.99m, 90m), (margin.Site!.Stated.Value, margin.Site.HoldsTo.Value, flips.At.Value));
        Assert.Equal("Admissible Prohibited", MarginWorld.Text(flips.Possible));
        var cause = Assert.Single(flips.Causes);
        Assert.Equal(("zone", "区", 90m, Truth.False, Truth.Unknown), (cause.Target, cause.Feature, cause.BearingDegrees, cause.Before, cause.After));
        Assert.Equal("R1.a", Assert.Single(cause.Norms).Norm);
        Assert.Equal((90m, 90m), (flips.Shift!.BearingDegrees, flips.Shift.Length.Value));
        Assert.Equal("Admissible Prohibited", MarginWorld.Text(flips.Shift.Possible));
    }

    [Fact]
    public void Layer_AForbiddenZoneNearby_FlipsAtTheGapLessTheSitesAccuracy()
    {
        var margin = Of(SmallWorld.Box(1800, 2400, 1900, 2500), v => [(new Scope.City(), MarginWorld.In(v, "zone"))]);

        var zone = margin.Layers.Single(l => l.Layer == "zone");
        Assert.Equal((10m, 98.99m, 99m), (zone.Stated.Value, zone.HoldsTo.Value, Flips(zone).At.Value));
        Assert.Null(Flips(zone).Shift);
        var units = margin.Layers.Single(l => l.Layer == "units");
        Assert.IsType<BoundaryEnd.Searched>(units.End);
        Assert.Equal(["zone", "units"], margin.Layers.Select(l => l.Layer));
    }

    [Theory]
    [InlineData(100, 900, 880, 880.01, 270)]
    [InlineData(2000, 1000, 979.99, 980, 90)]
    public void Site_DistanceToALine_FlipsAtTheDifferenceToTheLimit(double gap, double difference, double holds, double changes, int bearing)
    {
        // The line runs at east 6000, accurate to 20 m. Within 1 km, included, is forbidden: near sites must go away from it, far ones towards it.
        var margin = Of(SmallWorld.Point(6000 - gap, 5000), v => [(new Scope.City(), MarginWorld.Distance(v, "line", Comparison.AtMost, 1000))]);

        Assert.Equal(difference, Math.Abs(gap - 1000));
        Assert.Equal(((decimal)holds, (decimal)changes), (margin.Site!.HoldsTo.Value, Flips(margin.Site).At.Value));
        Assert.Equal(bearing, Flips(margin.Site).Shift!.BearingDegrees);
    }

    [Fact]
    public void Site_NearTheNextControlUnit_FlipsAtItsBorder()
    {
        // The border runs at east 5000, accurate to 5 m; the site ends 12.3 m before it.
        var margin = Of(SmallWorld.Box(4900, 4000, 4987.7, 4100), v => [(new Scope.InCategory(ControlCategory.Key), null)]);

        Assert.Equal((7.29m, 7.3m), (margin.Site!.HoldsTo.Value, Flips(margin.Site).At.Value));
        var cause = Assert.Single(Flips(margin.Site).Causes);
        Assert.Equal((SmallWorld.B, "乙", 90m), (cause.Target, cause.Name.Zh, cause.BearingDegrees));
        Assert.Equal(90m, Flips(margin.Site).Shift!.BearingDegrees);
        var units = margin.Layers.Single(l => l.Layer == "units");
        Assert.Equal((11.29m, 11.3m), (units.HoldsTo.Value, Flips(units).At.Value));
    }

    [Fact]
    public void Site_DeepInsideWhatItMustStayIn_FlipsWhenItsDeepestPositionCouldBeOutside()
    {
        // A point 300 m inside the zone; outside it is forbidden.
        var margin = Of(SmallWorld.Point(2300, 2500), v => [(new Scope.City(), new Condition.Not(MarginWorld.In(v, "zone")))]);

        Assert.Equal((289.99m, 290m), (margin.Site!.HoldsTo.Value, Flips(margin.Site).At.Value));
        Assert.Equal(270m, Flips(margin.Site).Shift!.BearingDegrees);
    }

    [Fact]
    public void Site_SurroundingTheZone_HasNoShiftThatFlips()
    {
        // The zone lies in the middle of the site. To be outside it would take a hole: no move of the whole site by that much does it.
        var margin = Of(SmallWorld.Box(1000, 1000, 4000, 4000), v => [(new Scope.City(), new Condition.Not(MarginWorld.In(v, "zone")))]);

        var flips = Flips(margin.Site);
        Assert.InRange(flips.At.Value, 480, 490);
        Assert.Null(flips.Shift);
    }

    [Fact]
    public void Site_TooInaccurateToDecide_SaysWhichAccuracyWould()
    {
        // 50 m from the zone with an accuracy of 100 m.
        var margin = Of(SmallWorld.Box(1800, 2400, 1950, 2500, 100), v => [(new Scope.City(), MarginWorld.In(v, "zone"))]);

        Assert.Equal(39.99m, margin.Site!.Sharper!.To.Value);
        Assert.Equal("Admissible", MarginWorld.Text(margin.Site.Sharper.Possible));
        Assert.IsType<BoundaryEnd.Searched>(margin.Site.End);
        Assert.Null(margin.Layers.Single(l => l.Layer == "zone").Sharper);
    }

    [Fact]
    public void Site_AcrossTheZonesBorderWithinTheLayersAccuracy_NoSurveyOfTheSiteHelps()
    {
        var margin = Of(SmallWorld.Point(1995, 2500, 1), v => [(new Scope.City(), MarginWorld.In(v, "zone"))]);

        Assert.Null(margin.Site!.Sharper);
        Assert.Equal(3.99m, margin.Layers.Single(l => l.Layer == "zone").Sharper!.To.Value);
    }

    [Fact]
    public void Site_NothingNear_HoldsToTheBound()
    {
        var pack = MarginWorld.Pack(world.Definitions, v => [(new Scope.City(), MarginWorld.In(v, "zone"))]);
        var margin = Of(pack, world.Locator, SmallWorld.Point(2500, 9000), new() { Farthest = new(500) });

        Assert.Equal((500m, typeof(BoundaryEnd.Searched)), (margin.Site!.HoldsTo.Value, margin.Site.End.GetType()));
    }

    [Fact]
    public void Site_NearTheEdgeOfTheCoverage_SaysThatTheLayerEndsThere()
    {
        var margin = Of(SmallWorld.Point(5000, 200), v => [(new Scope.City(), MarginWorld.In(v, "zone"))]);

        var cause = Flips(margin.Site).Causes.Single(c => c.Target == "zone");
        Assert.Equal((190m, true, null), (Flips(margin.Site).At.Value, cause.AtCoverageEdge, cause.BearingDegrees));
    }

    [Fact]
    public void Run_InAHole_NeverTellsThatAVerdictWasSettled()
    {
        // In the known hole: undetermined whatever the accuracy. That it may lie in a unit too changes nothing; that it may lie in the zone does.
        var margin = Of(SmallWorld.Point(8500, 9000), v => [(new Scope.City(), MarginWorld.In(v, "zone"))]);

        var flips = Flips(margin.Site);
        Assert.Equal((989.99m, 990m), (margin.Site!.HoldsTo.Value, flips.At.Value));
        Assert.Contains(Verdict.Undetermined, flips.Possible);
        Assert.Equal(["zone"], flips.Causes.Select(c => c.Target));
    }

    [Fact]
    public void Run_OtherSites_AreRankedByVerdict()
    {
        var pack = MarginWorld.Pack(world.Definitions, v => [(new Scope.City(), MarginWorld.In(v, "zone"))]);
        var assessor = new Assessor(pack, world.Locator);
        var assessment = assessor.Assess(MarginWorld.Proposal(SmallWorld.Point(2500, 2500)), MarginWorld.Today).Require();
        ImmutableArray<CandidateSite> sites = [new("edge", SmallWorld.Point(2000, 2500)), new("nowhere", SmallWorld.Point(9e6, 0)), new("far", SmallWorld.Point(7000, 2500))];

        var margin = new MarginSearch(assessor).Run(assessment, MarginWorld.Today, sites);

        Assert.Equal(["far Admissible", "edge Undetermined"], margin.Elsewhere.Select(e => $"{e.Name} {e.Verdict}"));
        Assert.True(margin.Change!.Hopeless);
        Assert.Equal(["R1.a"], margin.Change.Unavoidable.Select(n => n.Norm));
    }

    [Fact]
    public void Run_AssessmentOfOtherRulesOrDate_IsRefused()
    {
        var pack = MarginWorld.Pack(world.Definitions, v => [(new Scope.City(), MarginWorld.In(v, "zone"))]);
        var assessment = new Assessor(pack, world.Locator).Assess(MarginWorld.Proposal(SmallWorld.Point(2500, 2500)), MarginWorld.Today).Require();

        Assert.Throws<ArgumentException>(() => new MarginSearch(new(MarginWorld.Pack(world.Definitions, _ => []))).Run(assessment, MarginWorld.Today));
        Assert.Throws<ArgumentException>(() => new MarginSearch(new(pack)).Run(assessment, AssessmentContext.On(new(2027, 1, 1))));
    }

    private DecisionMargin Of(Site.Geometry site, Func<Vocabulary, IEnumerable<(Scope Scope, Condition? When)>> rules) =>
        Of(MarginWorld.Pack(world.Definitions, rules), world.Locator, site, null);

    private static DecisionMargin Of(RulePack pack, ISiteLocator locator, Site.Geometry site, MarginBounds? bounds)
    {
        var assessor = new Assessor(pack, locator);
        return new MarginSearch(assessor, bounds).Run(assessor.Assess(MarginWorld.Proposal(site), MarginWorld.Today).Require(), MarginWorld.Today);
    }

    private static BoundaryEnd.Flips Flips(BoundaryMargin? margin) => Assert.IsType<BoundaryEnd.Flips>(margin?.End);
}
