using System.Collections.Immutable;

namespace ZoningRules.Locations;

/// <summary>A feature passes when the property equals, or as a list holds, one of the values.</summary>
/// <param name="Property">The property's name.</param>
/// <param name="Values">At least one value; compared as text.</param>
public sealed record LayerFilter(string Property, ImmutableArray<string> Values);
