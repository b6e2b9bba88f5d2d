using ZoningRules.Testing;
using ZoningRules.Tests.Oracle;

namespace ZoningRules.Tests.Laws;

/// <summary>The laws that rule authors can check against their pack hold for any pack.</summary>
public sealed class PackLawTests
{
    [Fact]
    public void Assess_FactForgotten_NeverMovesTowardsAPermit() => Holds(PackLaws.ForgettingNeverAdmits, 400);

    [Fact]
    public void Assess_FactLearned_NeverFlipsADeterminedVerdict() => Holds(PackLaws.LearningNeverFlips, 400);

    [Fact]
    public void Assess_OtherOrderAndDuplicates_ChangesNothing() => Holds(PackLaws.OrderAndDuplicatesSayNothing, 1000);

    [Fact]
    public void Assess_QuestionNotAskedIsAnswered_ChangesNoVerdict() => Holds(PackLaws.UnaskedAnswersSayNothing, 250);

    [Fact]
    public void Assess_LayerMissingOrFailed_NeverImprovesTheVerdict() => Holds(PackLaws.MissingLayersNeverAdmit, 1000);

    [Fact]
    public void Assess_UnitListNotLoaded_IsNeverPlainlyAdmissible() => Holds(PackLaws.ListsNotLoadedNeverAdmitPlainly, 1000);

    private static void Holds(PackLaw law, int cases)
    {
        Checked.ForAll(cases, GeneratedCase.Arbitrary(ScenarioMix.Typical), c => Assert.Null(law.BreachIn(c.Assessor, c.Scenario)));
        Checked.ForAll(cases / 2, GeneratedCase.ArbitraryPlan(ScenarioMix.Typical), c => Assert.Null(law.BreachIn(c.Assessor, c.Scenario)));
    }
}
