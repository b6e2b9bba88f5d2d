using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using ZoningRules.Analysis;
using ZoningRules.Assessing;
using ZoningRules.Evaluation;
using ZoningRules.RulePacks;
using ZoningRules.Testing;
using ZoningRules.Tests.Oracle;
using Outcome = ZoningRules.Findings.Outcome;

namespace ZoningRules.Tests.Analysis;

/// <summary>On generated packs, the naive oracle never sees a case that contradicts what the analysis says was proved, and witnesses come out as they say.</summary>
public sealed partial class PackAnalysisPropertyTests
{
    private const int Forms = 40;

    [Fact]
    public void Run_GeneratedPack_NoSampledCaseContradictsAClaim()
    {
        var claims = new Dictionary<RemarkKind, int>();
        var applied = new Dictionary<RemarkKind, int>();
        Checked.ForAll(400, Arb.From(Packs(new(5, 0)), Smaller), sample =>
        {
            var remarks = PackAnalysis.Run(sample.Pack, SmallWorld.Day).Remarks.Where(r => r.Kind is >= RemarkKind.NeverFires and <= RemarkKind.ExceptionIdle).ToList();
            Count(claims, remarks);
            if (remarks.Count == 0)
            {
                return;
            }

            foreach (var scenario in sample.Scenarios)
            {
                var outcomes = Outcomes(sample.Pack, scenario);
                foreach (var remark in remarks.Where(r => outcomes.ContainsKey(r.Subject)))
                {
                    Count(applied, [remark]);
                    Assert.True(Holds(sample.Pack, scenario, remark, outcomes), $"{remark.Kind.Id()} {remark.Subject}: {remark.Message.En}\n{scenario}");
                }
            }
        });

        // A property that is never put to the test proves nothing.
        Assert.All(
            (RemarkKind[])[RemarkKind.NeverFires, RemarkKind.NoWayToComply, RemarkKind.ImpliedBy, RemarkKind.SameAs, RemarkKind.Contradiction, RemarkKind.ObligationImpossible, RemarkKind.ExceptionIdle],
            kind => Assert.True(claims.GetValueOrDefault(kind) >= 3 && applied.GetValueOrDefault(kind) >= 50, $"{kind}: {claims.GetValueOrDefault(kind)} claims, {applied.GetValueOrDefault(kind)} tries"));
    }

    [Fact]
    public void Run_GeneratedPack_WitnessesComeOutAsTheySay()
    {
        var witnesses = 0;
        Checked.ForAll(400, Arb.From(RandomPack.Packs, Rules.Shrink), pack =>
        {
            foreach (var remark in PackAnalysis.Run(pack, SmallWorld.Day).Remarks.Where(r => r.Witness is not null))
            {
                var @case = CaseReader.Parse("w.yaml", Encoding.UTF8.GetBytes(remark.Witness!.Text), pack).Require();
                Assert.NotEmpty(@case.Expectations.Findings);
                Assert.Empty(CaseCheck.Differences(new(pack), @case));
                witnesses++;
            }
        });
        Assert.True(witnesses > 100, $"only {witnesses} witnesses");
    }

    // The other direction: a norm of which nothing is said does fire, in a case that can be written down.
    [Fact]
    public void Run_GeneratedPack_NormThatIsNotSaidNeverToFire_Fires()
    {
        var (fired, unpublished) = (0, 0);
        Checked.ForAll(300, Arb.From(RandomPack.Packs, Rules.Shrink), pack =>
        {
            var silent = PackAnalysis.Run(pack, SmallWorld.Day).Remarks.Where(r => r.Kind == RemarkKind.NeverFires).Select(r => r.Subject).ToHashSet();
            var world = new NormWorld(RuleProgram.Compile(pack, SmallWorld.Day));
            var writer = new WitnessWriter(world.Program);
            foreach (var norm in world.Program.CompiledNorms.Where(n => n.Norm.Cap is null && !silent.Contains(n.Norm.Id)))
            {
                var cells = world.Shortest(world.Meets(norm));
                if (cells!.Any(c => c.Unknown.Key.Kind == VariableKind.Open))
                {
                    // It rests on a list or value that is not published on the day, which a case cannot give.
                    unpublished++;
                    continue;
                }

                Assert.True(
                    writer.Of(cells, new("触发", "fires"), (norm, norm.Forbids ? Outcome.Violated : Outcome.Conditional)) is not null,
                    $"{norm.Norm.Id} should fire\n{Rules.Text(pack)}\n{WitnessWriter.Draft(world.Program, cells!, new("触发", "fires"))}");
                fired++;
            }
        });
        Assert.True(fired > 300 && unpublished > 20, $"{fired} fired, {unpublished} rest on what is not published");
    }

