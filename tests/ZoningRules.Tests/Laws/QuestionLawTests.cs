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

    [Fact]
    public void Assess_EveryQuestionAnswered_DeterminesTheVerdict()
    {
        var answered = 0;
        var pairs = Arb.From(
            from generated in GeneratedCase.Cases(ScenarioMix.Sparse)
            from facts in new ProposalGenerator(SmallWorld.Instance.Vocabulary, LimitTable.Of(generated.Pack), ScenarioMix.Complete).Facts
            from relations in Gen.CollectToArray(SmallWorld.Instance.Layers, new LocationGenerator(generated.Pack, LimitTable.Of(generated.Pack), ScenarioMix.Complete).RelationOf)
            from dice in Gen.Choose(0, FinestOfCodes)
            select (generated, facts, relations, dice),
            p => p.generated.Smaller().Select(c => (c, p.facts, p.relations, p.dice)));
        Checked.ForAll(2000, pairs, pair =>
        {
            var (generated, facts, relations, dice) = pair;
            var before = generated.Assess();

            // What the law does not publish, and where the site lies at all, no form can answer.
            var asked = before.Questions.Select(q => q.Attribute).ToArray();
            if (before.Verdict != Verdict.Undetermined || generated.Scenario.Location is null || asked.Any(IsForTheLegislator))
            {
                return;
            }

            // The missing list of a unit that is perhaps hit counts in every completion; learning that it is not hit lifts it and may open other questions.
            var location = generated.Scenario.Location;
            if (location.Units.Any(u => u.Certainty == Truth.Unknown && before.NotLoaded.Any(l => l.Unit == u.Code)))
            {
                return;
            }

            // An answer about a place must be one of those still open.
            var places = before.Questions.Select(q => q.Definition?.Layer).OfType<string>().ToHashSet(StringComparer.Ordinal);
            var known = location.Relations.Concat(location.Units.SelectMany(u => u.Relations)).Where(r => places.Contains(r.Layer));
            if (known.Any(k => !Fits(k, relations.Single(r => r.Layer == k.Layer))))
            {
                return;
            }

            var after = asked.Aggregate(generated.Scenario, (s, question) => Answered(s, question, before, facts, relations, dice)).AssessedBy(generated.Assessor);
            Assert.Single(after.Possible);
            answered += asked.Length > 0 ? 1 : 0;
        });

        Assert.True(answered > 100, $"only {answered} cases asked anything");
    }

    private static bool Fits(LayerRelation known, LayerRelation answer) =>
        (known.In == Truth.Unknown || known.In == answer.In)
        && (known.Within == Truth.Unknown || known.Within == answer.Within)
        && (known.Distance is not { } distance || (answer.Distance is { } d && distance.Meets(d)))
        && (known.Overlap is not { } overlap || (answer.Overlap is { } o && overlap.Meets(o)))
        && (known.Share is not { } share || (answer.Share is { } s && share.Meets(s)));

    private static bool IsForTheLegislator(string question) =>
        question.StartsWith("parameter.", StringComparison.Ordinal) || question == "list.closed";

    private static Scenario Answered(Scenario scenario, string question, Assessment before, DeclaredFacts facts, LayerRelation[] relations, int dice)
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
            var measured = relations.Single(r => r.Layer == layer);
            ImmutableArray<LayerRelation> With(ImmutableArray<LayerRelation> all) => [.. all.Where(r => r.Layer != layer), measured];
            var quiet = scenario.Facts.Vocabulary.Attributes.Where(a => a.Layer == layer).Aggregate(scenario, (s, a) => s.Without(a));
            return quiet with
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

    private static AttributeDefinition Find(Scenario scenario, string id) => scenario.Facts.Vocabulary.TryFind(id, out var found) ? found : throw new InvalidOperationException(id);

    // Only a finest code answers a question about a code.
    private static Fact Finest(Fact fact, int dice) => fact.Value switch
    {
        FactValue.Code => fact with { Value = new FactValue.Code(SmallWorld.Industries.Entries.Where(e => e.Count == 1).ElementAt(dice % FinestOfCodes)) },
        FactValue.Items items => fact with { Value = new FactValue.Items([.. items.All.Select(i => new Item([.. i.Fields.Select(f => Finest(f, dice))]))]) },
        _ => fact,
    };
}
