using ZoningRules.Findings;
using ZoningRules.RulePacks;

namespace ZoningRules.Verdicts;

/// <summary>A norm that bears on a screened proposal.</summary>
/// <param name="Norm">The norm.</param>
/// <param name="Outcome">Its outcome; never <see cref="Outcome.NotApplicable"/>.</param>
public readonly record struct ScreenedNorm(Norm Norm, Outcome Outcome);
