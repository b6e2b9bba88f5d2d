using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Testing;

/// <summary>Laws that hold of packs which say what they mean: more is not better, stricter is not looser, days without change change nothing, answers settle.</summary>
internal static class PackLawsOfDegree
{
    private const string Emissions = "emission.";
    private const int MostRounds = 40;

    public static PackLaw MoreNeverHelps { get; } = new(
        "more never helps",
        "with a larger emission or increment of a budget the verdict is no milder",
        (assessor, scenario) =>
        {
            var before = scenario.AssessedBy(assessor).Verdict;
            var limits = LimitTable.Of(assessor.Pack);
            foreach (var attribute in Demands(assessor.Pack))
            {
                if (scenario.Facts.Facts[attribute.Slot] is not { Value: FactValue.Number { Range.IsPoint: true } known } fact)
                {
                    continue;
                }

                var value = known.Range.Low;
                var most = ((AttributeType.Number)attribute.Type).Maximum ?? 1_000_000_000_000m;
                foreach (var more in limits.ForNumber(attribute).SelectMany(l => new[] { l, l + 1 }).Append((value * 2) + 1).Where(m => m > value && m <= most))
                {
                    var larger = scenario.WithFact(attribute, fact with { Value = new FactValue.Number(Interval<decimal>.Of(more)) });
                    var after = larger.AssessedBy(assessor).Verdict;
                    if (after < before)
                    {
                        return new PackLawBreach($"{attribute.Id} {value} gives {before}, {more} gives {after}", larger);
                    }
                }
            }

            return null;
        });

    public static PackLaw SameLawSameAnswer { get; } = new(
        "same law, same answer",
        "on the days between two changes of the law the verdict is the same, the age of ledgers aside",
        (assessor, scenario) =>
        {
            var dates = LimitTable.Of(assessor.Pack).Dates;
            var plain = scenario with { Ledgers = [] };
            var last = dates.Where(d => d > plain.GoverningDate).DefaultIfEmpty(plain.GoverningDate.AddDays(1000)).First().AddDays(-1);
            var year = new DateOnly(plain.GoverningDate.Year, 12, 31);
            var other = last < year ? last : year;
            if (other <= plain.GoverningDate)
            {
                return null;
            }

            var (before, after) = (plain.AssessedBy(assessor), (plain with { GoverningDate = other }).AssessedBy(assessor));
            return before.Verdict == after.Verdict && before.Possible.SequenceEqual(after.Possible)
                ? null
                : $"{plain.GoverningDate:yyyy-MM-dd} gives {before.Verdict}, {other:yyyy-MM-dd} gives {after.Verdict}";
        });

    public static PackLaw AnswersSettle { get; } = new(
        "answers settle",
        "while the verdict is open something is asked, and whoever answers every question about the project and every question to the officer ends with a verdict",
        (assessor, scenario) =>
        {
            var answers = new ProposalGenerator(scenario.Facts.Vocabulary, LimitTable.Of(assessor.Pack), ScenarioMix.Complete);
            for (var round = 0; round < MostRounds; round++)
            {
                var assessment = scenario.AssessedBy(assessor);
                if (assessment.Verdict != Verdict.Undetermined || !assessment.Doubts.IsEmpty)
                {
                    return null;
                }

                if (assessment.Questions.IsEmpty)
                {
                    return "the verdict is open and nothing is asked";
                }

                // `items[1].field` is answered by giving all items anew; site, ledgers and what nobody publishes are no answers of a form.
                var open = assessment.Questions
                    .Select(q => q.Attribute.Split('[')[0])
                    .Select(id => scenario.Facts.Vocabulary.TryFind(id, out var definition) && definition.Layer is null ? definition : null)
                    .OfType<AttributeDefinition>()
                    .FirstOrDefault();
                if (open is null)
                {
                    return null;
                }

                scenario = scenario.WithFact(open, answers.FactOf(open, null).Sample(1, new Rnd((ulong)((round * 1000) + open.Slot), 1), 1).Single());
            }

            return $"after {MostRounds} answers the verdict is still open";
        });

    public static PackLaw StricterZonesAreNotLooser { get; } = new(
        "stricter zones are not looser",
        "what is forbidden in a zone is forbidden in the zone that the pack declares stricter",
        (assessor, scenario) =>
        {
            if (scenario.Location is not { } location)
            {
                return null;
            }

            foreach (var stricter in assessor.Pack.Vocabulary.Layers.Where(l => l.StricterThan is not null))
            {
                var inLooser = (scenario with { Location = In(location, stricter.StricterThan!, stricter.Id) }).AssessedBy(assessor);
                var there = scenario with { Location = In(location, stricter.Id, stricter.StricterThan!) };
                var inStricter = there.AssessedBy(assessor);
                if (inLooser.Verdict == Verdict.Prohibited && inStricter.Verdict < Verdict.Undetermined)
                {
                    var by = inLooser.Findings.First(f => f.Outcome == Findings.Outcome.Violated).Norm.Id;
                    return new PackLawBreach($"{stricter.StricterThan} forbids it ({by}), the stricter {stricter.Id} gives {inStricter.Verdict}", there);
                }
            }

            return null;
        });

    private static ImmutableArray<AttributeDefinition> Demands(RulePack pack) =>
    [
        .. pack.Vocabulary.Attributes.Where(a => a.Type is AttributeType.Number
            && (a.Id.StartsWith(Emissions, StringComparison.Ordinal) || pack.Norms.Any(n => n.Norm.Cap?.Increment.Slot == a.Slot))),
    ];

    private static SiteLocation In(SiteLocation location, string inside, string outside)
    {
        return location with
        {
            Relations = Moved(location.Relations),
            Units = [.. location.Units.Select(u => u with { Relations = Moved(u.Relations) })],
        };

        ImmutableArray<LayerRelation> Moved(ImmutableArray<LayerRelation> relations) =>
            [.. relations.Select(r => r.Layer == inside ? Inside(r.Layer) : r.Layer == outside ? Outside(r.Layer) : r)];
    }

    private static LayerRelation Inside(string layer) => new()
    {
        Layer = layer,
        Status = LayerStatus.Measured,
        In = Truth.True,
        Within = Truth.True,
        Distance = Interval<Metres>.Of(new(0)),
        Share = Interval<Ratio>.Of(new(1)),
    };

    private static LayerRelation Outside(string layer) => new()
    {
        Layer = layer,
        Status = LayerStatus.Measured,
        In = Truth.False,
        Within = Truth.False,
        Distance = Interval<Metres>.Of(new(20_000)),
        Overlap = Interval<SquareMetres>.Of(new(0)),
        Share = Interval<Ratio>.Of(new(0)),
    };
}
