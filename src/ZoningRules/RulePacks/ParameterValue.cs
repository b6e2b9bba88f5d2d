using ZoningRules.Measures;

namespace ZoningRules.RulePacks;

/// <summary>A dated value.</summary>
/// <param name="InForce">When it counts.</param>
/// <param name="Value">The value.</param>
/// <param name="Citation">The sentence of law behind it.</param>
public sealed record ParameterValue(Period InForce, Quantity Value, Citation Citation);
