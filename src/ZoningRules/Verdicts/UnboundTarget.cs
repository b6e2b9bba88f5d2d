using ZoningRules.RulePacks;

namespace ZoningRules.Verdicts;

/// <summary>A norm whose target year does not bind on the governing date.</summary>
/// <param name="Norm">The norm's id.</param>
/// <param name="Year">The target year.</param>
/// <param name="Lapsed">True when the year has passed; false when it is still to come.</param>
/// <param name="Citation">The sentence of law.</param>
public sealed record UnboundTarget(string Norm, int Year, bool Lapsed, Citation Citation);
