using System.Globalization;
using NetTopologySuite.Geometries;
using ZoningRules.Geo.Inspecting;
using ZoningRules.Geo.Shapes;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Mapping;

/// <summary>Draws the control units of an inspected layer with its gaps, overlaps and thin parts marked.</summary>
internal static class LayerMap
{
    // A page of more positions is no picture any more and takes long to show; only the outline is drawn then.
    private const int MostPositions = 300_000;
    private const int MostMarked = 60;
    private const int MostNamed = 80;
    private const double Margin = 0.04;

    /// <summary>The page as SVG; null when there is nothing to draw.</summary>
    public static string? Draw(LayerInspector inspector, LayerInspection inspection, Language language)
    {
        if (inspection.Shape != LayerShape.ControlUnits || inspector.Drawn.Count == 0)
        {
            return null;
        }

        var units = inspector.Drawn.Zip(inspector.Rows).ToArray();
        var whole = inspector.Drawn.Sum(d => d.Edges) <= MostPositions;
        var marked = inspector.Marks.Where(m => m.Flaw.Severity != FlawSeverity.Note).ToArray();
        var extent = new Envelope();
        units.Select(u => u.First.Envelope).Concat(marked.Select(m => m.Place.EnvelopeInternal)).ToList().ForEach(extent.ExpandToInclude);
        extent.ExpandBy(Margin * Math.Max(extent.Width, extent.Height));
        var notes = new List<LocalText>();
        if (marked.Length > MostMarked)
        {
            notes.Add(new($"共 {marked.Length} 处问题，图上标出最大的 {MostMarked} 处", $"{marked.Length} places are wrong; the {MostMarked} largest are marked"));
        }

        if (!whole)
        {
            notes.Add(new("界址点过多，只绘外轮廓", "too many positions: only the outline is drawn"));
        }

        return MapDrawing.Draw(
            new()
            {
                Plane = inspector.Plane,
                Extent = extent,
                Title = new($"图层检查：{inspection.Label.Zh}", $"Layer inspected: {inspection.Label.En}"),
                Subtitles = [new($"{inspection.File}，{inspection.Features} 个要素", $"{inspection.File}, {Figures.Counted(inspection.Features, "feature", "features")}")],
                Figures =
                [
                    .. whole ? units.Select(u => UnitFigure(u.First, u.Second, units.Length)) : [Outline(inspector)],
                    .. inspector.Marks.Where(m => m.Flaw.Severity == FlawSeverity.Note).Take(MostMarked).Select(m => new MapFigure(m.Place, MapSymbols.Hole)
                    {
                        Legend = new("已知空隙，不属于任何单元", "known hole in no control unit"),
                    }),
                    .. marked.OrderByDescending(m => m.Flaw.Area?.Value ?? 0).Take(MostMarked).Select(m => FlawFigure(m.Flaw, m.Place, language)),
                ],
                Warnings = inspection.Illustrative ? [new("示意，非法定界线", "illustrative; not a legal boundary")] : [],
                Notes = notes,
                Sources = [new($"{inspection.File} SHA-256 {inspection.Sha256[..Math.Min(12, inspection.Sha256.Length)]}…", $"{inspection.File} SHA-256 {inspection.Sha256[..Math.Min(12, inspection.Sha256.Length)]}…")],
            },
            language);
    }

    private static MapFigure UnitFigure(DrawnFeature feature, UnitRow row, int count) => new(feature.Geometry(), MapSymbols.Of(row.Category))
    {
        Legend = CategoryWords.Of(row.Category),
        Label = count <= MostNamed ? [row.Code] : [],
        LabelSize = 2,
        KeepsLabelInside = true,
    };

    private static MapFigure Outline(LayerInspector inspector) =>
        new(
            Overlays.Union([.. inspector.Faces.Where(f => f.Features.Count > 0).Select(f => (Geometry)f.Polygon)]),
            MapSymbols.UnitBorder)
        {
            Legend = new("全部单元", "all control units"),
        };

    private static MapFigure FlawFigure(LayerFlaw flaw, Geometry place, Language language)
    {
        var (zh, en) = flaw.Problem.Code switch
        {
            ProblemCode.UnitOverlap => ("重叠", "overlap"),
            ProblemCode.UnitGap => ("空隙", "gap"),
            ProblemCode.ThinPart => ("细窄部分", "thin part"),
            _ => ("超出覆盖范围或已知空隙", "beyond the coverage or over a known hole"),
        };
        var area = flaw.Area is { } size ? " " + Figures.Of(size, language) : "";
        return new(place, MapSymbols.Fault)
        {
            Legend = new("空隙、重叠、细窄部分", "gaps, overlaps, thin parts"),
            Label = [string.Create(CultureInfo.InvariantCulture, $"{(language == Language.Zh ? zh : en)}{area}")],
            Rank = 10,
            IsSubject = true,
        };
    }
}
