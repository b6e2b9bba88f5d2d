using System.Collections.Immutable;

namespace ZoningRules.Verdicts;

/// <summary>A rule pack that asks a question.</summary>
/// <param name="Pack">The pack's id.</param>
/// <param name="Decides">Ids of its norms that the answer helps to decide, in the order of its findings.</param>
public sealed record AskingPack(string Pack, ImmutableArray<string> Decides);
