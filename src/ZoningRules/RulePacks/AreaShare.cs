using ZoningRules.Locations;
using ZoningRules.Measures;

namespace ZoningRules.RulePacks;

/// <summary>How many control units of a category a county or the city has by law, and what share of its area they cover.</summary>
/// <param name="Category">The category.</param>
/// <param name="Units">How many; at least 1.</param>
/// <param name="Share">Their share of the area, rounded as published.</param>
public sealed record AreaShare(ControlCategory Category, int Units, Ratio Share);
