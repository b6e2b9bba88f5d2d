using ZoningRules.Problems;

namespace ZoningRules.Cases;

/// <summary>A case that is missing, as far as a machine can write it: what is given, and what the pack makes of it today. An author confirms that the law says so.</summary>
/// <param name="Norm">The norm it is about.</param>
/// <param name="Why">What it would show: the line, of a line about an open list which of its tests, and which way it decides.</param>
/// <param name="Text">The case file.</param>
public sealed record SuggestedCase(string Norm, LocalText Why, string Text);
