using ZoningRules.Proposals;

namespace ZoningRules.Geo.Siting;

/// <summary>A place that is considered for a project.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Site">Its geometry.</param>
public sealed record CandidateSite(string Name, Site.Geometry Site);
