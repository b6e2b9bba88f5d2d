using System.Collections.Immutable;
using ZoningRules.Assessing;
using ZoningRules.Locations;
using ZoningRules.Margins;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;
using ZoningRules.Tests.Oracle;
using ZoningRules.Verdicts;

namespace ZoningRules.Tests.Margins;

/// <summary>The search for a boundary's margin where more than completions change with the accuracy. Only the seam to geometry is made up.</summary>
public sealed class BoundarySearchTests
{
    private static readonly Lines Lines = new(SmallWorld.Instance);
    private static readonly AssessmentContext Today = AssessmentContext.On(SmallWorld.Day);

    [Fact]
    public void Site_NothingDependsOnIt_HoldsToTheGreatestAccuracy()
    {
        var margin = Run(Lines.SiteIn("park"), _ => Some.Location());

        Assert.Equal((10_000m, typeof(BoundaryEnd.Searched)), (margin.HoldsTo.Value, margin.End.GetType()));
    }

    [Fact]
    public void Site_WorseThanTheBoundAlready_IsNotSearched()
    {
        var margin = Run(Lines.SiteIn("park"), a => Near(a), bounds: new() { Farthest = new(0.5m) });

        Assert.Equal((1m, typeof(BoundaryEnd.Searched)), (margin.HoldsTo.Value, margin.End.GetType()));
    }

    [Fact]
    public void Site_DisputeThatEndsAndChangesNothing_IsPassed()
    {
        // Measured inside up to 50 m, declared outside: disputed. From there on it is only imprecise, and as open as before.
        var margin = Run(Lines.SiteIn("park"), a => a < 50 ? Inside() : Near(a), declaredOutside: true);

        Assert.IsType<BoundaryEnd.Searched>(margin.End);
    }

    [Fact]
    public void Site_DisputeThatEnds_IsTheMarginWhenItSettlesTheVerdict()
    {
        // Disputed, nothing about the park is known, not even that it is near. Once the dispute has ended the distance counts.
        var margin = Run(Lines.Distance("park", Comparison.AtMost, 1000), a => a < 50 ? Inside() : Near(a), declaredOutside: true);

        var flips = Assert.IsType<BoundaryEnd.Flips>(margin.End);
        Assert.Equal((49.99m, 50m, "Prohibited"), (margin.HoldsTo.Value, flips.At.Value, string.Join(' ', flips.Possible)));
    }

    [Fact]
    public void Site_SharperThanTheDispute_IsNotToldToSettleAnything()
    {
        var margin = Run(Lines.SiteIn("park"), a => a < 50 ? Inside() : Near(a), accuracy: 60, declaredOutside: true);

        Assert.Null(margin.Sharper);
    }

    [Fact]
    public void Site_DoubtThatTheAccuracyExplains_ChangesThePossibleVerdicts()
    {
        var gap = new UnitGap(new(10), new(0.1m), null, false);
        var margin = Run(Lines.SiteIn("park"), a => a < 20 ? Some.Location() with { Gaps = [gap] } : Some.Location());

        var flips = Assert.IsType<BoundaryEnd.Flips>(margin.End);
        Assert.Equal((19.99m, "Admissible"), (margin.HoldsTo.Value, string.Join(' ', flips.Possible)));
        Assert.Equal((Truth.True, Truth.False, "units"), Assert.Single(flips.Causes) is var c ? (c.Before, c.After, c.Target) : default);
    }

    [Fact]
    public void Site_ListOfOneMoreUnit_IsACauseOfItsOwn()
    {
        var pack = Pack(Lines.SiteIn("park"), SmallWorld.Lists(SmallWorld.Units[1].Code));
        var margin = Run(pack, a => a < 20 ? Some.Location() : Some.Location() with { Units = [.. Some.Location().Units, Some.Hit(3, Truth.Unknown, Some.Location().Relations)] });

        var flips = Assert.IsType<BoundaryEnd.Flips>(margin.End);
        Assert.Equal((19.99m, "Conditional"), (margin.HoldsTo.Value, string.Join(' ', flips.Possible)));
        Assert.Equal(SmallWorld.Units[3].Code, Assert.Single(flips.Causes).Target);
    }

