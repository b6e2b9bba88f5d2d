using ZoningRules.Analysis;
using ZoningRules.Problems;
using ZoningRules.RulePacks;
using ZoningRules.Tests.RulePacks;

namespace ZoningRules.Tests.Analysis;

/// <summary>Two editions whose vocabularies, lists or units differ are compared by what they have in common.</summary>
public sealed class PackComparisonTests
{
    private const string City = "requirements/city/all.yaml";
    private const string Words = "vocabulary/all.yaml";

    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void Render_OneNorm_IsCountedAsOne()
    {
        var difference = Compare(p => p.Edit(City, "boiler.capacity <= 35 t-steam/h", "boiler.capacity <= 65 t-steam/h"));
        var heading = DifferenceReport.Render(difference, Language.En).Split('\n')[0];
        Assert.EndsWith("; 1 norm differs.", heading, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_LimitRaised_IsStricterWithACaseBetweenTheLimits()
    {
        var difference = Compare(p => p.Edit(City, "boiler.capacity <= 35 t-steam/h", "boiler.capacity <= 65 t-steam/h"));
        var norm = Assert.Single(difference.Norms);
        Assert.Equal(("R-01.a", DifferenceRelation.Stricter), (norm.Norm, norm.Relation));
        Assert.NotNull(norm.Stricter);
        Assert.Null(norm.Looser);
        Assert.DoesNotContain("R-01.a", norm.Stricter.Old.Norms);
        Assert.Contains("R-01.a", norm.Stricter.New.Norms);
        Assert.All(difference.Rows, r => Assert.Contains(r.Relation, (DifferenceRelation[])[DifferenceRelation.Stricter, DifferenceRelation.Equivalent]));
    }

    [Fact]
    public void Run_TableOfAPackWithoutControlUnits_ComparesTheWholeTerritoryRowByRow()
    {
        using var old = TablePack.Make().WithoutUnits();
        using var @new = TablePack.Make().WithoutUnits().Edit(TablePack.Tables, "holds: \">=\"", "holds: \">\"");

        var difference = PackComparison.Run(old.Read().Require(), @new.Read().Require(), Today);

        Assert.Equal(["T-01.a-clay", "T-01.a-coal-deep", "T-01.a-water"], difference.Norms.Select(n => n.Norm));
        Assert.All(difference.Norms, n => Assert.Equal(DifferenceRelation.Stricter, n.Relation));
        Assert.Equal([(null, "new", DifferenceRelation.Stricter), (null, "expand", DifferenceRelation.Equivalent)], difference.Rows.Select(r => (r.Category, r.Action!.Id, r.Relation)));
        Assert.Contains("mine.water: 40 m3/d", difference.Norms[2].Stricter!.Text, StringComparison.Ordinal);
        Assert.Contains("the whole territory · new: stricter", DifferenceReport.Render(difference, Language.En), StringComparison.Ordinal);
        Assert.DoesNotContain("in no unit", DifferenceReport.Render(difference, Language.En), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OptionAdded_ChangesNothingUntilANormNamesIt()
    {
        SmallPack Added(SmallPack pack) => pack.Edit(Words, "          gas: {zh: 气, en: gas}\n        label: {zh: 燃料, en: fuel}", "          gas: {zh: 气, en: gas}\n          oil: {zh: 油, en: oil}\n        label: {zh: 燃料, en: fuel}");
        Assert.Empty(Compare(Added).Norms);
        var named = Assert.Single(Compare(p => Added(p).Edit(City, "boiler.fuel is coal", "boiler.fuel in [coal, oil]")).Norms);
        Assert.Equal(DifferenceRelation.Stricter, named.Relation);
        Assert.Contains("oil", named.Stricter!.Text, StringComparison.Ordinal);

        // The old edition does not know the word.
        Assert.Null(named.Stricter.Old.Verdict);
    }

    [Fact]
    public void Run_AttributeRemovedThatNoNormUses_IsEquivalent() => Assert.Empty(Compare(p => p.Edit(
        Words,
        """
          project.polluting:
            type: yes-no
            label: {zh: 排污, en: polluting}
            ask: {zh: 排污？, en: Polluting?}
            answered-by: applicant

        """,
        "")).Norms);

    [Fact]
    public void Run_AttributeOfAnotherKind_IsKeptApart()
    {
        var difference = Compare(p => p.Edit(Words, "    type: number\n    minimum: 0\n    label: {zh: 存栏, en: head}", "    type: yes-no\n    label: {zh: 存栏, en: head}"));
        Assert.Equal("livestock.head", Assert.Single(difference.Unlike));
        Assert.Empty(difference.Norms);
    }

    [Fact]
    public void Run_ListEditionWider_IsStricter()
    {
        var norm = Assert.Single(Compare(p => p.Edit("lists/all.yaml", "members: [\"26\"]", "members: [\"26\", \"D\"]")).Norms);
        Assert.Equal(("R-02.a", DifferenceRelation.Stricter), (norm.Norm, norm.Relation));
        Assert.Contains("project.industry: \"D\"", norm.Stricter!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_UnitListLoaded_IsNoDifferenceOfNorms() =>
        Assert.Empty(Compare(p => p.Edit("manifest.yaml", "loaded: []", "loaded: [ZH36022210001]")).Norms);

    [Fact]
    public void Run_NormAddedOrGone_SaysSo()
    {
        using var folder = new SmallPack();
        var less = folder.Edit(City, "effect: prohibit\n        readings", "effect: prohibit\n        applies: project.action in [new]\n        readings").Read().Require();
        var less2 = Assert.Single(PackComparison.Run(SmallPack.Load(), less, Today).Norms);
        Assert.Equal(DifferenceRelation.Looser, less2.Relation);
        var without = SmallPack.Load();
        without = without.With([.. without.Requirements.Where(r => r.Id != "R-01")]);
        Assert.Equal(DifferenceRelation.Removed, Assert.Single(PackComparison.Run(SmallPack.Load(), without, Today).Norms).Relation);
        Assert.Equal(DifferenceRelation.Added, Assert.Single(PackComparison.Run(without, SmallPack.Load(), Today).Norms).Relation);
    }

    private static PackDifference Compare(Func<SmallPack, SmallPack> change)
    {
        using var folder = new SmallPack();
        return PackComparison.Run(SmallPack.Load(), change(folder).Read().Require(), Today);
    }
}
