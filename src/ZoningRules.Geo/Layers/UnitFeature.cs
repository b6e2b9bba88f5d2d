using ZoningRules.Geo.Shapes;
using ZoningRules.Locations;

namespace ZoningRules.Geo.Layers;

/// <summary>A control unit in the working plane.</summary>
internal sealed record UnitFeature(string Code, string Name, ControlCategory Category, Shape Shape);
