using System.Collections.Immutable;
using ZoningRules.Locations;
using ZoningRules.Measures;

namespace ZoningRules.Facts;

/// <summary>The part of a site in one control unit.</summary>
/// <param name="Code">The unit's code.</param>
/// <param name="Category">The unit's category.</param>
/// <param name="Certainty">True when surely hit, Unknown when perhaps.</param>
/// <param name="Places">A place fact a layer, by layer slot; the same array as the whole site's when this is the only unit.</param>
public sealed record UnitPart(string Code, ControlCategory Category, Truth Certainty, ImmutableArray<PlaceFact> Places);
