using System.Collections.Immutable;
using ZoningRules.Locations;

namespace ZoningRules.RulePacks;

/// <summary>A row of the published table of area shares. The quote was checked against the archived text when the pack was loaded.</summary>
/// <param name="County">The county's name; null for the row of the whole territory.</param>
/// <param name="Quote">The row's words, verbatim but for white space.</param>
/// <param name="Shares">Its shares, ordered by category; a category without control units is left out.</param>
public sealed record AreaShareRow(string? County, string Quote, ImmutableArray<AreaShare> Shares)
{
    /// <summary>The share of a category; null when the row has no control unit of it.</summary>
    public AreaShare? Of(ControlCategory category) => Shares.FirstOrDefault(s => s.Category == category);
}
