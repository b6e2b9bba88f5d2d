using System.Collections.Immutable;

namespace ZoningRules.Locations;

/// <summary>Which properties of a unit layer hold what.</summary>
/// <param name="Code">Property of the unit code.</param>
/// <param name="Name">Property of the unit name.</param>
/// <param name="Category">Property of the category.</param>
/// <param name="Categories">What the values of the category property mean, compared as text.</param>
public sealed record UnitFields(string Code, string Name, string Category, ImmutableDictionary<string, ControlCategory> Categories);
