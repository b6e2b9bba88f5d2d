namespace ZoningRules.Geo.Locating;

/// <summary>A part of a site in no control unit.</summary>
/// <param name="Measure">Its area, length or number of points.</param>
/// <param name="Reason">The reason of a known hole, or null.</param>
/// <param name="OutsideCoverage">Whether it lies outside the coverage of the unit layer.</param>
internal sealed record GapPart(double Measure, string? Reason, bool OutsideCoverage);
