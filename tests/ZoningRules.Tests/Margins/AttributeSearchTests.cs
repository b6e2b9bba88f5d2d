using ZoningRules.Assessing;
using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Margins;
using ZoningRules.Measures;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;
using ZoningRules.Testing;
using ZoningRules.Tests.Oracle;
using ZoningRules.Verdicts;

namespace ZoningRules.Tests.Margins;

public sealed class AttributeSearchTests
{
    private static readonly Assessor Jingdezhen = new(RulePackReader.Read(Path.Combine(Repository.Root, "rules", "jingdezhen")).Require());

    private static readonly IReadOnlyDictionary<string, RuleCase> Cases =
        CaseReader.Read(Jingdezhen.Pack.Folder, Jingdezhen.Pack).Require().ToDictionary(c => c.Path, StringComparer.Ordinal);

    [Fact]
    public void Run_AnyCase_EveryValueHasTheVerdictsOfItsRange() => Checked.ForAll(300, GeneratedCase.Arbitrary(ScenarioMix.Typical), generated =>
    {
        var trial = Trials.Of(generated);
        foreach (var margin in AttributeSearch.Run(trial))
        {
            var value = FreeValue.Of(trial.Facts).Single(v => v.Id == margin.Attribute);
            foreach (var number in Trials.Numbers.Where(n => Trials.IsAllowed(value.Definition, n)))
            {
                var there = trial.With(value.Replaced(trial.Facts, new FactValue.Number(Interval<decimal>.Of(number)), ""));
                var range = Assert.Single(margin.Ranges, r => r.Holds(number));
                Assert.Equal((there.Verdict, string.Join(' ', there.Possible)), (range.Verdict, string.Join(' ', range.Possible)));
            }
        }
    });

    [Fact]
    public void Run_AnyCase_RangesFollowEachOtherAndDiffer() => Checked.ForAll(300, GeneratedCase.Arbitrary(ScenarioMix.Typical), generated =>
    {
        foreach (var margin in AttributeSearch.Run(Trials.Of(generated)))
        {
            var type = (AttributeType.Number)margin.Definition.Type;
            Assert.Equal((type.Minimum, type.Maximum), (margin.Ranges[0].Low, margin.Ranges[^1].High));
            Assert.InRange(margin.First, 0, margin.Last);
            foreach (var (below, above) in margin.Ranges.Zip(margin.Ranges.Skip(1)))
            {
                Assert.Equal(below.High, above.Low);
                Assert.NotEqual(below.HighIncluded, above.LowIncluded);
                Assert.True(below.Verdict != above.Verdict || !below.Possible.SequenceEqual(above.Possible));
            }
        }
    });

    [Fact]
    public void Run_AnyCase_NumbersLeftOutChangeNothing() => Checked.ForAll(300, GeneratedCase.Arbitrary(ScenarioMix.Typical), generated =>
    {
        var trial = Trials.Of(generated);
        var told = AttributeSearch.Run(trial).Select(m => m.Attribute).ToHashSet();
        foreach (var value in FreeValue.Of(trial.Facts).Where(v => v.Fact.Value is FactValue.Number && !told.Contains(v.Id)))
        {
            Assert.All(
                Trials.Numbers.Where(n => Trials.IsAllowed(value.Definition, n)),
                n => Assert.Equal(
                    string.Join(' ', trial.Start.Possible),
                    string.Join(' ', trial.With(value.Replaced(trial.Facts, new FactValue.Number(Interval<decimal>.Of(n)), "")).Possible)));
        }
    });

    [Theory]
    [InlineData("20", 0)]
    [InlineData("35", 0)]
    [InlineData("35.001", 1)]
    public void Run_CoalBoilerInBuiltUpArea_FlipsAbove35Included(string capacity, int declaredIn)
    {
        var margin = Boiler($"{capacity} t-steam/h");

        Assert.Equal(2, margin.Ranges.Length);
        Assert.Equal(new(0, true, 35, true), (margin.Ranges[0].Low, margin.Ranges[0].LowIncluded, margin.Ranges[0].High, margin.Ranges[0].HighIncluded));
        Assert.Equal(Verdict.Prohibited, margin.Ranges[0].Verdict);
        Assert.Equal((35m, false, (decimal?)null), (margin.Ranges[1].Low!.Value, margin.Ranges[1].LowIncluded, margin.Ranges[1].High));
        Assert.NotEqual(Verdict.Prohibited, margin.Ranges[1].Verdict);
        Assert.Equal((declaredIn, declaredIn), (margin.First, margin.Last));
        var change = Assert.Single(margin.Ranges[1 - declaredIn].Norms, n => n.Norm == "JDZ-2020-12.a");
        Assert.Equal(declaredIn == 0 ? Outcome.Violated : Outcome.Satisfied, change.Before);
        Assert.NotEmpty(change.Citation.Quote);
    }

    [Fact]
    public void Run_CapacityInMegawatts_LiesInBothRangesWhenItStraddlesTheLimit()
    {
        // 24.5 MW is 35 t/h give or take one percent.
        var margin = Boiler("24.5 MW");

        Assert.Equal((0, 1), (margin.First, margin.Last));
    }

    private static AttributeMargin Boiler(string capacity)
    {
        var @case = Cases.Single(c => c.Key.EndsWith("JDZ-2020-12/coal-35.yaml", StringComparison.Ordinal)).Value;
        var attributes = @case.Proposal.Attributes.Select(a => a.Attribute == "boilers" ? a with { Value = Sized(a.Value, capacity) } : a);
        var proposal = @case.Proposal with { Attributes = [.. attributes] };
        var context = new AssessmentContext(@case.Date, @case.Ledgers);
        var assessment = Jingdezhen.AssessAt(proposal, @case.Location, context).Require();
        return Assert.Single(new MarginSearch(Jingdezhen).Run(assessment, context).Attributes, a => a.Attribute == "boilers[1].capacity");
    }

    private static RawValue.List Sized(RawValue boilers, string capacity) =>
        new RawValue.List([.. ((RawValue.List)boilers).Values.Select(b => new RawValue.Map(
            [.. ((RawValue.Map)b).Entries.Select(e => e.Key == "capacity" ? new(e.Key, (RawValue)new RawValue.Text(capacity)) : e)]))]);
}
