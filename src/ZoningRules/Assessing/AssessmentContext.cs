using System.Collections.Immutable;
using ZoningRules.Facts;

namespace ZoningRules.Assessing;

/// <summary>What an assessment needs besides the proposal.</summary>
/// <param name="GoverningDate">The date whose law counts.</param>
/// <param name="Ledgers">Snapshots of the ledgers that caps use; may be empty.</param>
public sealed record AssessmentContext(DateOnly GoverningDate, ImmutableArray<Ledger> Ledgers)
{
    /// <summary>A context without ledgers.</summary>
    public static AssessmentContext On(DateOnly governingDate) => new(governingDate, []);
}
