using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using ZoningRules.Assessing;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Verdicts;

namespace ZoningRules.Testing;

/// <summary>The laws that every assessment keeps, whatever the pack. A pack that breaks one has found an error in the engine.</summary>
public static class PackLaws
{
    private const int AnswersTried = 3;

    /// <summary>
    /// Forgetting a fact, a ledger or the place never leads to a permit milder than before. Forgetting an officer's choice among readings may attach an obligation
    /// that the chosen one left open, but never makes anything plainly admissible.
    /// </summary>
    public static PackLaw ForgettingNeverAdmits { get; } = new(
        "forgetting never admits",
        "without a fact, a ledger or the location the verdict is no milder permit than with it",
        (assessor, scenario) =>
        {
            var with = scenario.AssessedBy(assessor).Verdict;
            return First(Forgetting(scenario), s =>
                s.Scenario.AssessedBy(assessor).Verdict is var without && without < (s.IsReading ? Verdict.Conditional : Verdict.Undetermined) && without < with
                    ? $"without {s.What} the verdict is {without}, with it {with}"
                    : null);
        });

    /// <summary>Learning a fact, a ledger or the place never changes a verdict that was determined without it. An officer's choice among readings is no fact.</summary>
    public static PackLaw LearningNeverFlips { get; } = new(
        "learning never flips",
        "a verdict that is determined without a fact, a ledger or the location is the same with it",
        (assessor, scenario) =>
        {
            var with = scenario.AssessedBy(assessor);
            return First(Forgetting(scenario).Where(s => !s.IsReading), s =>
            {
                var without = s.Scenario.AssessedBy(assessor);
                if (without.Verdict != Verdict.Undetermined && without.Verdict != with.Verdict)
                {
                    return $"without {s.What} the verdict is {without.Verdict}, with it {with.Verdict}";
                }

                // A doubt that the location settles hides milder verdicts.
                var more = without.Doubts.Length == with.Doubts.Length ? with.Possible.Except(without.Possible).ToArray() : [];
                return more.Length > 0 ? $"without {s.What} {more[0]} is not possible, with it it is" : null;
            });
        });

    /// <summary>The order of control units, relations, items and ledgers says nothing, and neither does naming a control unit or an item twice.</summary>
    public static PackLaw OrderAndDuplicatesSayNothing { get; } = new(
        "order and duplicates say nothing",
        "control units, relations, items and ledgers in another order, or control units and items given twice, change no verdict and no outcome",
        (assessor, scenario) =>
        {
            var before = scenario.AssessedBy(assessor);
            return Differs(before, Reversed(scenario).AssessedBy(assessor), "reversed") ?? Differs(before, Doubled(scenario).AssessedBy(assessor), "doubled");
        });

    /// <summary>Answering a question that was not asked changes no verdict.</summary>
    public static PackLaw UnaskedAnswersSayNothing { get; } = new(
        "unasked answers say nothing",
        "an answer to a question that was not asked changes neither the verdict nor the possible verdicts",
        (assessor, scenario) =>
        {
            var before = scenario.AssessedBy(assessor);
            var asked = before.Questions.Select(q => q.Attribute).ToHashSet(StringComparer.Ordinal);
            var answers = new ProposalGenerator(scenario.Facts.Vocabulary, LimitTable.Of(assessor.Pack), ScenarioMix.Complete);
            var unasked = scenario.Facts.Vocabulary.Attributes.Where(a =>
                a.Layer is null && !IsReading(assessor, a) && !asked.Contains(a.Id) && scenario.Facts.Facts[a.Slot].Value is FactValue.Unknown);
            return First(
                unasked.SelectMany(a => answers.FactOf(a, null).Sample(AnswersTried, new Rnd((ulong)a.Slot, 1), AnswersTried).Select(f => (Attribute: a, Fact: f))),
                answer =>
                {
                    var after = scenario.WithFact(answer.Attribute, answer.Fact).AssessedBy(assessor);
                    return after.Verdict == before.Verdict && after.Possible.SequenceEqual(before.Possible)
                        ? null
                        : $"{answer.Attribute.Id} was not asked, and {answer.Fact.Value} makes {before.Verdict} {after.Verdict}";
                });
        });

