namespace ZoningRules.Geo.Layers;

/// <summary>A control unit that a site may meet.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="HoldsAll">Whether the site lies in it, with its border farther away than was asked for. Otherwise nothing more is known.</param>
internal readonly record struct NearUnit(UnitFeature Unit, bool HoldsAll);
