using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Testing;
using ZoningRules.Tests.Oracle;
using ZoningRules.Verdicts;

namespace ZoningRules.Tests.Laws;

/// <summary>Whoever answers everything that is asked gets a verdict.</summary>
public sealed class QuestionLawTests
{
    private const int FinestOfCodes = 6;
    private const int MostRounds = 4;

    [Fact]
    public void Assess_EveryQuestionAnswered_DeterminesTheVerdict()
    {
        var answered = 0;
        var pairs = Arb.From(
            from generated in GeneratedCase.Cases(ScenarioMix.Sparse)
            from facts in new ProposalGenerator(SmallWorld.Instance.Vocabulary, LimitTable.Of(generated.Pack), ScenarioMix.Complete).Facts
            from dice in Gen.Choose(0, FinestOfCodes)
            select (generated, facts, dice),
            p => p.generated.Smaller().Select(c => (c, p.facts, p.dice)));
        Checked.ForAll(1500, pairs, pair =>
        {
            var (generated, facts, dice) = pair;

            // Places are answered by a survey, so nothing is declared about them that it might contradict.
            var scenario = generated.Scenario.Facts.Vocabulary.Attributes.Where(a => a.Layer is not null).Aggregate(generated.Scenario, (s, a) => s.Without(a));
            var assessment = scenario.AssessedBy(generated.Assessor);

            // An answer may lead to another question: a ledger that is given may show that the increment must be known better, and a missing list counts for a unit
            // perhaps hit until it is known not to be. But not for ever.
            for (var round = 0; round < MostRounds && assessment.Verdict == Verdict.Undetermined; round++)
            {
                // What the law does not publish, and where the site lies at all, no form can answer.
                var asked = assessment.Questions.Select(q => q.Attribute).ToArray();
                if (scenario.Location is null || asked.Any(IsForTheLegislator))
                {
                    return;
                }

                scenario = asked.Aggregate(scenario, (s, question) => Answered(s, question, assessment, facts, dice));
                assessment = scenario.AssessedBy(generated.Assessor);
                answered += asked.Length > 0 ? 1 : 0;
            }

            Assert.Single(assessment.Possible);
        });

        Assert.True(answered > 100, $"only {answered} cases asked anything");
    }

    private static bool IsForTheLegislator(string question) =>
        question.StartsWith("parameter.", StringComparison.Ordinal) || question == "list.closed";

    private static Scenario Answered(Scenario scenario, string question, Assessment before, DeclaredFacts facts, int dice)
    {
        var location = scenario.Location!;
        if (question == "site")
        {
            // Each perhaps becomes a yes or a no; a site lies somewhere.
            var hit = location.Units.Where((u, i) => u.Certainty == Truth.True || ((dice >> i) & 1) == 1).ToArray();
            var units = hit.Length == 0 && location.Gaps.IsEmpty ? [location.Units[0]] : hit;
            return scenario with { Location = location with { Units = [.. units.Select(u => u with { Certainty = Truth.True })] } };
        }

        if (question.StartsWith("ledger.", StringComparison.Ordinal))
        {
            var name = question["ledger.".Length..];
            return scenario with { Ledgers = [.. scenario.Ledgers.Where(l => l.Name != name), new(name, scenario.GoverningDate, dice * 100, 0, 500)] };
        }

        if (before.Questions.Single(q => q.Attribute == question).Definition?.Layer is { } layer)
        {
            ImmutableArray<LayerRelation> With(ImmutableArray<LayerRelation> all) => [.. all.Select(r => r.Layer == layer ? Surveyed(r, dice) : r)];
            return scenario with
            {
                Location = location with { Relations = With(location.Relations), Units = [.. location.Units.Select(u => u with { Relations = With(u.Relations) })] },
            };
        }

        var bracket = question.IndexOf('[', StringComparison.Ordinal);
        if (bracket < 0)
        {
            return Given(scenario, Find(scenario, question), facts);
        }

        // boilers[2].capacity
        var collection = Find(scenario, question[..bracket]);
        var index = question[bracket + 1] - '1';
        var field = ((AttributeType.Items)collection.Type).Fields.Single(f => question.EndsWith($".{f.Id}", StringComparison.Ordinal));
        var items = ((FactValue.Items)scenario.Facts.Facts[collection.Slot].Value).All;
        var answer = Answer(items[index].Fields[field.Slot].Value, new ProposalGenerator(scenario.Facts.Vocabulary, LimitTable.Empty, ScenarioMix.Complete).FactOf(field, collection).Sample(1, new Rnd((ulong)dice, 1), 10).First(), dice);
        return scenario.WithFact(collection, new(new FactValue.Items(items.SetItem(index, new(items[index].Fields.SetItem(field.Slot, answer)))), FactOrigin.Declared, null));

        Scenario Given(Scenario s, AttributeDefinition attribute, DeclaredFacts from) => s.WithFact(attribute, Answer(s.Facts.Facts[attribute.Slot].Value, from.Facts[attribute.Slot], dice));
    }

    // What is known within a range, or to a coarse code, is answered from inside it.
    private static Fact Answer(FactValue known, Fact fact, int dice) => known switch
    {
        FactValue.Number number => fact with { Value = new FactValue.Number(Interval<decimal>.Of(dice % 2 == 0 ? number.Range.Low : number.Range.High)) },
        FactValue.Code code => fact with
        {
            Value = new FactValue.Code(SmallWorld.Industries.Entries.Single(e => e.Count == 1 && e.First == code.Entry.First + (dice % code.Entry.Count))),
        },
        _ => Finest(fact, dice),
    };

    // A survey that settles what is left open and leaves what is known.
    private static LayerRelation Surveyed(LayerRelation relation, int dice)
    {
        var isIn = relation.In == Truth.Unknown ? dice % 2 == 0 : relation.In == Truth.True;
        var isWithin = isIn && (relation.Within == Truth.Unknown ? dice % 3 == 0 : relation.Within == Truth.True);
        var distance = isIn ? 0 : relation.Distance?.High.Value ?? 5000;
        var overlap = isIn ? relation.Overlap?.Low.Value ?? 50 : 0;
        var share = isWithin ? 1 : isIn ? relation.Share?.Low.Value ?? 0.5m : 0;
        return relation with
        {
            Status = LayerStatus.Measured,
            In = isIn ? Truth.True : Truth.False,
            Within = isWithin ? Truth.True : Truth.False,
            Distance = new(new(distance), new(distance)),
            Overlap = new(new(overlap), new(overlap)),
            Share = new(new(share), new(share)),
        };
    }

    private static AttributeDefinition Find(Scenario scenario, string id) => scenario.Facts.Vocabulary.TryFind(id, out var found) ? found : throw new InvalidOperationException(id);

    // Only a finest code answers a question about a code.
    private static Fact Finest(Fact fact, int dice) => fact.Value switch
    {
        FactValue.Code => fact with { Value = new FactValue.Code(SmallWorld.Industries.Entries.Where(e => e.Count == 1).ElementAt(dice % FinestOfCodes)) },
        FactValue.Items items => fact with { Value = new FactValue.Items([.. items.All.Select(i => new Item([.. i.Fields.Select(f => Finest(f, dice))]))]) },
        _ => fact,
    };
}
