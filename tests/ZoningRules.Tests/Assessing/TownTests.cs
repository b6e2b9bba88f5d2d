using System.Collections.Immutable;
using ZoningRules.Assessing;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;
using ZoningRules.Testing;
using ZoningRules.Tests.Oracle;
using ZoningRules.Verdicts;

namespace ZoningRules.Tests.Assessing;

/// <summary>A town and no geometry: what comes of each place where the site may lie, joined.</summary>
public sealed class TownTests
{
    // The town is named for a priority and a key unit; the second key unit is a park whose town the law does not name.
    private static readonly Town Named = new("town", "c", ["alias"], [SmallWorld.Units[0].Code, SmallWorld.Units[1].Code], null, SmallWorld.Nowhere);
    private static readonly Town WithHole = Named with { Name = "holed", Hole = "不包含…" };
    private static readonly Town Elsewhere = Named with { Name = "elsewhere", County = "d", UnitCodes = [SmallWorld.Units[3].Code] };

    [Theory]
    [InlineData("town", "ZH36022210001 ZH36022220001 ZH36022220002")]
    [InlineData("alias", "ZH36022210001 ZH36022220001 ZH36022220002")]
    [InlineData("holed", "ZH36022210001 ZH36022220001 ZH36022220002 -")]
    [InlineData("elsewhere", "ZH36022230001")]
    public void Assess_Town_ListsTheCandidates(string town, string expected)
    {
        var assessment = Assess(SmallWorld.Instance.Pack([Rules.Requirement("R1", new Scope.City(), [])], null, Named, WithHole, Elsewhere), town, Some.Scenario());

        Assert.Equal(expected, string.Join(" ", assessment.Candidates.Select(c => c.Unit?.Code ?? "-")));
    }

    [Fact]
    public void Assess_GeneratedPackAndTown_JoinsWhatComesOfEachCandidate() => Checked.ForAll(400, GeneratedCase.Arbitrary(ScenarioMix.Typical), generated =>
    {
        foreach (var town in new[] { Named, WithHole })
        {
            var pack = SmallWorld.Instance.Pack(generated.Pack.Requirements, generated.Pack.UnitLists, town);
            var assessor = new Assessor(pack);
            var there = Places(town).Select(l => (generated.Scenario with { Location = l }).AssessedBy(assessor)).ToArray();
            var joined = Assess(pack, town.Name, generated.Scenario);

            Assert.Equal(there.Select(a => a.Verdict).Distinct().ToArray() is [var common] ? common : Verdict.Undetermined, joined.Verdict);
            Assert.Equal(there.SelectMany(a => a.Possible).Distinct().Order(), joined.Possible.AsEnumerable());
            Assert.Equal(
                there.SelectMany(a => a.Findings).GroupBy(f => f.Norm.Id).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Max(f => f.Outcome))),
                joined.Findings.Select(f => (f.Norm.Id, f.Outcome)));
            Assert.Equal(there.Select(a => a.Verdict).Distinct().Count() > 1 || there.Any(a => a.Questions.Any(q => q.Attribute == "site")), joined.Questions.Any(q => q.Attribute == "site"));
            Assert.Subset(joined.Questions.Select(q => q.Attribute).ToHashSet(), there.SelectMany(a => a.Questions).Select(q => q.Attribute).ToHashSet());
        }
    });

    // Surely in one of the units, and no layer measured.
    private static IEnumerable<SiteLocation> Places(Town town)
    {
        ImmutableArray<LayerRelation> silent = [.. SmallWorld.Instance.Layers.Select(l => Some.Silent(l.Id, LayerStatus.NoGeometry))];
        foreach (var unit in new[] { 0, 1, 2 })
        {
            yield return Some.At(silent, Some.Hit(unit));
        }

        if (town.Hole is { } hole)
        {
            yield return Some.At(silent) with { Gaps = [new(new(0), new(1), hole, false)] };
        }
    }

    private static Assessment Assess(RulePack pack, string town, Scenario scenario)
    {
        var proposal = ProposalText.ToProposal(scenario.Facts) with { Site = new Site.Town(town, null, null) };
        return new Assessor(pack).Assess(proposal, new(scenario.GoverningDate, scenario.Ledgers)).Require();
    }
}
