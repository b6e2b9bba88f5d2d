using System.Collections.Immutable;
using ZoningRules.Facts;

namespace ZoningRules.RulePacks;

/// <summary>An edition of a list.</summary>
/// <param name="InForce">When it counts.</param>
/// <param name="Citation">The sentence of law behind it.</param>
/// <param name="Members">Codes certainly on the list, with all their children.</param>
/// <param name="Review">Codes of which an officer decides; where both name a code, it is a member.</param>
/// <param name="Except">Codes cut out of members and review, with all their children.</param>
public sealed record CodeListEdition(
    Period InForce,
    Citation Citation,
    ImmutableArray<CodeEntry> Members,
    ImmutableArray<CodeEntry> Review,
    ImmutableArray<CodeEntry> Except);
