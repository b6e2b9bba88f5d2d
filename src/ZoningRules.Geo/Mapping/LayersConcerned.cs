using System.Collections.Immutable;
using System.Diagnostics;
using ZoningRules.Findings;
using ZoningRules.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Geo.Mapping;

/// <summary>Which layers the rules look at.</summary>
internal static class LayersConcerned
{
    /// <summary>The layers that norms bearing on a proposal look at or show, in the order of their ids.</summary>
    public static ImmutableArray<string> By(Assessment assessment) =>
    [
        .. assessment.Findings
            .Where(f => f.Outcome != Outcome.NotApplicable)
            .SelectMany(f => By(f.Requirement, f.Norm))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The layers to which norms bearing on a proposal compare or show the distance, in the order of their ids.</summary>
    public static ImmutableArray<string> MeasuredBy(Assessment assessment) =>
    [
        .. assessment.Findings
            .Where(f => f.Outcome != Outcome.NotApplicable)
            .SelectMany(f => f.Norm.Lines.SelectMany(l => Operands(l.Test)).Concat(f.Norm.Show.Select(s => s.Value)))
            .OfType<Operand.Distance>()
            .Select(d => d.Layer)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The layers that a norm looks at or shows; one may be named several times.</summary>
    public static IEnumerable<string> By(Requirement requirement, Norm norm)
    {
        if (requirement.Scope is Scope.InZone zone)
        {
            yield return zone.Layer;
        }

        foreach (var leaf in norm.Lines)
        {
            foreach (var layer in By(leaf.Test))
            {
                yield return layer;
            }
        }

        foreach (var layer in norm.Show.SelectMany(s => By(s.Value)))
        {
            yield return layer;
        }
    }

    /// <summary>What a leaf compares, as far as it is a number.</summary>
    public static IEnumerable<Operand> Operands(LeafTest test) => test switch
    {
        LeafTest.Compare compare => [compare.Of],
        LeafTest.CompareParameter compare => [compare.Of],
        LeafTest.CompareOperands pair => [pair.Left, pair.Right],
        LeafTest.SiteIn or LeafTest.SiteWithin or LeafTest.OneOf or LeafTest.CodeIn or LeafTest.OnList or LeafTest.Includes => [],
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<string> By(LeafTest test) => test switch
    {
        LeafTest.SiteIn place => [place.Layer],
        LeafTest.SiteWithin place => [place.Layer],
        _ => Operands(test).SelectMany(By),
    };

    private static IEnumerable<string> By(Operand operand) => operand switch
    {
        Operand.Distance distance => [distance.Layer],
        Operand.Overlap overlap => [overlap.Layer],
        Operand.Share share => [share.Layer],
        Operand.OfProposal or Operand.OfItem => [],
        _ => throw new UnreachableException(),
    };
}
