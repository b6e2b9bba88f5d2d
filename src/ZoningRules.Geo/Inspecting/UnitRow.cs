using ZoningRules.Locations;

namespace ZoningRules.Geo.Inspecting;

/// <summary>What a feature of a unit layer says about its control unit.</summary>
/// <param name="Number">The feature's number in the file, from 1.</param>
/// <param name="Code">The code.</param>
/// <param name="Name">The name.</param>
/// <param name="Category">The category: that of the code, with which a stated one agrees or is reported.</param>
internal sealed record UnitRow(int Number, string Code, string Name, ControlCategory Category);
