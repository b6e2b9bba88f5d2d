using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using ZoningRules.Assessing;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.RulePacks;
using ZoningRules.Testing;
using ZoningRules.Tests.Oracle;
using ZoningRules.Verdicts;

namespace ZoningRules.Tests.Laws;

/// <summary>Whatever the data, an assessment comes out; whoever asks at the same time gets the same.</summary>
public sealed class RobustnessTests
{
    private static readonly decimal[] Extremes =
    [
        decimal.MinValue, -79228162514264337593543950334m, -1_000_000_000_000_000_000_000_000_000m, -1, -0.0000000000000000000000000001m, 0,
        0.0000000000000000000000000001m, 0.5m, 1, 1_000_000_000_000_000_000_000_000_000m, 79228162514264337593543950334m, decimal.MaxValue,
    ];

    [Fact]
    public void Assess_WildData_NeverThrows() => Checked.ForAll(
        2500,
        Arb.From(GeneratedCase.Cases(ScenarioMix.Typical).SelectMany(c => Gen.Choose(0, int.MaxValue).Select(seed => (Case: c, Seed: seed)))),
        p => Walk(Wild(p.Case, new(p.Seed))));

    [Fact]
    public void Assess_InParallel_GivesWhatOneAfterAnotherGives()
    {
        var pack = RandomPack.Packs.Sample(40, new Rnd(7, 1), 80).MaxBy(p => p.Norms.Count())!;
        var scenarios = new ScenarioGenerator(pack, ScenarioMix.Typical).Scenarios.Sample(400, new Rnd(8, 1), 50).ToArray();
        var alone = scenarios.Select(s => Text(s.AssessedBy(new(pack)))).ToArray();

        var shared = new Assessor(pack);
        var together = new string[scenarios.Length];
        Parallel.For(0, scenarios.Length, i => together[i] = Text(scenarios[i].AssessedBy(shared)));

        Assert.Equal(alone, together);
    }

    [Fact]
    public void Assess_ThousandsOfItemsWithoutFields_GivesWay()
    {
        var world = SmallWorld.Instance;
        var lines = new Lines(world);
        var norm = Rules.Norm("R1.a", Effect.Prohibit) with
        {
            ForEach = world.Boilers,
            ItemName = "item",
            Applies = lines.Is(SmallWorld.Field(world.Boilers, "fuel"), 1, world.Boilers),
            When = lines.Compare(SmallWorld.Field(world.Boilers, "capacity"), Comparison.AtMost, 35, world.Boilers),
        };
        var blank = new Item([.. ((AttributeType.Items)world.Boilers.Type).Fields.Select(f => new Fact(new FactValue.Unknown(f.UnknownAs), FactOrigin.None, null))]);
        var scenario = Some.Scenario().WithFact(world.Boilers, new(new FactValue.Items([.. Enumerable.Repeat(blank, 3000)]), FactOrigin.Declared, null));

        var assessment = scenario.AssessedBy(new(world.Pack([Rules.Requirement("R1", new Scope.City(), norm)])));

        Assert.Equal(Verdict.Undetermined, assessment.Verdict);
        Assert.False(assessment.Exact);
        Assert.Contains(Verdict.Prohibited, assessment.Possible);
    }

    [Fact]
    public void Assess_SetAskedInManyWays_GivesWay()
    {
        var options = Enumerable.Range(0, 40).Select(i => new ChoiceOption($"o{i}", Problems.LocalText.Same($"o{i}"))).ToImmutableArray();
        var world = SmallWorld.Instance;
        var many = world.Kind with { Id = "many", Type = new AttributeType.Choices(options), Slot = 0 };
        var norms = options.Select((_, i) => Rules.Norm($"R1.{i}", Effect.Prohibit) with
        {
            When = new Condition.All([new Condition.Leaf("a", new LeafTest.Includes(new Operand.OfProposal(many), 1UL << i), SmallWorld.Nowhere)]),
        });
        var vocabulary = new Vocabulary(MeasureTable.Standard, [many], []);
        var pack = Some.PackWith(vocabulary, [Rules.Requirement("R1", new Scope.City(), [.. norms])]);
        var facts = new DeclaredFacts(vocabulary, [new(new FactValue.Unknown(UnknownReasons.NotProvided), FactOrigin.None, null)]);

        var assessment = new Assessor(pack).AssessFacts(facts, Some.Location(), AssessmentContext.On(SmallWorld.Day));

        Assert.Equal(Verdict.Undetermined, assessment.Verdict);
        Assert.False(assessment.Exact);
        Assert.Equal(["many"], assessment.Questions.Select(q => q.Attribute));
    }

