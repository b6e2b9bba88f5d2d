using ZoningRules.Proposals;

namespace ZoningRules.Margins;

/// <summary>Another site that the same project could have.</summary>
/// <param name="Name">How it is called in reports.</param>
/// <param name="Site">Where.</param>
public sealed record CandidateSite(string Name, Site.Geometry Site);
