using ZoningRules.Geo.Shapes;
using ZoningRules.Locations;

namespace ZoningRules.Geo.Layers;

/// <summary>A control unit in the working plane.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Category">Its category.</param>
/// <param name="Shapes">Where its shape is kept.</param>
/// <param name="Number">Its number there, and in its layer.</param>
internal sealed record UnitFeature(string Code, string Name, ControlCategory Category, UnitShapes Shapes, int Number)
{
    /// <summary>Its shape, which is made anew when it was not needed for long.</summary>
    public Shape Shape => Shapes[Number];

    /// <summary>Its area.</summary>
    public double Measure => Shapes.Index.Set.MeasureOf(Number);
}
