using FsCheck;
using FsCheck.Fluent;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Testing.Tests;

public sealed class ScenarioGeneratorTests
{
    private static readonly ScenarioGenerator Typical = new(Jingdezhen.Pack, ScenarioMix.Typical);

    [Fact]
    public void Scenarios_Places_AreConsistent()
    {
        foreach (var location in Typical.Scenarios.Sample(200, Seed.Fixed, 50).Select(s => s.Location).OfType<SiteLocation>())
        {
            foreach (var r in location.Relations.Concat(location.Units.SelectMany(u => u.Relations)))
            {
                Assert.False(r.In == Truth.True && r.Distance is { High.Value: > 0 }, $"{r}");
                Assert.False(r.In != Truth.False && r.Distance is { Low.Value: > 0 }, $"{r}");
                Assert.False(r.In == Truth.False && (r.Within != Truth.False || r.Share is { High.Value: > 0 } || r.Overlap is { High.Value: > 0 }), $"{r}");
                Assert.False(r.Within == Truth.True && (r.In != Truth.True || r.Share is { Low.Value: < 1 }), $"{r}");
            }
        }
    }

    [Fact]
    public void Scenarios_Locations_AreOfEveryKind()
    {
        var locations = Typical.Scenarios.Sample(600, Seed.Fixed, 50).Select(s => s.Location).ToArray();

        Assert.Contains(locations, l => l is null);
        Assert.Contains(locations, l => l is { Units.IsEmpty: true, Gaps.IsEmpty: false });
        Assert.Contains(locations, l => l is { Units.Length: 3 });
        Assert.Contains(locations, l => l is { Units.IsEmpty: false, Gaps.IsEmpty: false });
        Assert.Contains(locations, l => l?.Units.Any(u => u.Certainty == Truth.Unknown) == true);
        Assert.Contains(locations, l => l?.Relations.Any(r => r.In == Truth.Unknown && r.Status == LayerStatus.Measured) == true);
        Assert.All(Enum.GetValues<LayerStatus>(), status => Assert.Contains(locations, l => l?.Relations.Any(r => r.Status == status) == true));
    }

    [Fact]
    public void Scenarios_Ledgers_AreFreshStaleEarlyAndMissing()
    {
        var scenarios = Typical.On(new(2020, 12, 31)).Sample(400, Seed.Fixed, 50).ToArray();

        Assert.True(scenarios.Min(s => s.Ledgers.Length) < scenarios.Max(s => s.Ledgers.Length), "no ledger is ever missing");
        Assert.Contains(scenarios.SelectMany(s => s.Ledgers), l => l.AsOf == new DateOnly(2020, 12, 31));
        Assert.Contains(scenarios.SelectMany(s => s.Ledgers), l => l.AsOf == new DateOnly(2021, 1, 1));
        Assert.True(scenarios.SelectMany(s => s.Ledgers).Select(l => l.AsOf).Distinct().Count() >= 4);
    }

    [Fact]
    public void Scenarios_Dates_AreTheDayBeforeOfAndAfterEachChange()
    {
        var dates = Typical.Dates.Sample(500, Seed.Fixed, 50).ToHashSet();

        Assert.All(new DateOnly[] { new(2020, 12, 30), new(2020, 12, 31), new(2021, 1, 1) }, d => Assert.Contains(d, dates));
    }

    [Fact]
    public void Shrink_AgainAndAgain_EndsWithNothingGiven()
    {
        foreach (var scenario in Typical.Scenarios.Sample(20, Seed.Fixed, 50))
        {
            var smallest = scenario;
            for (var steps = 0; ScenarioGenerator.Shrink(smallest).FirstOrDefault() is { } smaller; steps++)
            {
                smallest = smaller;
                Assert.True(steps < 1000, "shrinking goes in a circle");
            }

            Assert.Empty(smallest.Ledgers);
            Assert.Null(smallest.Location);
            Assert.All(smallest.Facts.Facts, f => Assert.IsType<FactValue.Unknown>(f.Value));
        }
    }

    [Fact]
    public void ScenarioCase_EveryScenario_CanBeSavedAsACase()
    {
        var assessor = new Assessing.Assessor(Jingdezhen.Pack);
        foreach (var mix in (ScenarioMix[])[ScenarioMix.Complete, ScenarioMix.Typical, ScenarioMix.Sparse])
        {
            foreach (var scenario in new ScenarioGenerator(Jingdezhen.Pack, mix).Scenarios.Sample(150, Seed.Fixed, 50))
            {
                if (ScenarioCase.Of(scenario, assessor) is null)
                {
                    var written = ScenarioCase.Written(scenario, assessor);
                    var read = CaseReader.Parse("case.yaml", System.Text.Encoding.UTF8.GetBytes(written), assessor.Pack);
                    Assert.Fail($"{mix}: {string.Join("; ", read.Succeeded ? Assessing.CaseCheck.Differences(assessor, read.Value) : read.Problems.Select(p => Wording.Full(p, Language.En)))}\n{written}\n{scenario}");
                }
            }
        }
    }

    [Fact]
    public void ToString_Scenario_ReadsLikeACase()
    {
        var text = Typical.Scenarios.Sample(30, Seed.Fixed, 50).First(s => s.Location is { Units.IsEmpty: false }).ToString();

        Assert.StartsWith("date: 20", text, StringComparison.Ordinal);
        Assert.Contains("\ngiven:\n  ", text, StringComparison.Ordinal);
        Assert.Contains("\n    river-main: ", text, StringComparison.Ordinal);
    }
}
