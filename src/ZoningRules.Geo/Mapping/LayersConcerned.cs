using System.Collections.Immutable;
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
            .SelectMany(f => f.Norm.Lines.SelectMany(l => l.Test.Operands).Concat(f.Norm.Show.Select(s => s.Value)))
            .OfType<Operand.Distance>()
            .Select(d => d.Layer)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The layers that a norm looks at or shows; one may be named several times.</summary>
    public static IEnumerable<string> By(Requirement requirement, Norm norm) =>
    [
        .. requirement.Scope is Scope.InZone zone ? [zone.Layer] : Array.Empty<string>(),
        .. norm.Lines.SelectMany(l => l.Test.Layers),
        .. norm.Show.SelectMany(s => s.Value.Layers),
    ];
}
