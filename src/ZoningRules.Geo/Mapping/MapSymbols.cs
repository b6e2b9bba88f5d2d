using System.Collections.Immutable;
using System.Diagnostics;
using ZoningRules.Locations;
using ZoningRules.Verdicts;

namespace ZoningRules.Geo.Mapping;

/// <summary>
/// The symbols of all maps. Categories have the colours customary on zoning maps (priority green, key red, general yellow); hatches and lightness tell them apart in
/// grey and for readers who do not tell red from green.
/// </summary>
internal static class MapSymbols
{
    /// <summary>Dark ink for frames, arrows and text.</summary>
    public const string Ink = "#1a1a1a";

    /// <summary>Red for sites and warnings.</summary>
    public const string Alert = "#c00000";

    // Colours that readers with any of the usual colour deficiencies tell apart, each with a line pattern and a hatch of its own.
    private static readonly ImmutableArray<(string Colour, string Dash, MapHatch Hatch)> Layers =
    [
        ("#5b2a86", "2.4 0.8", new("#5b2a86", 90, 2.2, 0.15)),
        ("#8a4b00", "0.8 0.6", new("#8a4b00", 0, 2.2, 0.15)),
        ("#005a8c", "3 0.7 0.6 0.7", new("#005a8c", 20, 2.6, 0.15)),
        ("#00584a", "1.6 0.6", new("#00584a", 70, 2.6, 0.15)),
        ("#7a0046", "0.4 0.5", new("#7a0046", 110, 2.6, 0.15)),
        ("#404040", "4 0.8", new("#404040", 160, 2.6, 0.15)),
    ];

    /// <summary>The drawn boundary of a site.</summary>
    public static MapSymbol Site { get; } = new()
    {
        Fill = "#e00000",
        FillOpacity = 0.25,
        Hatch = new(Alert, 45, 0.9, 0.12),
        Stroke = Alert,
        StrokeWidth = 0.6,
        PointRadius = 1.1,
    };

    /// <summary>How far the true boundary of a site may be from the drawn one.</summary>
    public static MapSymbol SiteAccuracy { get; } = new() { Stroke = Alert, StrokeWidth = 0.2, Dash = "0.8 0.5" };

    /// <summary>A known hole between the control units.</summary>
    public static MapSymbol Hole { get; } = new() { Fill = "#ffffff", Hatch = new("#606060", 45, 1.4, 0.18, IsNet: true), Stroke = "#606060", StrokeWidth = 0.25 };

    /// <summary>A border of control units without a fill.</summary>
    public static MapSymbol UnitBorder { get; } = new() { Stroke = "#505050", StrokeWidth = 0.15 };

    /// <summary>What is wrong with a layer, such as a gap or an overlap.</summary>
    public static MapSymbol Fault { get; } = new() { Fill = "#ff00c8", FillOpacity = 0.7, Stroke = "#7a0060", StrokeWidth = 0.5, PointRadius = 1.4 };

    /// <summary>Where something is to be looked at, as on an overview.</summary>
    public static MapSymbol Window { get; } = new() { Stroke = Alert, StrokeWidth = 0.5 };

    /// <summary>The symbol of a category.</summary>
    public static MapSymbol Of(ControlCategory category) => category switch
    {
        ControlCategory.Priority => new() { Fill = "#8fc98a", Hatch = new("#2f7d32", 45, 2.4, 0.18), Stroke = "#4d4d4d", StrokeWidth = 0.3 },
        ControlCategory.Key => new() { Fill = "#f29c98", Hatch = new("#b04040", 135, 1.9, 0.12), Stroke = "#4d4d4d", StrokeWidth = 0.3 },
        ControlCategory.General => new() { Fill = "#fff3ad", Stroke = "#4d4d4d", StrokeWidth = 0.3 },
        _ => throw new UnreachableException(),
    };

    /// <summary>The symbol of a verdict: the stricter, the darker.</summary>
    public static MapSymbol Of(Verdict verdict) => verdict switch
    {
        Verdict.Admissible => new() { Fill = "#c8e8b8", Stroke = "#6b6b6b", StrokeWidth = 0.15 },
        Verdict.Conditional => new() { Fill = "#a9cdea", Hatch = new("#3a78ad", 45, 2.6, 0.16), Stroke = "#6b6b6b", StrokeWidth = 0.15 },
        Verdict.Undetermined => new() { Fill = "#d9d9d9", Hatch = new("#6b6b6b", 0, 1.6, 0.14, IsNet: true), Stroke = "#6b6b6b", StrokeWidth = 0.15 },
        Verdict.Prohibited => new() { Fill = "#e68a78", Hatch = new("#8f2020", 135, 1.7, 0.15), Stroke = "#6b6b6b", StrokeWidth = 0.15 },
        _ => throw new UnreachableException(),
    };

    /// <summary>The symbol of a layer, by its place among those of its shape on one map. The first lines are blue, as water is.</summary>
    public static MapSymbol OfLayer(LayerShape shape, int place)
    {
        var (colour, dash, hatch) = Layers[place % Layers.Length];
        return shape switch
        {
            LayerShape.Areas or LayerShape.ControlUnits or LayerShape.Towns => new() { Hatch = hatch, Stroke = colour, StrokeWidth = 0.45, Dash = dash },
            LayerShape.Lines => new() { Stroke = place == 0 ? "#1f6fb5" : colour, StrokeWidth = 0.8 },
            LayerShape.Points => new() { Fill = colour, Stroke = "#ffffff", StrokeWidth = 0.25, PointRadius = 0.9 },
            _ => throw new UnreachableException(),
        };
    }
}
