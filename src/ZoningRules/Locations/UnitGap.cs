using ZoningRules.Measures;

namespace ZoningRules.Locations;

/// <summary>A part of the site that lies in no control unit.</summary>
/// <param name="Area">Its area; zero for points and lines.</param>
/// <param name="ShareOfSite">Its share of the site.</param>
/// <param name="Reason">The name or reason of a known hole; null outside every known hole.</param>
/// <param name="OutsideCoverage">Whether it lies outside the layer's coverage, such as beyond the city.</param>
public sealed record UnitGap(SquareMetres Area, Ratio ShareOfSite, string? Reason, bool OutsideCoverage);