    private static Gen<PackWithForms> Packs(ScenarioMix mix) =>
        from pack in RandomPack.Packs
        let generator = new ScenarioGenerator(pack, mix)
        from scenarios in Gen.ListOf(generator.On(SmallWorld.Day), Forms)
        select new PackWithForms(pack, [.. scenarios]);

    private static IEnumerable<PackWithForms> Smaller(PackWithForms sample) => Rules.Shrink(sample.Pack).Select(p => sample with { Pack = p });

    private static IReadOnlyDictionary<string, Outcome> Outcomes(RulePack pack, Scenario scenario) =>
        NaiveOracle.Answer(pack, scenario.Facts, scenario.Location, scenario.Ledgers, scenario.GoverningDate, 1)?.FirstOutcomes ?? new Dictionary<string, Outcome>();

    private static bool Holds(RulePack pack, Scenario scenario, Remark remark, IReadOnlyDictionary<string, Outcome> outcomes)
    {
        var own = outcomes[remark.Subject];
        var other = OtherNorm().Match(remark.Message.En) is { Success: true } match ? outcomes[match.Value] : (Outcome?)null;
        return remark.Kind switch
        {
            RemarkKind.NeverFires => own != Outcome.Violated && (own != Outcome.Conditional || IsBan(pack, remark.Subject)),
            RemarkKind.NoWayToComply => own is not (Outcome.Satisfied or Outcome.Conditional),
            RemarkKind.ImpliedBy => own != Outcome.Violated || other is Outcome.Violated or Outcome.Undetermined,
            RemarkKind.SameAs => (own != Outcome.Violated || other is Outcome.Violated or Outcome.Undetermined) && (other != Outcome.Violated || own is Outcome.Violated or Outcome.Undetermined),
            RemarkKind.Contradiction => own is not (Outcome.Satisfied or Outcome.Conditional) || other is Outcome.Violated or Outcome.Undetermined,
            RemarkKind.ObligationImpossible => own != Outcome.Conditional || outcomes.Values.Any(o => o is Outcome.Violated or Outcome.Undetermined),
            RemarkKind.ExceptionIdle => Same(Outcomes(Without(pack, remark.Subject), scenario), outcomes, BaseOf(pack, remark.Subject)),
            RemarkKind.ExceptionsOverlap => true,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static bool Same(IReadOnlyDictionary<string, Outcome> without, IReadOnlyDictionary<string, Outcome> with, string id) =>
        without.Count == 0 || without[id] is Outcome.Undetermined || with[id] is Outcome.Undetermined || (without[id] == Outcome.Violated) == (with[id] == Outcome.Violated);

    private static bool IsBan(RulePack pack, string id) => pack.Norms.Single(n => n.Norm.Id == id).Norm.Effect is Effect.Prohibit or Effect.Require or Effect.Cap;

    private static string BaseOf(RulePack pack, string id) => pack.Norms.Single(n => n.Norm.Id == id).Norm.ExceptionTo!;

    // The exception stays as a norm of its own; it only excepts no more.
    private static RulePack Without(RulePack pack, string id) => pack.With(pack.Requirements.Select(r =>
        r with { Norms = [.. r.Norms.Select(n => n.Id == id ? n with { ExceptionTo = null } : n)] }));

    private static void Count(Dictionary<RemarkKind, int> counts, IEnumerable<Remark> remarks)
    {
        foreach (var remark in remarks)
        {
            counts[remark.Kind] = counts.GetValueOrDefault(remark.Kind) + 1;
        }
    }

    [GeneratedRegex("R[0-9]+\\.[a-z]")]
    private static partial Regex OtherNorm();

    private sealed record PackWithForms(RulePack Pack, IReadOnlyList<Scenario> Scenarios)
    {
        public override string ToString() => Rules.Text(Pack);
    }
}
