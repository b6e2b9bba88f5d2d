using System.Collections.Immutable;
using ZoningRules.RulePacks;

namespace ZoningRules.Cases;

/// <summary>What became of the slips that were put into a pack, one at a time.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Total">How many slips were made.</param>
/// <param name="Killed">How many at least one case noticed.</param>
/// <param name="Equivalent">Slips that change no outcome of any case that can be: proved over all cells.</param>
/// <param name="Survivors">Slips that no case notices although they change outcomes, each with the case that is missing.</param>
public sealed record MutationReport(RulePack Pack, int Total, int Killed, ImmutableArray<Mutant> Equivalent, ImmutableArray<Survivor> Survivors)
{
    /// <summary>The share noticed of the slips that can be noticed, from 0 to 1; 1 when there are none.</summary>
    public decimal Score => Total == Equivalent.Length ? 1 : (decimal)Killed / (Total - Equivalent.Length);
}
