using System.Collections.Immutable;
using ZoningRules.Problems;
using ZoningRules.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Cases;

/// <summary>What came of a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Differences">What came out otherwise than expected, one line each; empty when it holds.</param>
/// <param name="Assessment">The assessment; null when the case could not be assessed.</param>
public sealed record CaseResult(RuleCase Case, ImmutableArray<LocalText> Differences, Assessment? Assessment)
{
    /// <summary>Whether everything came out as expected.</summary>
    public bool Holds => Differences.IsEmpty;
}
