using ZoningRules.Measures;

namespace ZoningRules.Locations;

/// <summary>A layer as it was loaded.</summary>
/// <param name="Definition">How the pack declares it.</param>
/// <param name="Use">Its identity and status.</param>
/// <param name="Features">How many features it has; null when it was not read.</param>
/// <param name="Coverage">The area in which it is complete, on the ellipsoid; null when it was not read.</param>
public sealed record LayerSummary(LayerDefinition Definition, LayerUse Use, int? Features, SquareMetres? Coverage);
