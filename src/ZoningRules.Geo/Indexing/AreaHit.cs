namespace ZoningRules.Geo.Indexing;

/// <summary>An area that a question about a place found.</summary>
/// <param name="Area">Its number in the <see cref="PolygonSet"/>.</param>
/// <param name="Contact">How it lies to the place.</param>
public readonly record struct AreaHit(int Area, AreaContact Contact);
