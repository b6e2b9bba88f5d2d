namespace ZoningRules.Analysis;

/// <summary>A case that shows a claim: written as a case file, read back, assessed, and found to come out as it says.</summary>
/// <param name="Text">The case file, ready to be saved below <c>cases/</c>.</param>
public sealed record WitnessCase(string Text);
