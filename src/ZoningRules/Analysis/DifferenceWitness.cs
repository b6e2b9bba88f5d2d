namespace ZoningRules.Analysis;

/// <summary>A case that two editions decide differently.</summary>
/// <param name="Text">The case file without its expectations.</param>
/// <param name="Old">What the old edition makes of it.</param>
/// <param name="New">What the new edition makes of it.</param>
public sealed record DifferenceWitness(string Text, DifferenceSide Old, DifferenceSide New);
