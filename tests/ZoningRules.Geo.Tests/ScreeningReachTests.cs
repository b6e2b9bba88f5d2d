using System.Collections.Immutable;
using System.Globalization;
using ZoningRules.Assessing;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Geo.Tests;

/// <summary>A screening does not measure distances that no norm tells apart; it says the same as the assessment, which measures them all.</summary>
public sealed class ScreeningReachTests
{
    [Fact]
    public void Screen_AnySiteOnAnyMap_SaysWhatAssessSays() => Properties.Hold(300, dice =>
    {
        using var map = new RandomMap(dice);
        var assessor = new Assessor(map.Pack(), map.Locator);
        foreach (var site in (Site.Geometry[])[map.Area(dice.Next(0, 60)), PointOn(map, dice, 1), PointOn(map, dice, 8)])
        {
            Assert.Equal(Text(Screening.Of(assessor.Assess(MarginWorld.Proposal(site), MarginWorld.Today).Require())), Text(assessor.Screen(MarginWorld.Proposal(site), MarginWorld.Today).Require()));
        }

        return true;
    });

    [Fact]
    public void Locate_WithAReach_DiffersInFarDistancesOnly() => Properties.Hold(300, dice =>
    {
        using var map = new RandomMap(dice);
        var reach = DistanceReach.Of([KeyValuePair.Create("first", new Metres(dice.Next(0, 2000))), KeyValuePair.Create("line", new Metres(0))]);
        foreach (var site in (Site.Geometry[])[map.Area(dice.Next(0, 60)), PointOn(map, dice, 2)])
        {
            var (whole, near) = (map.Locator.Locate(site).Require(), map.Locator.Locate(site, reach).Require());
            Assert.Equal(whole.Units.Select(u => (u.Code, u.Certainty, u.ShareOfSite)), near.Units.Select(u => (u.Code, u.Certainty, u.ShareOfSite)));
            foreach (var (a, b) in whole.Relations.Zip(near.Relations).Concat(whole.Units.Zip(near.Units).SelectMany(u => u.First.Relations.Zip(u.Second.Relations))))
            {
                CompareRelations(a, b, reach);
            }
        }

        return true;
    });

    [Fact]
    public void Locate_BeyondTheReach_StatesThatItIsBeyond()
    {
        using var world = new SmallWorld();
        var site = SmallWorld.Point(4000, 2500);

        // The zone ends at east 3000; site and zone are accurate to 11 m together.
        var beyond = Relation(world, site, 980);
        var within = Relation(world, site, 1000);

        Assert.True(beyond.Distance!.Value.Low.Value > 980);
        Assert.True(beyond.Distance.Value.High.Value > 20_000_000);
        Assert.Equal((Truth.False, LayerStatus.Measured, null, null), (beyond.In, beyond.Status, beyond.NearestFeature, beyond.BearingDegrees));
        Assert.Equal(world.Locator.Locate(site).Require().Relations.Single(r => r.Layer == "zone"), within);
    }

    [Fact]
    public void Screen_DeclaredDistanceFarBeyondTheReach_ConflictsAsInTheAssessment()
    {
        var pack = RulePackReader.Read(Path.Combine(ZoningRules.Tests.Repository.Root, "rules", "jingdezhen")).Require();
        var assessor = new Assessor(pack, SiteLocator.Load(pack.Layers));
        var checkedSites = 0;
        foreach (var layer in pack.Vocabulary.Layers.Where(l => pack.Vocabulary.TryFind(Vocabulary.DistanceToLayer(l.Id), out _)))
        {
            foreach (var distance in (string[])["1 m", "90 km", "3 km"])
            {
                var proposal = new Proposal(
                    "p", null, TestLayers.Point(117.21, 29.27, "EPSG:4490"), [new("project.action", new RawValue.Text("new")), new(Vocabulary.DistanceToLayer(layer.Id), new RawValue.Text(distance))], []);
                Assert.Equal(Text(Screening.Of(assessor.Assess(proposal, MarginWorld.Today).Require())), Text(assessor.Screen(proposal, MarginWorld.Today).Require()));
                checkedSites++;
            }
        }

        Assert.True(checkedSites >= 3, $"only {checkedSites} sites");
    }

