using System.Collections.Immutable;
using ZoningRules.Assessing;
using ZoningRules.Locations;
using ZoningRules.Margins;
using ZoningRules.Measures;
using ZoningRules.Proposals;
using ZoningRules.Verdicts;

namespace ZoningRules.Geo.Tests;

/// <summary>Margins of boundaries on generated maps: against plane geometry done by hand, and against very many single tries.</summary>
public sealed class BoundaryMarginPropertyTests
{
    private const int Farthest = 4000;

    /// <summary>For a point the critical accuracies are ways to borders; which of them decides follows from which rules hold.</summary>
    [Fact]
    public void Site_APoint_FlipsWhereTheGeometrySays()
    {
        var flips = 0;
        Properties.Hold(150, dice => FlipsWhereTheGeometrySays(dice, ref flips));
        Assert.True(flips > 60, $"only {flips} of the maps had anything to find");
    }

    [Fact]
    public void Site_AnArea_HoldsAtEveryAccuracyTriedAndFailsAtTheEnd() => Properties.Hold(60, dice =>
    {
        using var map = new RandomMap(dice);
        var (margin, possible, at) = Margin(map, map.Area(dice.Next(0, 30)));
        var site = margin.Site!;
        for (var i = 0; i <= 20; i++)
        {
            var accuracy = site.Stated.Value + Math.Round((site.HoldsTo.Value - site.Stated.Value) * i / 20, 3);
            Assert.Equal(MarginWorld.Text(possible), MarginWorld.Text(at(new() { Accuracy = new(accuracy) })));
        }

        if (site.End is BoundaryEnd.Flips flips)
        {
            Assert.Equal(site.HoldsTo.Value + 0.01m, flips.At.Value);
            foreach (var beyond in new[] { 0, 0.5m, 10, 300, 3000 })
            {
                Assert.NotEqual(MarginWorld.Text(possible), MarginWorld.Text(at(new() { Accuracy = flips.At with { Value = flips.At.Value + beyond } })));
            }
        }
        else
        {
            Assert.Equal(Farthest, site.HoldsTo.Value);
        }

        return true;
    });

    /// <summary>Wherever a boundary that is off by no more than the margin can put the whole site, the verdict is one of those told.</summary>
    [Fact]
    public void Site_AnArea_NoMoveWithinTheMarginLeadsElsewhere() => Properties.Hold(60, dice =>
    {
        using var map = new RandomMap(dice);
        var (margin, possible, at) = Margin(map, map.Area(dice.Next(0, 30)));
        for (var bearing = 0m; bearing < 360; bearing += 15)
        {
            foreach (var share in new[] { 0.3m, 0.8m, 1 })
            {
                var move = Displacement.Towards(bearing, new(Math.Round(margin.Site!.HoldsTo.Value * share, 3) - 0.001m));
                Assert.Empty(at(new() { Accuracy = new(0), Shift = move }).Except(possible));
            }
        }

        if (margin.Site!.End is BoundaryEnd.Flips { Shift: { } shift } flips)
        {
            var there = at(new() { Accuracy = new(0), Shift = Displacement.Towards(shift.BearingDegrees, shift.Length) });
            Assert.Equal(MarginWorld.Text(shift.Possible), MarginWorld.Text(there));
            Assert.NotEqual(MarginWorld.Text(possible), MarginWorld.Text(there));
            Assert.Equal(flips.At, shift.Length);
        }

        return true;
    });

    [Fact]
    public void Layers_AnArea_HoldAtEveryAccuracyTriedAndFailAtTheEnd() => Properties.Hold(40, dice =>
    {
        using var map = new RandomMap(dice);
        var (margin, possible, at) = Margin(map, map.Area(dice.Next(0, 30)));
        foreach (var layer in margin.Layers)
        {
            SiteVariation With(decimal accuracy) => new() { LayerAccuracies = ImmutableDictionary<string, Metres>.Empty.Add(layer.Layer!, new(accuracy)) };
            for (var i = 0; i <= 8; i++)
            {
                Assert.Equal(MarginWorld.Text(possible), MarginWorld.Text(at(With(layer.Stated.Value + Math.Round((layer.HoldsTo.Value - layer.Stated.Value) * i / 8, 3)))));
            }

            if (layer.End is BoundaryEnd.Flips flips)
            {
                Assert.NotEqual(MarginWorld.Text(possible), MarginWorld.Text(at(With(flips.At.Value))));
            }
        }

        return true;
    });