    /// <summary>A layer without data, or one whose file cannot be read, never improves a verdict.</summary>
    public static PackLaw MissingLayersNeverAdmit { get; } = new(
        "missing layers never admit",
        "with a layer of which nothing is declared missing or failed, the verdict is the same or Undetermined",
        (assessor, scenario) =>
        {
            if (scenario.Location is not { } location)
            {
                return null;
            }

            var with = scenario.AssessedBy(assessor).Verdict;
            var silent = scenario.Facts.Vocabulary.Layers.Where(l =>
                scenario.Facts.Vocabulary.Attributes.Where(a => a.Layer == l.Id).All(a => scenario.Facts.Facts[a.Slot].Value is FactValue.Unknown));
            return First(silent.SelectMany(l => new[] { (l.Id, LayerStatus.NoLayer), (l.Id, LayerStatus.Failed) }), missing =>
            {
                var (layer, status) = missing;
                var without = (scenario with { Location = ScenarioGenerator.WithoutLayer(location, layer, status) }).AssessedBy(assessor).Verdict;
                return without == with || without == Verdict.Undetermined ? null : $"without layer {layer} ({status}) the verdict is {without}, with it {with}";
            });
        });

    /// <summary>Where a list exists in law and is not in the pack, nothing is plainly admissible.</summary>
    public static PackLaw ListsNotLoadedNeverAdmitPlainly { get; } = new(
        "lists not loaded never admit plainly",
        "a site that lies, or may lie, in a control unit whose own list is not loaded is never plainly admissible",
        (assessor, scenario) =>
            assessor.Pack.UnitLists is { } lists
            && scenario.Location is { } location
            && location.Units.FirstOrDefault(u => !lists.Loaded.Contains(u.Code)) is { } hit
            && scenario.AssessedBy(assessor).Possible.Contains(Verdict.Admissible)
                ? $"the list of {hit.Code} is not loaded"
                : null);

    /// <summary>A larger emission, withdrawal or other increment of a budget is never treated more mildly.</summary>
    public static PackLaw MoreNeverHelps { get; } = PackLawsOfDegree.MoreNeverHelps;

    /// <summary>Between two days on which the law changes nothing else changes either.</summary>
    public static PackLaw SameLawSameAnswer { get; } = PackLawsOfDegree.SameLawSameAnswer;

    /// <summary>Whoever answers every question ends with a verdict, an officer's discretion and what nobody publishes aside.</summary>
    public static PackLaw AnswersSettle { get; } = PackLawsOfDegree.AnswersSettle;

    /// <summary>In a zone that the pack declares stricter nothing is admitted that the looser zone forbids.</summary>
    public static PackLaw StricterZonesAreNotLooser { get; } = PackLawsOfDegree.StricterZonesAreNotLooser;

    /// <summary>All laws, in the order of this class.</summary>
    public static ImmutableArray<PackLaw> All { get; } =
    [
        ForgettingNeverAdmits,
        LearningNeverFlips,
        OrderAndDuplicatesSayNothing,
        UnaskedAnswersSayNothing,
        MissingLayersNeverAdmit,
        ListsNotLoadedNeverAdmitPlainly,
        MoreNeverHelps,
        SameLawSameAnswer,
        AnswersSettle,
        StricterZonesAreNotLooser,
    ];

    private static bool IsReading(Assessor assessor, AttributeDefinition attribute) =>
        assessor.Pack.Norms.Any(n => n.Norm.ReadingDecision?.Slot == attribute.Slot);

    private static string? First<T>(IEnumerable<T> cases, Func<T, string?> breach) => cases.Select(breach).FirstOrDefault(b => b is not null);

