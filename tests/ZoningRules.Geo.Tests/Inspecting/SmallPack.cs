using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Geo.Tests.Inspecting;

/// <summary>A pack without any law: only what the inspection of a layer asks of one.</summary>
internal static class SmallPack
{
    public static readonly LayerDefinition Units = TestLayers.Define("units", LayerShape.ControlUnits, null) with
    {
        UnitFields = TestLayers.UnitFields with { Code = "code", Name = "name", Category = "category" },
    };

    public static readonly RulePack Pack = new()
    {
        Id = "none",
        Version = "1",
        Title = LocalText.Same("none"),
        Jurisdiction = "360200",
        Sha256 = "",
        Folder = "",
        Notices = [],
        Basis = [],
        Instruments = [],
        Vocabulary = new(MeasureTable.Standard, [], []),
        Lists = [],
        Parameters = [],
        Layers = [Units],
        Units = [],
        UnitsCitation = null!,
        Towns = [],
        Requirements = [],
    };
}
