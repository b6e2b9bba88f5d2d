using System.Collections.Immutable;
using ZoningRules.RulePacks;

namespace ZoningRules.Cases;

/// <summary>What came of the cases of a pack, and what they cover.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Results">One result a case, in the order of the cases.</param>
/// <param name="Coverage">What they cover.</param>
public sealed record CaseSuiteReport(RulePack Pack, ImmutableArray<CaseResult> Results, PackCoverage Coverage)
{
    /// <summary>Whether there is a case and every case holds. No case at all is a failure: it proves nothing.</summary>
    public bool Holds => !Results.IsEmpty && Results.All(r => r.Holds);
}
