using System.Collections.Immutable;
using System.Diagnostics;
using ZoningRules.Facts;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Geo.Siting;

/// <summary>The layers on which the answer of some norms can depend, each with the distances at which it can change, in metres, ascending.</summary>
internal sealed class PlaceThresholds
{
    private readonly SortedDictionary<string, SortedSet<decimal>> byLayer = new(StringComparer.Ordinal);
    private readonly List<Problem> problems = [];
    private readonly DeclaredFacts facts;
    private readonly DateOnly date;

    private PlaceThresholds(DeclaredFacts facts, DateOnly date)
    {
        this.facts = facts;
        this.date = date;
    }

    /// <summary>The layers with their distances, ordered by id.</summary>
    public IEnumerable<(string Layer, ImmutableArray<decimal> Limits)> All => byLayer.Select(p => (p.Key, p.Value.ToImmutableArray()));

    /// <summary>The thresholds of norms; or which of them no map can be drawn of.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="norms">Ids of the norms whose answer is not the same everywhere.</param>
    /// <param name="facts">The facts of the proposal.</param>
    /// <param name="date">The date whose parameters count.</param>
    public static (PlaceThresholds Thresholds, ImmutableArray<Problem> Problems) Of(RulePack pack, IEnumerable<string> norms, DeclaredFacts facts, DateOnly date)
    {
        var thresholds = new PlaceThresholds(facts, date);
        var wanted = norms.ToHashSet(StringComparer.Ordinal);

        // Where an exception holds its base norm does not: what decides the one decides the other.
        for (var before = -1; before != wanted.Count;)
        {
            before = wanted.Count;
            wanted.UnionWith(pack.Norms.Where(n => n.Norm.ExceptionTo is { } to && wanted.Contains(to)).Select(n => n.Norm.Id));
        }

        foreach (var (requirement, norm) in pack.Norms.Where(n => wanted.Contains(n.Norm.Id)))
        {
            if (requirement.Scope is Scope.InZone zone)
            {
                thresholds.Layer(zone.Layer);
            }

            foreach (var leaf in norm.Lines)
            {
                thresholds.Add(norm, leaf.Test);
            }
        }

        thresholds.AddDeclared(pack);
        return (thresholds, [.. thresholds.problems]);
    }

    private SortedSet<decimal> Layer(string id)
    {
        if (!byLayer.TryGetValue(id, out var distances))
        {
            byLayer.Add(id, distances = []);
        }

        return distances;
    }

    private void Add(Norm norm, LeafTest test)
    {
        switch (test)
        {
            case LeafTest.SiteIn place:
                Layer(place.Layer);
                break;
            case LeafTest.SiteWithin place:
                Layer(place.Layer);
                break;
            case LeafTest.Compare compare:
                Add(compare.Of, [compare.Limit]);
                break;
            case LeafTest.CompareParameter compare:
                Add(compare.Of, compare.Limit.On(date) is { } value ? [value.Value.ToBase().Low] : []);
                break;
            case LeafTest.CompareOperands { Left: Operand.Distance left, Right: Operand.Distance right } when left.Layer != right.Layer:
                problems.Add(Problem.Of(ProblemCode.NotMappable, norm.Place, norm.Id));
                break;
            case LeafTest.CompareOperands pair:
                Add(pair.Left, Values(pair.Right));
                Add(pair.Right, Values(pair.Left));
                break;
            case LeafTest.OneOf or LeafTest.CodeIn or LeafTest.OnList or LeafTest.Includes:
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void Add(Operand operand, IEnumerable<decimal> limits)
    {
        switch (operand)
        {
            case Operand.Distance distance:
                Layer(distance.Layer).UnionWith(limits);
                break;
            case Operand.Overlap overlap:
                Layer(overlap.Layer);
                break;
            case Operand.Share share:
                Layer(share.Layer);
                break;
            case Operand.OfProposal or Operand.OfItem:
                break;
            default:
                throw new UnreachableException();
        }
    }

    // Every end that a number of the proposal can have.
    private IEnumerable<decimal> Values(Operand operand)
    {
        var (definition, values) = operand switch
        {
            Operand.OfProposal attribute => (attribute.Definition, [facts.Facts[attribute.Definition.Slot].Value]),
            Operand.OfItem field => (field.Definition, facts.Facts.Select(f => f.Value).OfType<FactValue.Items>().SelectMany(i => i.All).SelectMany(i => i.Fields).Select(f => f.Value)),
            _ => ((AttributeDefinition?)null, Enumerable.Empty<FactValue>()),
        };
        foreach (var number in values.OfType<FactValue.Number>())
        {
            yield return number.Range.Low;
            yield return number.Range.High;
        }

        if (definition?.Type is AttributeType.Number type)
        {
            foreach (var end in (decimal?[])[type.Minimum, type.Maximum])
            {
                if (end is { } known)
                {
                    yield return known * type.Measure.Numerator / type.Measure.Denominator;
                }
            }
        }
    }

    // A declared distance agrees with a measured one up to some distance.
    private void AddDeclared(RulePack pack)
    {
        foreach (var layer in byLayer.Keys.ToArray())
        {
            if (pack.Vocabulary.TryFind(Vocabulary.DistanceToLayer(layer), out var declared) && facts.Facts[declared.Slot].Value is FactValue.Number number)
            {
                byLayer[layer].UnionWith([number.Range.Low, number.Range.High]);
            }
        }
    }
}
