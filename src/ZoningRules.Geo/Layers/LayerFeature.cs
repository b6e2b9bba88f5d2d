using ZoningRules.Geo.Reading;
using ZoningRules.Geo.Shapes;

namespace ZoningRules.Geo.Layers;

/// <summary>A feature of a layer in the working plane.</summary>
/// <param name="Shape">Its geometry.</param>
/// <param name="Name">Its name, or null.</param>
/// <param name="Source">The feature as read, for filters.</param>
internal sealed record LayerFeature(Shape Shape, string? Name, Feature Source);
