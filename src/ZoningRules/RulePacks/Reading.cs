using ZoningRules.Problems;

namespace ZoningRules.RulePacks;

/// <summary>One way to read a sentence of law.</summary>
/// <param name="Id">Its id within the norm.</param>
/// <param name="Status">Whether it is assumed, confirmed or an alternative.</param>
/// <param name="Basis">Why the sentence can be read so.</param>
/// <param name="When">The norm's condition under this reading.</param>
public sealed record Reading(string Id, ReadingStatus Status, LocalText Basis, Condition When);
