namespace ZoningRules.Facts;

/// <summary>One code of a tree of codes. It covers the finest codes from <paramref name="First"/> on.</summary>
/// <param name="Code">The code.</param>
/// <param name="Name">Its official name.</param>
/// <param name="First">Ordinal of its first finest code.</param>
/// <param name="Count">How many finest codes it covers, at least 1; a finest code covers itself.</param>
public sealed record CodeEntry(string Code, string Name, int First, int Count);
