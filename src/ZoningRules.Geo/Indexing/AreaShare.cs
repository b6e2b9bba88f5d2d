namespace ZoningRules.Geo.Indexing;

/// <summary>What a site and an area have in common.</summary>
/// <param name="Area">The area's number in the <see cref="PolygonSet"/>.</param>
/// <param name="Common">The area of the common part, in the square of the plane's measure.</param>
public readonly record struct AreaShare(int Area, double Common);
