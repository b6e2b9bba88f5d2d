using ZoningRules.Problems;

namespace ZoningRules.Proposals;

/// <summary>What an officer decided about a question that only an officer may answer.</summary>
/// <param name="Attribute">The attribute decided.</param>
/// <param name="Value">The answer.</param>
/// <param name="By">Who decided; not empty.</param>
/// <param name="Date">When.</param>
/// <param name="Reason">Why; not empty.</param>
/// <param name="Place">Where it stands, or null.</param>
public sealed record OfficerDecision(string Attribute, RawValue Value, string By, DateOnly Date, string Reason, SourcePlace? Place = null);
