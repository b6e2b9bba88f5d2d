using System.Collections.Immutable;
using ZoningRules.RulePacks;

namespace ZoningRules.Rescreening;

/// <summary>Past proposals under two editions.</summary>
/// <param name="Old">The old rules.</param>
/// <param name="New">The new rules.</param>
/// <param name="ChangedLayers">Ids of the layers that only one edition has, or that differ in content, ordered.</param>
/// <param name="Proposals">The proposals in the order given.</param>
public sealed record RescreeningResult(RulePack Old, RulePack New, ImmutableArray<string> ChangedLayers, ImmutableArray<RescreenedProposal> Proposals)
{
    /// <summary>The proposals whose verdict is another, in the order given.</summary>
    public IEnumerable<RescreenedProposal> Flips => Proposals.Where(p => p.Direction is not null);
}
