using ZoningRules.RulePacks;

namespace ZoningRules.Verdicts;

/// <summary>What one pack of several says, in short.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Screening">What it says.</param>
public sealed record PackScreening(RulePack Pack, Screening Screening);
