using ZoningRules.Assessing;
using ZoningRules.Testing;
using ZoningRules.Tests.Oracle;
using ZoningRules.Verdicts;

namespace ZoningRules.Tests.Evaluation;

public sealed class ExactPassTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(6)]
    public void Run_NodeLimitReached_OnlyAddsVerdictsAndQuestions(int nodeLimit)
    {
        var gaveWay = 0;
        Checked.ForAll(700, GeneratedCase.Arbitrary(ScenarioMix.Typical), Compare);
        Checked.ForAll(700, GeneratedCase.ArbitraryPlan(ScenarioMix.Typical), Compare);

        Assert.True(gaveWay > 10, $"gave way {gaveWay} times");

        void Compare(GeneratedCase generated)
        {
            var exact = generated.Assess();
            var bounded = generated.Scenario.AssessedBy(new(generated.Pack) { NodeLimit = nodeLimit });
            gaveWay += bounded.Exact ? 0 : 1;

            Assert.True(exact.Exact);
            Assert.Subset(bounded.Possible.ToHashSet(), exact.Possible.ToHashSet());
            Assert.True(bounded.Verdict == exact.Verdict || bounded.Verdict == Verdict.Undetermined, $"{exact.Verdict} becomes {bounded.Verdict}");
            Assert.All(bounded.Findings.Zip(exact.Findings), p => Assert.True(p.First.Outcome == p.Second.Outcome || (!bounded.Exact && p.Second.SameForEveryValue)));

            // When what is asked about cannot change the verdict any more, nothing is asked.
            if (bounded.Verdict == Verdict.Undetermined)
            {
                Assert.Subset(bounded.Questions.Select(q => q.Attribute).ToHashSet(), exact.Questions.Select(q => q.Attribute).ToHashSet());
            }
        }
    }
}