    // Each way to know one thing less. A declaration about a layer, and the location beside one, is left out: where the two contradict each other, either alone says more than both.
    private static IEnumerable<(string What, bool IsReading, Scenario Scenario)> Forgetting(Scenario scenario)
    {
        foreach (var attribute in scenario.Facts.Vocabulary.Attributes.Where(a => a.Layer is null))
        {
            switch (scenario.Facts.Facts[attribute.Slot].Value)
            {
                case FactValue.Unknown:
                    continue;
                case FactValue.Items items:
                    foreach (var (what, fact) in FieldsForgotten(scenario.Facts.Facts[attribute.Slot], items, attribute))
                    {
                        yield return (what, false, scenario.WithFact(attribute, fact));
                    }

                    break;
            }

            yield return (attribute.Id, attribute.Id.StartsWith("reading.", StringComparison.Ordinal), scenario.Without(attribute));
        }

        foreach (var ledger in scenario.Ledgers)
        {
            yield return ($"ledger {ledger.Name}", false, scenario with { Ledgers = scenario.Ledgers.Remove(ledger) });
        }

        if (scenario.Location is not null && SaysNothingOfPlaces(scenario))
        {
            yield return ("the location", false, scenario with { Location = null });
        }
    }

    private static bool SaysNothingOfPlaces(Scenario scenario) =>
        scenario.Facts.Vocabulary.Attributes.All(a => a.Layer is null || scenario.Facts.Facts[a.Slot].Value is FactValue.Unknown);

    private static IEnumerable<(string What, Fact Fact)> FieldsForgotten(Fact fact, FactValue.Items items, AttributeDefinition collection)
    {
        for (var i = 0; i < items.All.Length; i++)
        {
            foreach (var field in ((AttributeType.Items)collection.Type).Fields.Where(f => items.All[i].Fields[f.Slot].Value is not FactValue.Unknown))
            {
                var forgotten = items.All[i].Fields.SetItem(field.Slot, new(new FactValue.Unknown(field.UnknownAs), FactOrigin.None, null));
                yield return ($"{collection.Id}[{i + 1}].{field.Id}", fact with { Value = new FactValue.Items(items.All.SetItem(i, new(forgotten))) });
            }
        }
    }

    private static Scenario Reversed(Scenario scenario) => WithItems(scenario, i => [.. i.Reverse()]) with
    {
        Ledgers = [.. scenario.Ledgers.Reverse()],
        Location = scenario.Location is not { } location ? null : location with
        {
            Units = [.. location.Units.Reverse().Select(u => u with { Relations = [.. u.Relations.Reverse()] })],
            Gaps = [.. location.Gaps.Reverse()],
            Relations = [.. location.Relations.Reverse()],
        },
    };

    private static Scenario Doubled(Scenario scenario) => WithItems(scenario, i => [.. i, .. i]) with
    {
        Location = scenario.Location is not { } location ? null : location with { Units = [.. location.Units, .. location.Units] },
    };

    private static Scenario WithItems(Scenario scenario, Func<ImmutableArray<Item>, ImmutableArray<Item>> change) => scenario with
    {
        Facts = new(scenario.Facts.Vocabulary, [.. scenario.Facts.Facts.Select(f => f.Value is FactValue.Items items ? f with { Value = new FactValue.Items(change(items.All)) } : f)]),
    };

    private static string? Differs(Assessment before, Assessment after, string how)
    {
        if (before.Verdict != after.Verdict || !before.Possible.SequenceEqual(after.Possible))
        {
            return $"{how}: {before.Verdict} becomes {after.Verdict}";
        }

        return First(before.Findings.Zip(after.Findings), p => p.First.Outcome == p.Second.Outcome ? null : $"{how}: {p.First.Norm.Id} {p.First.Outcome} becomes {p.Second.Outcome}");
    }
}
