using System.Collections.Immutable;
using ZoningRules.Problems;

namespace ZoningRules.RulePacks;

/// <summary>Lists per control unit that exist in law.</summary>
/// <param name="Loaded">Codes of the units whose list is in the pack.</param>
/// <param name="Title">What the lists are called.</param>
/// <param name="Issuer">Who issues them.</param>
/// <param name="Citation">The sentence that says they exist.</param>
public sealed record UnitLists(ImmutableHashSet<string> Loaded, LocalText Title, LocalText Issuer, Citation Citation);
