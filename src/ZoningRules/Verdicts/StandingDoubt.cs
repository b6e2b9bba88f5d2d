using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Verdicts;

/// <summary>Something no answer about the project can settle.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">It in a sentence.</param>
/// <param name="Citation">The sentence of law concerned.</param>
/// <param name="Share">The share of the site concerned; 1 when all of it.</param>
public sealed record StandingDoubt(DoubtKind Kind, LocalText Text, Citation Citation, Ratio Share);
