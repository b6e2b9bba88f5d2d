using FsCheck;
using ZoningRules.Assessing;
using ZoningRules.Verdicts;

namespace ZoningRules.Testing.Tests;

/// <summary>The pack that ships keeps the laws, checked the way a rule author would.</summary>
public sealed class PackLawsTests
{
    public static TheoryData<string> Laws { get; } = [.. PackLaws.All.Where(l => l != PackLaws.StricterZonesAreNotLooser).Select(l => l.Name)];

    [Theory]
    [MemberData(nameof(Laws))]
    public void For_JingdezhenPack_Holds(string law) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(10).WithReplay(Seed.Replay),
        PackLaws.All.Single(l => l.Name == law).For(Jingdezhen.Pack, ScenarioMix.Typical));

    [Fact]
    public void For_LawThatIsBroken_FailsWithTheBreach()
    {
        var law = new PackLaw("all is well", "nothing is ever prohibited", (assessor, scenario) =>
            scenario.AssessedBy(assessor).Verdict == Verdict.Prohibited ? "something is prohibited" : null);

        var failure = Assert.ThrowsAny<Exception>(() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(Seed.Replay), law.For(Jingdezhen.Pack, ScenarioMix.Typical)));

        Assert.Contains("something is prohibited", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BreachIn_ScenarioThatKeepsTheLaw_IsNull()
    {
        var assessor = new Assessor(Jingdezhen.Pack);
        var scenario = FsCheck.Fluent.Gen.Sample(new ScenarioGenerator(Jingdezhen.Pack, ScenarioMix.Typical).Scenarios, 1, Seed.Fixed, 50).Single();

        Assert.All(PackLaws.All, law => Assert.Null(law.BreachIn(assessor, scenario)));
    }
}
