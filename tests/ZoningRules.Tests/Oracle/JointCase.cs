using FsCheck;
using FsCheck.Fluent;
using ZoningRules.Assessing;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;
using ZoningRules.Testing;
using ZoningRules.Verdicts;

namespace ZoningRules.Tests.Oracle;

/// <summary>A generated zoning pack and a plan without control units, over one vocabulary, with a generated scenario.</summary>
internal sealed record JointCase(RulePack Zoning, RulePack Plan, Scenario Scenario)
{
    private static readonly Proposal Nothing = new("", null, new Site.NotStated(), [], []);

    public static Arbitrary<JointCase> Arbitrary(ScenarioMix mix) => Arb.From(
        from zoning in RandomPack.Packs
        from plan in RandomPack.Plans
        from scenario in new ScenarioGenerator(zoning, mix).On(SmallWorld.Day)
        select new JointCase(zoning, plan, scenario),
        c => Rules.Shrink(c.Zoning).Select(p => c with { Zoning = p })
            .Concat(Rules.Shrink(c.Plan).Select(p => c with { Plan = p }))
            .Concat(ScenarioGenerator.Shrink(c.Scenario).Select(s => c with { Scenario = s })));

    /// <summary>What one of the packs says alone.</summary>
    public Assessment Alone(RulePack pack) => Scenario.AssessedBy(new(pack));

    /// <summary>What packs say together, in the order given.</summary>
    public JointAssessment Together(params RulePack[] packs) => JointAssessment.Of(Nothing, packs.Select(Alone));

    public override string ToString() => $"\nzoning:\n{Rules.Text(Zoning)}plan:\n{Rules.Text(Plan)}{Scenario}";
}
