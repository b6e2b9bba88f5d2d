using System.Collections.Immutable;

namespace ZoningRules.RulePacks;

/// <summary>The published table of how many control units each county has and what shares of its area they cover.</summary>
/// <param name="Instrument">The document.</param>
/// <param name="Place">Where in it.</param>
/// <param name="Rows">The rows, in the order of the file: counties, then the whole territory when it has a row.</param>
public sealed record AreaShareTable(Instrument Instrument, string Place, ImmutableArray<AreaShareRow> Rows);
