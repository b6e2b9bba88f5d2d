using ZoningRules.Measures;

namespace ZoningRules.Locations;

/// <summary>A control unit as a layer draws it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name in the layer.</param>
/// <param name="Category">Its category.</param>
/// <param name="County">Its county by its code: the name where the pack knows it, else the six digits.</param>
/// <param name="Features">How many features it is drawn as.</param>
/// <param name="Area">Its area on the ellipsoid.</param>
public sealed record UnitExtent(string Code, string Name, ControlCategory Category, string County, int Features, SquareMetres Area);
