using ZoningRules.RulePacks;

namespace ZoningRules.Verdicts;

/// <summary>An obligation to write into the approval.</summary>
/// <param name="Norm">The id of the norm that attaches it.</param>
/// <param name="Obligation">What, by whom, by when.</param>
/// <param name="Citation">The sentence of law.</param>
public sealed record AttachedObligation(string Norm, Obligation Obligation, Citation Citation);
