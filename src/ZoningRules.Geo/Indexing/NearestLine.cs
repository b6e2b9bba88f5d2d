namespace ZoningRules.Geo.Indexing;

/// <summary>The line nearest to a position.</summary>
/// <param name="Line">Its number in the <see cref="LineSet"/>; the least of several that are equally near.</param>
/// <param name="Distance">The distance to it.</param>
public readonly record struct NearestLine(int Line, double Distance);
