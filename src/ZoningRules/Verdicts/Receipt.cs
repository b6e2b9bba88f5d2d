using System.Collections.Immutable;
using ZoningRules.Locations;

namespace ZoningRules.Verdicts;

/// <summary>The identity of everything an assessment rested on.</summary>
/// <param name="Engine">Name and version of the engine.</param>
/// <param name="PackId">The pack.</param>
/// <param name="PackVersion">Its version.</param>
/// <param name="PackSha256">Its content hash.</param>
/// <param name="Layers">The layers consulted, ordered by id.</param>
/// <param name="ProposalSha256">The proposal's hash; empty for one made in memory.</param>
/// <param name="Ledgers">Ledger names with the hash of their file, ordered by name.</param>
public sealed record Receipt(
    string Engine,
    string PackId,
    string PackVersion,
    string PackSha256,
    ImmutableArray<LayerUse> Layers,
    string ProposalSha256,
    ImmutableArray<KeyValuePair<string, string>> Ledgers);
