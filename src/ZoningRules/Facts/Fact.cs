namespace ZoningRules.Facts;

/// <summary>An attribute with its value and origin.</summary>
/// <param name="Value">The typed value.</param>
/// <param name="Origin">Where it comes from; <see cref="FactOrigin.None"/> exactly when nothing was said.</param>
/// <param name="Shown">The value as it was written or measured, for reports; null when unknown.</param>
public sealed record Fact(FactValue Value, FactOrigin Origin, string? Shown);
