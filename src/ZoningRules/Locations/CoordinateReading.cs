using ZoningRules.Problems;

namespace ZoningRules.Locations;

/// <summary>Another way to read the numbers of a site.</summary>
/// <param name="Name">What the numbers would be.</param>
/// <param name="Crs">What <c>crs</c> would have to say for it; null when no other system does it.</param>
public sealed record CoordinateReading(LocalText Name, string? Crs);
