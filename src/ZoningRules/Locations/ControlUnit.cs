using ZoningRules.Problems;

namespace ZoningRules.Locations;

/// <summary>An environmental control unit 环境管控单元 as the law lists it.</summary>
/// <param name="Code"><c>ZH</c>, six digits of the county, the category digit, four digits.</param>
/// <param name="Name">Its official name.</param>
/// <param name="Category">Its category.</param>
/// <param name="County">The county's name.</param>
/// <param name="Scope">The words that describe it, verbatim.</param>
/// <param name="HostTownStated">False for a park whose town the law does not name.</param>
/// <param name="Place">Where it stands in the pack.</param>
public sealed record ControlUnit(
    string Code, string Name, ControlCategory Category, string County, string Scope, bool HostTownStated, SourcePlace Place);
