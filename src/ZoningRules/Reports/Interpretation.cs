namespace ZoningRules.Reports;

/// <summary>Something about the law that the authority has not confirmed.</summary>
/// <param name="Of">The requirement or norms it concerns.</param>
/// <param name="Text">What is open and what is assumed.</param>
internal sealed record Interpretation(string Of, string Text);
