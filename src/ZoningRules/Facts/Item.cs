using System.Collections.Immutable;

namespace ZoningRules.Facts;

/// <summary>One item of a collection.</summary>
/// <param name="Fields">A fact a field, in the order in which the attribute declares its fields.</param>
public sealed record Item(ImmutableArray<Fact> Fields);
