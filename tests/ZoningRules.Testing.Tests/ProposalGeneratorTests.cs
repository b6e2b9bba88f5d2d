using FsCheck;
using FsCheck.Fluent;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.RulePacks;

namespace ZoningRules.Testing.Tests;

public sealed class ProposalGeneratorTests
{
    private static readonly LimitTable Limits = LimitTable.Of(Jingdezhen.Pack);

    [Fact]
    public void Facts_WrittenAsAProposal_AreReadBackTheSame() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(Seed.Replay),
        Prop.ForAll(Arb.From(new ProposalGenerator(Jingdezhen.Pack.Vocabulary, Limits, ScenarioMix.Typical).Facts), facts =>
        {
            var bound = DeclaredFacts.Bind(Jingdezhen.Pack.Vocabulary, ProposalText.ToProposal(facts)).Require();
            Assert.Equal(facts.Facts.Select(Text), bound.Facts.Select(Text));
        }));

    [Fact]
    public void Facts_Complete_LeaveNothingOut() => Assert.All(
        new ProposalGenerator(Jingdezhen.Pack.Vocabulary, Limits, ScenarioMix.Complete).Facts.Sample(20, Seed.Fixed, 50),
        facts => Assert.DoesNotContain(facts.Facts, f => f.Value is FactValue.Unknown));

    [Fact]
    public void Facts_AnsweredByAnOfficer_AreDecisions()
    {
        var proposal = new ProposalGenerator(Jingdezhen.Pack.Vocabulary, Limits, ScenarioMix.Complete).Proposals.Sample(1, Seed.Fixed, 50).Single();
        var officers = Jingdezhen.Pack.Vocabulary.Attributes.Where(a => a.AnsweredBy == Answerer.Officer).Select(a => a.Id);

        Assert.Equal(officers, proposal.Decisions.Select(d => d.Attribute));
    }

    [Fact]
    public void NumberNear_Limits_AimsBelowOnAndAbove()
    {
        var numbers = ProposalGenerator.NumberNear([35, 100], 0, 1000).Sample(2000, Seed.Fixed, 50).ToArray();

        Assert.All(new[] { 34.999m, 35, 35.001m, 67.5m, 99.999m, 100, 100.001m, 0, 1000 }, n => Assert.True(numbers.Count(m => m == n) > 50, $"{n} is rare"));
        Assert.All(numbers, n => Assert.InRange(n, 0, 1000));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(40, 50)]
    public void NumberNear_LimitsOutsideTheRange_StaysInside(int minimum, int maximum) =>
        Assert.All(ProposalGenerator.NumberNear([20, 30], minimum, maximum).Sample(200, Seed.Fixed, 50), n => Assert.InRange(n, minimum, maximum));

    [Fact]
    public void ValueOf_Code_HasEveryDepthAndTheCodesThePackNames()
    {
        Assert.True(Jingdezhen.Pack.Vocabulary.TryFind("project.industry", out var industry));
        var codes = new ProposalGenerator(Jingdezhen.Pack.Vocabulary, Limits, ScenarioMix.Complete).ValueOf(industry!, null)
            .Sample(1500, Seed.Fixed, 50).Cast<FactValue.Code>().Select(c => c.Entry.Code).ToArray();
        var named = Limits.ForCode(industry!);

        Assert.Equal([2, 3, 4], codes.Where(c => char.IsAsciiDigit(c[0])).Select(c => c.Length).Distinct().Order());
        Assert.True(codes.Count(c => named.Contains(c)) > codes.Length / 4);
    }

    [Fact]
    public void LimitTable_OfAPack_HoldsTheLimitsOfItsLines()
    {
        Assert.True(Jingdezhen.Pack.Vocabulary.TryFind("boilers", out var boilers));
        var capacity = ((AttributeType.Items)boilers!.Type).Fields.Single(f => f.Id == "capacity");

        Assert.Contains(35, Limits.ForNumber(capacity, boilers));
        Assert.Contains(1000, Limits.ForDistance(Jingdezhen.Pack.Layers.Single(l => l.Id == "river-main")));
        Assert.Contains(new(2020, 12, 31), Limits.Dates);
        Assert.Empty(LimitTable.Empty.ForNumber(capacity, boilers));
    }

    private static string Text(Fact fact) => $"{fact.Origin} {Text(fact.Value)}";

    private static string Text(FactValue value) => value switch
    {
        FactValue.Items items => string.Join("; ", items.All.Select(i => string.Join(", ", i.Fields.Select(Text)))),
        _ => $"{value}",
    };
}
