using ZoningRules.Problems;

namespace ZoningRules.Proposals;

/// <summary>An attribute as the applicant declares it.</summary>
/// <param name="Attribute">The attribute's id.</param>
/// <param name="Value">What was written.</param>
/// <param name="Place">Where the attribute's name stands, or null.</param>
public sealed record DeclaredValue(string Attribute, RawValue Value, SourcePlace? Place = null);
