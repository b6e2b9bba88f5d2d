using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.RulePacks;

namespace ZoningRules.Testing;

/// <summary>Generates and shrinks whole scenarios for a pack: form, location, ledgers and a date near the days on which the pack's law changes.</summary>
public sealed class ScenarioGenerator
{
    private const int DeclaredAsWell = 9;

    private readonly RulePack pack;
    private readonly ScenarioMix mix;
    private readonly LimitTable limits;

    /// <summary>Makes a generator.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="mix">How much is known.</param>
    public ScenarioGenerator(RulePack pack, ScenarioMix mix)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(mix);
        this.pack = pack;
        this.mix = mix;
        limits = LimitTable.Of(pack);
    }

    /// <summary>Scenarios with a shrinker that drops facts, units and ledgers.</summary>
    public Arbitrary<Scenario> Arbitrary => Arb.From(Scenarios, Shrink);

    /// <summary>Scenarios.</summary>
    public Gen<Scenario> Scenarios =>
        from date in Dates
        from scenario in On(date)
        select scenario;

    /// <summary>Scenarios on one governing date.</summary>
    public Gen<Scenario> On(DateOnly date) =>
        from facts in new ProposalGenerator(pack.Vocabulary, limits, mix).Facts
        from location in new LocationGenerator(pack, limits, mix).Locations
        from said in Gen.CollectToArray(pack.Vocabulary.Attributes, a => a.Layer is null ? Gen.Constant(0) : Gen.Choose(0, DeclaredAsWell))
        from ledgers in new LedgerGenerator(pack, mix).LedgersOn(date)
        select new Scenario(SeldomTwice(facts, location, said), location, ledgers, date);

    /// <summary>The days before, of and after each change of the pack's law.</summary>
    public Gen<DateOnly> Dates
    {
        get
        {
            var days = limits.Dates
                .SelectMany(d => new[] { d.DayNumber - 1, d.DayNumber, d.DayNumber + 1 })
                .Where(d => d >= 0 && d <= DateOnly.MaxValue.DayNumber)
                .Select(DateOnly.FromDayNumber)
                .Distinct()
                .ToArray();
            return days.Length == 0 ? Gen.Constant(new DateOnly(2026, 1, 1)) : Gen.Elements(days);
        }
    }

    /// <summary>Smaller scenarios, in a stated order: without a ledger, a unit, a gap or the location; with a fact dropped or made simpler.</summary>
    public static IEnumerable<Scenario> Shrink(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        foreach (var ledger in scenario.Ledgers)
        {
            yield return scenario with { Ledgers = scenario.Ledgers.Remove(ledger) };
        }

        foreach (var location in Smaller(scenario.Location))
        {
            yield return scenario with { Location = location };
        }

        foreach (var attribute in scenario.Facts.Vocabulary.Attributes)
        {
            foreach (var fact in Smaller(scenario.Facts.Facts[attribute.Slot], attribute))
            {
                yield return scenario.WithFact(attribute, fact);
            }
        }
    }

    private static IEnumerable<Fact> Smaller(Fact fact, AttributeDefinition attribute)
    {
        if (fact.Value is FactValue.Unknown)
        {
            yield break;
        }

        yield return new(new FactValue.Unknown(attribute.UnknownAs), FactOrigin.None, null);
        switch (fact.Value)
        {
            case FactValue.Items items:
                foreach (var item in items.All)
                {
                    yield return fact with { Value = new FactValue.Items(items.All.Remove(item)) };
                }

                var fields = ((AttributeType.Items)attribute.Type).Fields;
                for (var i = 0; i < items.All.Length; i++)
                {
                    foreach (var field in fields)
                    {
                        foreach (var smaller in Smaller(items.All[i].Fields[field.Slot], field))
                        {
                            yield return fact with { Value = new FactValue.Items(items.All.SetItem(i, new(items.All[i].Fields.SetItem(field.Slot, smaller)))) };
                        }
                    }
                }

                break;
            case FactValue.Number { Range.IsPoint: false } number:
                yield return fact with { Value = new FactValue.Number(Measures.Interval<decimal>.Of(number.Range.Low)) };
                yield return fact with { Value = new FactValue.Number(Measures.Interval<decimal>.Of(number.Range.High)) };
                break;
        }
    }

    private static IEnumerable<SiteLocation?> Smaller(SiteLocation? location)
    {
        if (location is null)
        {
            yield break;
        }

        yield return null;
        foreach (var hit in location.Units)
        {
            if (location.Units.Length > 1)
            {
                yield return location with { Units = location.Units.Remove(hit) };
            }

            if (hit.Certainty != Measures.Truth.True)
            {
                yield return location with { Units = location.Units.Replace(hit, hit with { Certainty = Measures.Truth.True }) };
            }
        }

        if (!location.Gaps.IsEmpty && !location.Units.IsEmpty)
        {
            yield return location with { Gaps = [] };
        }

        // A layer that says nothing, about the whole site and every part at once.
        foreach (var relation in location.Relations.Where(r => r.Status != LayerStatus.NoLayer))
        {
            yield return WithoutLayer(location, relation.Layer);
        }
    }

    // A form seldom declares what is measured anyway; if every form did, most places would be in dispute.
    private static DeclaredFacts SeldomTwice(DeclaredFacts facts, SiteLocation? location, int[] said) => new(
        facts.Vocabulary,
        [.. facts.Vocabulary.Attributes.Select(a => said[a.Slot] != 0 && location?.Relations.Any(r => r.Layer == a.Layer && r.Status == LayerStatus.Measured) == true
            ? a.Unsaid
            : facts.Facts[a.Slot])]);

    internal static SiteLocation WithoutLayer(SiteLocation location, string layer, LayerStatus status = LayerStatus.NoLayer) => location with
    {
        Relations = Without(location.Relations, layer, status),
        Units = [.. location.Units.Select(u => u with { Relations = Without(u.Relations, layer, status) })],
    };

    private static ImmutableArray<LayerRelation> Without(ImmutableArray<LayerRelation> relations, string layer, LayerStatus status) =>
        [.. relations.Select(r => r.Layer == layer ? LayerRelation.Unanswered(layer, status) : r)];
}
