using System.Collections.Immutable;
using ZoningRules.RulePacks;

namespace ZoningRules.Analysis;

/// <summary>What an analysis of a rule pack found. Immutable.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Date">The date whose rules were compared with each other; rules of other dates were looked at one by one.</param>
/// <param name="Remarks">What was found: errors first, then by kind, then by place in the pack.</param>
/// <param name="Norms">How many computed norms were analysed.</param>
/// <param name="Cells">How many cells the unknowns of the world have together: the size of what was looked at exactly.</param>
public sealed record AnalysisReport(RulePack Pack, DateOnly Date, ImmutableArray<Remark> Remarks, int Norms, int Cells)
{
    /// <summary>Whether anything is an error.</summary>
    public bool HasErrors => Remarks.Any(r => r.Severity == RemarkSeverity.Error);
}
