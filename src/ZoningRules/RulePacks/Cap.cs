using ZoningRules.Facts;

namespace ZoningRules.RulePacks;

/// <summary>A budget: used, reserved and this project's increment together against a limit.</summary>
/// <param name="Ledger">The name of its ledger.</param>
/// <param name="Increment">The attribute that adds to it.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Inclusive">Whether the limit itself is still within.</param>
/// <param name="MaxAgeDays">A ledger older than this on the governing date is stale.</param>
public sealed record Cap(string Ledger, AttributeDefinition Increment, CapLimit Limit, bool Inclusive, int MaxAgeDays);