    private static void Walk(GeneratedCase generated)
    {
        var assessment = generated.Assess();
        foreach (var finding in assessment.Findings)
        {
            Assert.All(finding.Trace, l => Assert.NotEmpty(l.Leaf));
        }

        Assert.NotEmpty(assessment.Possible);
    }

    private static string Text(Assessment assessment) => string.Join(
        "; ",
        assessment.Findings.Select(f => $"{f.Norm.Id} {f.Outcome} {string.Join(" ", f.Trace.Select(l => $"{l.Leaf} {l.Truth} {l.Value.En}"))}")
            .Append($"{assessment.Verdict} {string.Join(", ", assessment.Possible)} {string.Join(", ", assessment.Questions.Select(q => q.Attribute))}"));

    private static GeneratedCase Wild(GeneratedCase generated, Random dice)
    {
        var (pack, scenario) = generated;
        decimal Number() => Extremes[dice.Next(Extremes.Length)];
        Interval<decimal> Range()
        {
            var (a, b) = (Number(), Number());
            return new(Math.Min(a, b), Math.Max(a, b));
        }

        Fact Wilder(Fact fact) => fact.Value switch
        {
            FactValue.Number => fact with { Value = new FactValue.Number(dice.Next(2) == 0 ? Range() : Interval<decimal>.Of(Number())) },
            FactValue.Items items => fact with { Value = new FactValue.Items([.. items.All.Select(i => new Item([.. i.Fields.Select(Wilder)]))]) },
            FactValue.Unknown => fact with { Value = new FactValue.Unknown((UnknownReasons)dice.Next(1, 1024)) },
            _ => fact,
        };

        LayerRelation Relation(LayerRelation r) => dice.Next(2) == 0 ? r : new()
        {
            Layer = r.Layer,
            Status = (LayerStatus)dice.Next(5),
            In = (Truth)dice.Next(3),
            Within = (Truth)dice.Next(3),
            Distance = dice.Next(2) == 0 ? null : Metres(Range()),
            Overlap = dice.Next(2) == 0 ? null : Area(Range()),
            Share = dice.Next(2) == 0 ? null : Share(Range()),
        };
        var location = scenario.Location is not { } l ? null : l with
        {
            Relations = [.. l.Relations.Where(_ => dice.Next(8) > 0).Select(Relation)],
            Units = [.. l.Units.Select(u => u with { Relations = [.. u.Relations.Where(_ => dice.Next(8) > 0).Select(Relation)] })],
        };
        DateOnly[] days = [DateOnly.MinValue, DateOnly.MaxValue, scenario.GoverningDate];
        var ledgers = scenario.Ledgers.Select(k => k with { AsOf = days[dice.Next(3)], Used = Number(), Reserved = Number(), Base = dice.Next(2) == 0 ? null : Number() });
        var wild = scenario with
        {
            Facts = new(scenario.Facts.Vocabulary, [.. scenario.Facts.Facts.Select(Wilder)]),
            Location = location,
            Ledgers = [.. ledgers],
            GoverningDate = days[dice.Next(8) < 6 ? 2 : dice.Next(2)],
        };
        var world = SmallWorld.Instance;
        var lines = new Lines(world);
        Norm[] norms =
        [
            Rules.Norm("Z.a", Effect.Prohibit) with { When = lines.Compare(world.Heads, (Comparison)dice.Next(4), Number()) },
            Rules.Norm("Z.b", Effect.Require) with { When = lines.Distance("park", (Comparison)dice.Next(4), Number()), Unless = lines.Compare(world.Heads, (Comparison)dice.Next(4), Number()) },
            Rules.Norm("Z.c", Effect.Cap) with { Cap = new("water-use", world.Withdrawal, dice.Next(2) == 0 ? new CapLimit.Fixed(Number()) : new CapLimit.BaseMinus(0.5m), true, dice.Next(2) == 0 ? 90 : int.MaxValue) },
        ];
        return new(pack.With([.. pack.Requirements, Rules.Requirement("Z", new Scope.City(), norms[dice.Next(3)])]), wild);
    }

    private static Interval<Metres> Metres(Interval<decimal> range) => new(new(range.Low), new(range.High));

    private static Interval<SquareMetres> Area(Interval<decimal> range) => new(new(range.Low), new(range.High));

    private static Interval<Ratio> Share(Interval<decimal> range) => new(new(range.Low), new(range.High));
}
