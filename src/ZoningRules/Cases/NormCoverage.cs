using System.Collections.Immutable;
using ZoningRules.Findings;

namespace ZoningRules.Cases;

/// <summary>What the cases show of a norm.</summary>
/// <param name="Norm">Its id.</param>
/// <param name="Outcomes">The outcomes it had, mildest first.</param>
/// <param name="ReadingsMissing">Readings that never stood against another: no case in which they give different outcomes.</param>
/// <param name="ObligationMissing">Whether it has obligations and never attached them.</param>
/// <param name="ExceptionMissing">Whether it is an exception and never took over from its base.</param>
public sealed record NormCoverage(
    string Norm, ImmutableArray<Outcome> Outcomes, ImmutableArray<string> ReadingsMissing, bool ObligationMissing, bool ExceptionMissing)
{
    /// <summary>Whether nothing is missing.</summary>
    public bool IsFull => ReadingsMissing.IsEmpty && !ObligationMissing && !ExceptionMissing;
}
