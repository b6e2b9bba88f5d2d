using ZoningRules.Problems;

namespace ZoningRules.RulePacks;

/// <summary>What an approval must require.</summary>
/// <param name="Text">What is to be done.</param>
/// <param name="Of">By whom.</param>
/// <param name="Due">By when.</param>
/// <param name="Authority">Which authority sees to it, or null.</param>
public sealed record Obligation(LocalText Text, LocalText Of, LocalText Due, LocalText? Authority);
