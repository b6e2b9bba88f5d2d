using ZoningRules.Findings;
using ZoningRules.RulePacks;

namespace ZoningRules.Verdicts;

/// <summary>A norm and its outcomes in two assessments.</summary>
/// <param name="Norm">The norm's id.</param>
/// <param name="Before">Its outcome in the first; null when it did not count there.</param>
/// <param name="After">Its outcome in the second; null when it does not count there.</param>
/// <param name="Citation">The sentence of law.</param>
public sealed record NormChange(string Norm, Outcome? Before, Outcome? After, Citation Citation);
