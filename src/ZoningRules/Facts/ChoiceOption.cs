using ZoningRules.Problems;

namespace ZoningRules.Facts;

/// <summary>A value that a choice may have.</summary>
/// <param name="Id">The word used in files.</param>
/// <param name="Label">How it is printed.</param>
public sealed record ChoiceOption(string Id, LocalText Label);