    [Fact]
    public void Site_Undetermined_IsSettledUpToTheSharperAccuracyAndNotBeyond() => Properties.Hold(80, dice =>
    {
        using var map = new RandomMap(dice);
        var (margin, possible, at) = Margin(map, map.Area(dice.Next(50, 400)));
        if (margin.Site!.Sharper is { } sharper)
        {
            Assert.Equal(MarginWorld.Text(sharper.Possible), MarginWorld.Text(at(new() { Accuracy = new(0) })));
            Assert.Equal(MarginWorld.Text(sharper.Possible), MarginWorld.Text(at(new() { Accuracy = sharper.To })));
            Assert.NotEqual(MarginWorld.Text(sharper.Possible), MarginWorld.Text(at(new() { Accuracy = new(sharper.To.Value + 0.01m) })));
        }
        else if (possible.Length > 1)
        {
            Assert.Equal(MarginWorld.Text(possible), MarginWorld.Text(at(new() { Accuracy = new(0) })));
        }

        return true;
    });

    private static bool FlipsWhereTheGeometrySays(Random dice, ref int flips)
    {
        using var map = new RandomMap(dice);
        var stated = dice.Next(0, 30);
        var (east, north) = map.Position();
        var (margin, possible, _) = Margin(map, SmallWorld.Point(east, north, stated));

        var rules = map.Truths.Select(t => t(east, north)).Select(t => (t.Holds, Room: t.Way - map.AccuracyOf(t.Layer))).ToArray();
        var (sure, open) = (rules.Where(r => r.Room > stated && r.Holds).ToArray(), rules.Where(r => r.Room <= stated).ToArray());
        Assert.Equal(sure.Length > 0 ? "Prohibited" : open.Length > 0 ? "Admissible Prohibited" : "Admissible", MarginWorld.Text(possible));

        // Prohibited lasts as long as the last rule that surely holds, Admissible until the first that may hold; what is open stays open.
        var critical = sure.Length > 0 ? sure.Max(r => r.Room) : open.Length > 0 ? double.PositiveInfinity : rules.Min(r => r.Room);
        Close(critical, margin.Site!);
        foreach (var layer in margin.Layers)
        {
            var own = map.Truths.Select(t => t(east, north)).Where(t => t.Layer == layer.Layer).Select(t => (t.Holds, Room: t.Way - stated)).ToArray();
            var others = sure.Length - (own is [{ Holds: true } held] && held.Room > map.AccuracyOf(layer.Layer!) ? 1 : 0);
            var alone = own.Length == 0 || others > 0 || (sure.Length == 0 && open.Length > 0) ? double.PositiveInfinity : own[0].Room;
            Close(sure.Length > 0 && own is [{ Holds: false }] ? double.PositiveInfinity : alone, layer);
        }

        flips += margin.Site!.End is BoundaryEnd.Flips ? 1 : 0;
        return true;
    }

    // The margin, the possible verdicts, and those of any variation.
    private static (DecisionMargin Margin, ImmutableArray<Verdict> Possible, Func<SiteVariation, ImmutableArray<Verdict>> At) Margin(RandomMap map, Site.Geometry site)
    {
        var assessor = new Assessor(map.Pack(), map.Locator);
        var proposal = MarginWorld.Proposal(site);
        var assessment = assessor.Assess(proposal, MarginWorld.Today).Require();
        var probe = map.Locator.Probe(site).Require();
        return (
            new MarginSearch(assessor, new() { Farthest = new(Farthest) }).Run(assessment, MarginWorld.Today),
            assessment.Possible,
            v => assessor.AssessAt(proposal, probe.Locate(v).Require(), MarginWorld.Today).Require().Possible);
    }

    private static void Close(double critical, BoundaryMargin margin)
    {
        if (critical > Farthest)
        {
            Assert.IsType<BoundaryEnd.Searched>(margin.End);
            return;
        }

        var flips = Assert.IsType<BoundaryEnd.Flips>(margin.End);
        Assert.InRange(critical, (double)margin.HoldsTo.Value - 1e-4, (double)flips.At.Value + 1e-4);
    }
}
