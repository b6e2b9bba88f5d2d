using ZoningRules.RulePacks;

namespace ZoningRules.Analysis;

/// <summary>A norm that two editions do not have alike.</summary>
/// <param name="Norm">Its id.</param>
/// <param name="Relation">How the new one stands to the old one.</param>
/// <param name="Citation">The sentence of law, of the new edition where it has the norm.</param>
/// <param name="Stricter">A smallest case in which the new norm is stricter; null when there is none.</param>
/// <param name="Looser">A smallest case in which the new norm is milder; null when there is none.</param>
public sealed record DifferenceNorm(string Norm, DifferenceRelation Relation, Citation Citation, DifferenceWitness? Stricter, DifferenceWitness? Looser);
