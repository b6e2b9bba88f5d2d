using FsCheck;
using FsCheck.Fluent;
using ZoningRules.Assessing;
using ZoningRules.RulePacks;
using ZoningRules.Testing;
using ZoningRules.Verdicts;

namespace ZoningRules.Tests.Oracle;

/// <summary>A generated pack with a generated scenario; shrinks to few norms and few facts and prints as text.</summary>
internal sealed record GeneratedCase(RulePack Pack, Scenario Scenario)
{
    private Assessor? assessor;

    public Assessor Assessor => assessor ??= new(Pack);

    public static Gen<GeneratedCase> Cases(ScenarioMix mix) => Cases(RandomPack.Packs, mix);

    /// <summary>Cases of packs without control units.</summary>
    public static Arbitrary<GeneratedCase> ArbitraryPlan(ScenarioMix mix) => Arb.From(Cases(RandomPack.Plans, mix), c => c.Smaller());

    private static Gen<GeneratedCase> Cases(Gen<RulePack> packs, ScenarioMix mix) =>
        from pack in packs
        let scenarios = new ScenarioGenerator(pack, mix)
        from today in Gen.Choose(0, 2)
        from scenario in today == 0 ? scenarios.Scenarios : scenarios.On(SmallWorld.Day)
        select new GeneratedCase(pack, scenario);

    public static Arbitrary<GeneratedCase> Arbitrary(ScenarioMix mix) => Arb.From(Cases(mix), c => c.Smaller());

    public Assessment Assess() => Scenario.AssessedBy(Assessor);

    public GeneratedCase With(Scenario scenario) => this with { Scenario = scenario };

    public override string ToString() => $"\n{Rules.Text(Pack)}{Scenario}";

    public IEnumerable<GeneratedCase> Smaller() =>
        Rules.Shrink(Pack).Select(p => new GeneratedCase(p, Scenario)).Concat(ScenarioGenerator.Shrink(Scenario).Select(With));
}
