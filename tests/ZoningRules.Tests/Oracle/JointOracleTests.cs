using ZoningRules.Verdicts;

namespace ZoningRules.Tests.Oracle;

/// <summary>What two packs come to together agrees with completions of both, enumerated naively.</summary>
public sealed class JointOracleTests
{
    private const int MostCompletions = 1500;

    [Theory]
    [InlineData(1500, 5)]
    [InlineData(1500, 15)]
    [InlineData(1000, 30)]
    public void Joint_GeneratedPacksAndForm_HoldsWhateverBothCanComeTo(int cases, int unknownPercent)
    {
        var (compared, exact, together) = (0, 0, new HashSet<(Verdict, Concern)>());
        Checked.ForAll(cases, JointCase.Arbitrary(new(unknownPercent, unknownPercent)), c =>
        {
            var possible = NaiveOracle.PossibleTogether(
                c.Zoning, c.Plan, c.Scenario.Facts, c.Scenario.Location, c.Scenario.Ledgers, c.Scenario.GoverningDate, MostCompletions);
            if (possible is null)
            {
                return;
            }

            var joint = c.Together(c.Zoning, c.Plan);
            Assert.Subset(joint.Possible.ToHashSet(), possible.ToHashSet());
            if (joint.Exact)
            {
                Assert.Equal(possible, joint.Possible.ToArray());
                exact++;
            }

            if (joint.Possible.Length == 1)
            {
                Assert.Equal(possible, [joint.Verdict]);
            }

            together.Add((joint.Verdict, joint.Parts.Single(p => p.Pack == c.Plan).Concern));
            compared++;
        });

        Assert.True(compared >= cases / 2, $"only {compared} of {cases} cases were small enough to compare");
        Assert.True(exact >= compared / 2, $"only {exact} of {compared} were exact");
        Assert.True(together.Count >= 9, $"only {together.Count} kinds of cases");
    }
}
