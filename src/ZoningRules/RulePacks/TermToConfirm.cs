using ZoningRules.Problems;

namespace ZoningRules.RulePacks;

/// <summary>Words of the law without a stated meaning.</summary>
/// <param name="Term">The words.</param>
/// <param name="Issue">What is not stated.</param>
/// <param name="Assumed">What the pack assumes.</param>
/// <param name="Confirmed">Whether the authority has confirmed that.</param>
public sealed record TermToConfirm(string Term, LocalText Issue, LocalText Assumed, bool Confirmed);
