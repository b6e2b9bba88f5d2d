using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using ZoningRules.Assessing;
using ZoningRules.Findings;
using ZoningRules.Locations;
using ZoningRules.RulePacks;
using ZoningRules.Testing;
using ZoningRules.Tests.Oracle;
using ZoningRules.Verdicts;

namespace ZoningRules.Tests.Laws;

/// <summary>The laws about changing a pack.</summary>
public sealed class NormLawTests
{
    [Fact]
    public void Assess_NormAddedThatIsNoException_NeverLoosens()
    {
        var pairs = Pairs(from generated in GeneratedCase.Cases(ScenarioMix.Typical) from more in RandomPack.Packs select (generated, more));
        Checked.ForAll(2000, pairs, pair =>
        {
            var (generated, more) = pair;
            var added = more.Requirements.Select(r => r with { Id = $"X{r.Id}", Norms = [.. r.Norms.Select(n => n with { Id = $"X{n.Id}", ExceptionTo = null })] });
            var before = generated.Assess();
            var after = generated.Scenario.AssessedBy(new(generated.Pack.With([.. generated.Pack.Requirements, .. added])));

            // Nothing in force is a doubt of its own, and the first requirement in force ends it.
            if (before.Doubts.Any(d => d.Kind == DoubtKind.NothingInForce))
            {
                return;
            }

            Assert.True(after.Possible[0] >= before.Possible[0], $"{before.Possible[0]} becomes {after.Possible[0]}");
            Assert.True(after.Possible[^1] >= before.Possible[^1], $"{before.Possible[^1]} becomes {after.Possible[^1]}");
            Assert.True(before.Verdict != Verdict.Prohibited || after.Verdict == Verdict.Prohibited);
        });
    }

    [Fact]
    public void Assess_NormsInOtherOrder_ChangesNothing() => Checked.ForAll(1500, GeneratedCase.Arbitrary(ScenarioMix.Typical), generated =>
    {
        var turned = generated.Pack.With(generated.Pack.Requirements.Reverse().Select(r => r with { Norms = [.. r.Norms.Reverse()] }));
        Assert.Equal(Text(generated.Assess()), Text(generated.Scenario.AssessedBy(new(turned))));
    });

    [Fact]
    public void Assess_NormsTwice_ChangesNoVerdict() => Checked.ForAll(1500, GeneratedCase.Arbitrary(ScenarioMix.Typical), generated =>
    {
        var again = generated.Pack.Requirements.Select(r => r with
        {
            Id = $"X{r.Id}",
            Norms = [.. r.Norms.Select(n => n with { Id = $"X{n.Id}", ExceptionTo = n.ExceptionTo is { } to ? $"X{to}" : null })],
        });
        var once = generated.Assess();
        var twice = generated.Scenario.AssessedBy(new(generated.Pack.With([.. generated.Pack.Requirements, .. again])));

        Assert.Equal((once.Verdict, string.Join(", ", once.Possible)), (twice.Verdict, string.Join(", ", twice.Possible)));
        Assert.All(twice.Findings.GroupBy(f => f.Norm.Id.TrimStart('X')), g => Assert.Single(g.Select(f => f.Outcome).Distinct()));
    });

    [Fact]
    public void Assess_ControlUnitSplitInTwoOfItsCategory_ChangesNoVerdict() => Checked.ForAll(2000, GeneratedCase.Arbitrary(ScenarioMix.Complete), generated =>
    {
        var (pack, scenario) = generated;
        if (scenario.Location is not { Units.IsEmpty: false } location || !pack.Norms.All(IsOnlyAboutSiteIn) || pack.UnitLists is not null)
        {
            return;
        }

        // Both halves lie to every layer as the whole part does, and nothing about places is declared.
        var quiet = scenario.Facts.Vocabulary.Attributes.Where(a => a.Layer is not null).Aggregate(scenario, (s, a) => s.Without(a));
        var half = location.Units[0];
        var split = location with { Units = [.. location.Units.Skip(1), half, half with { Code = $"{half.Code}x" }] };

        Assert.Equal(
            quiet.AssessedBy(generated.Assessor).Verdict,
            (quiet with { Location = split }).AssessedBy(generated.Assessor).Verdict);
    });

    private static bool IsOnlyAboutSiteIn((Requirement Requirement, Norm Norm) norm) =>
        norm.Requirement.Scope is not Scope.InUnit
        && new[] { norm.Norm.Applies, norm.Norm.Unless, norm.Norm.When }
            .Concat(norm.Norm.Readings.Select(r => r.When))
            .OfType<Condition>()
            .SelectMany(OracleRules.Leaves)
            .All(l => l.Test is not (LeafTest.SiteWithin or LeafTest.Compare { Of: Operand.Distance or Operand.Overlap or Operand.Share }));

    private static Arbitrary<(GeneratedCase, RulePack)> Pairs(Gen<(GeneratedCase Case, RulePack Pack)> pairs) => Arb.From(
        pairs.Select(p => (p.Case, p.Pack)),
        p => p.Item1.Smaller().Select(c => (c, p.Item2)).Concat(Rules.Shrink(p.Item2).Select(m => (p.Item1, m))));

    private static string Text(Assessment assessment) => string.Join(
        "; ",
        assessment.Findings.Select(f => $"{f.Norm.Id} {f.Outcome}")
            .Append($"{assessment.Verdict} of {string.Join(", ", assessment.Possible)}")
            .Concat(assessment.Questions.Select(q => $"{q.Attribute} decides {string.Join(", ", q.Decides)}")));
}
