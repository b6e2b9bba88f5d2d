using ZoningRules.Locations;
using ZoningRules.Problems;
using ZoningRules.Reports;

namespace ZoningRules.Geo.Mapping;

/// <summary>Categories in the words of a legend.</summary>
internal static class CategoryWords
{
    /// <summary>A category in full.</summary>
    public static LocalText Of(ControlCategory category) => new(Labels.Of(category, Language.Zh), Labels.Of(category, Language.En));
}