    [Fact]
    public void Site_CannotBeLocatedBeyond_SaysThatItCannotBeTold()
    {
        var margin = Run(Lines.SiteIn("park"), a => a < 70 ? Some.Location() : null);

        Assert.Equal(69.99m, margin.HoldsTo.Value);
        Assert.Contains("too intricate", Assert.IsType<BoundaryEnd.NotFollowed>(margin.End).Why.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Site_ExactPassGivesWay_SaysThatItCannotBeTold()
    {
        var condition = new Condition.All([Lines.SiteIn("park"), Lines.SiteIn("zone")]);
        Assert.IsType<BoundaryEnd.Flips>(Run(condition, Two).End);

        var margin = Run(condition, Two, nodeLimit: 2);

        Assert.Equal(29.99m, margin.HoldsTo.Value);
        Assert.Contains("outgrew", Assert.IsType<BoundaryEnd.NotFollowed>(margin.End).Why.En, StringComparison.Ordinal);

        static SiteLocation Two(decimal a) =>
            a < 30 ? Some.Location() : Some.At([Some.AtEdge("park", a), Some.Outside("river"), Some.AtEdge("zone", a)], Some.Hit(1));
    }

    private static SiteLocation Inside() => Some.At([Some.Inside("park"), Some.Outside("river"), Some.Outside("zone")], Some.Hit(1));

    private static SiteLocation Near(decimal accuracy) =>
        Some.At([Some.AtEdge("park", Math.Min(accuracy, 900)), Some.Outside("river"), Some.Outside("zone")], Some.Hit(1));

    private static RulePack Pack(Condition prohibited, UnitLists? lists = null) =>
        SmallWorld.Instance.Pack([Rules.Requirement("R", new Scope.City(), Rules.Norm("R.a", Effect.Prohibit) with { When = prohibited })], lists);

    private static BoundaryMargin Run(
        Condition prohibited, Func<decimal, SiteLocation?> locate, decimal accuracy = 1, bool declaredOutside = false, int? nodeLimit = null, MarginBounds? bounds = null) =>
        Run(Pack(prohibited), locate, accuracy, declaredOutside, nodeLimit, bounds);

    private static BoundaryMargin Run(
        RulePack pack, Func<decimal, SiteLocation?> locate, decimal accuracy = 1, bool declaredOutside = false, int? nodeLimit = null, MarginBounds? bounds = null)
    {
        var locator = new MadeUp(new(accuracy), locate);
        var assessor = nodeLimit is { } limit ? new Assessor(pack, locator) { NodeLimit = limit } : new Assessor(pack, locator);
        ImmutableArray<DeclaredValue> declared = declaredOutside ? [new("site.in.park", new RawValue.Text("no"))] : [];
        var proposal = new Proposal("p", null, new Site.Geometry(SiteFormat.Point, "0, 0", null, new(accuracy), SmallWorld.Nowhere), declared, []);
        return new MarginSearch(assessor, bounds).Run(assessor.Assess(proposal, Today).Require(), Today).Site!;
    }

    private sealed class MadeUp(Metres accuracy, Func<decimal, SiteLocation?> locate) : ISiteLocator, ISiteProbe
    {
        public IReadOnlyList<LayerUse> Layers => [];

        public Metres Accuracy => accuracy;

        public Metres GreatestAccuracy => new(10_000);

        public ImmutableArray<KeyValuePair<string, Metres>> LayerAccuracies => [];

        public Loaded<SiteLocation> Locate(Site.Geometry site) => Locate(SiteVariation.None);

        public Loaded<ISiteProbe> Probe(Site.Geometry site) => Loaded<ISiteProbe>.Good(this);

        public Loaded<SiteLocation> Locate(SiteVariation variation) => locate((variation.Accuracy ?? accuracy).Value) is { } location
            ? Loaded<SiteLocation>.Good(location)
            : Loaded<SiteLocation>.Bad(Problem.Of(ProblemCode.BadGeometry, SmallWorld.Nowhere, "x", "x"));

        public ImmutableArray<decimal> BearingsTo(string target) => [];
    }
}