    [Fact]
    public void Screen_JingdezhenAnyPoint_SaysWhatAssessSays()
    {
        var pack = RulePackReader.Read(Path.Combine(ZoningRules.Tests.Repository.Root, "rules", "jingdezhen")).Require();
        var assessor = new Assessor(pack, SiteLocator.Load(pack.Layers));
        var dice = new Random(26);
        string[] actions = ["new", "rebuild", "expand", "existing"];
        string[] industries = ["2614", "1713", "4411", "0313", "22", "2710"];
        for (var turn = 0; turn < 300; turn++)
        {
            var site = TestLayers.Point(116.95 + (0.75 * dice.NextDouble()), 28.73 + (1.3 * dice.NextDouble()), "EPSG:4490");
            var proposal = new Proposal(
                "p",
                null,
                site with { Accuracy = new(dice.Next(0, 400)) },
                [
                    new("project.kind", new RawValue.Text(dice.Next(2) == 0 ? "park" : "project")),
                    new("project.action", new RawValue.Text(actions[dice.Next(actions.Length)])),
                    new("project.industry", new RawValue.Text(industries[dice.Next(industries.Length)])),
                ],
                []);
            var (assessed, screened) = (assessor.Assess(proposal, MarginWorld.Today), assessor.Screen(proposal, MarginWorld.Today));
            Assert.Equal(assessed.Problems.Select(p => p.Id), screened.Problems.Select(p => p.Id));
            if (assessed.Succeeded)
            {
                Assert.Equal(Text(Screening.Of(assessed.Value)), Text(screened.Value!));
            }
        }
    }

    private static LayerRelation Relation(SmallWorld world, Site.Geometry site, decimal reach) =>
        world.Locator.Locate(site, DistanceReach.Of([KeyValuePair.Create("zone", new Metres(reach))])).Require().Relations.Single(r => r.Layer == "zone");

    private static void CompareRelations(LayerRelation whole, LayerRelation near, DistanceReach reach)
    {
        if (whole.Distance == near.Distance)
        {
            Assert.Equal(whole, near);
            return;
        }

        var bound = reach.To(whole.Layer) ?? throw new InvalidOperationException($"{whole.Layer} has no reach");
        Assert.True(near.Distance!.Value.High.Value > 20_000_000 && near.Distance.Value.High >= whole.Distance!.Value.High);
        Assert.True(whole.Distance.Value.High > bound);

        // Below the reach the low end, which the edge of the coverage may set, is exact.
        Assert.True(near.Distance.Value.Low == whole.Distance.Value.Low || (near.Distance.Value.Low > bound && whole.Distance.Value.Low > bound));
        Assert.Equal(
            whole with { Distance = null, NearestFeature = null, BearingDegrees = null },
            near with { Distance = null, NearestFeature = null, BearingDegrees = null });
    }

    // In the middle of the map, where everything is, or far from it.
    private static Site.Geometry PointOn(RandomMap map, Random dice, int spread)
    {
        var (east, north) = map.Position();
        return SmallWorld.Point(50_000 + ((east - 50_000) * spread), 50_000 + ((north - 50_000) * spread));
    }

    private static string Text(Screening screening) => string.Join(
        '\n',
        screening.Verdict,
        string.Join(", ", screening.Possible),
        screening.SameForEveryCompletion,
        screening.Exact,
        string.Join(", ", (screening.Location?.Units ?? []).Select(u => string.Create(CultureInfo.InvariantCulture, $"{u.Code} {u.Certainty} {u.ShareOfSite.Value}"))),
        string.Join(", ", screening.Norms.Select(n => $"{n.Norm.Id} {n.Outcome}")),
        string.Join(", ", screening.Doubts.Select(d => $"{d.Kind} {d.Share}")),
        string.Join(", ", screening.Questions),
        string.Join(", ", screening.NotLoaded.Select(l => l.Unit)));
}
