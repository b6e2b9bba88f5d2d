using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using ZoningRules.Geo.Mapping;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.Reports;

namespace ZoningRules.Geo.Siting;

/// <summary>Draws a siting map as one page of A4 in SVG. The same map gives the same bytes.</summary>
public static class SitingDrawing
{
    /// <summary>The page, with the areas of the verdicts in its legend and the project's own site where it has one.</summary>
    public static string Draw(SitingMap map, Language language)
    {
        ArgumentNullException.ThrowIfNull(map);
        var units = map.Search.Assessor.Pack.Layers.FirstOrDefault(l => l.Shape == LayerShape.ControlUnits)?.Id;
        var layers = map.Search.Locator.Layers.Where(l => l.Id == units || map.Layers.Contains(l.Id)).OrderByDescending(l => l.Id == units).ToImmutableArray();
        var areas = map.AreaByVerdict.ToDictionary(a => a.Key, a => a.Value);
        var zones = map.Zones.OrderBy(z => z.Area.Value).Reverse()
            .Select(z => new MapFigure(z.Geometry, MapSymbols.Of(z.Verdict) with { Stroke = null })
            {
                Legend = new(
                    $"{Labels.Of(z.Verdict, Language.Zh)}  {Figures.Of(areas[z.Verdict], Language.Zh)}",
                    $"{Labels.Of(z.Verdict, Language.En)}  {Figures.Of(areas[z.Verdict], Language.En)}"),
            });
        var geo = map.Search.Locator.Geo;
        var borders = geo.Units!.Units.Select(u => new MapFigure(u.Shape.Geometry, MapSymbols.UnitBorder)
        {
            Legend = new("管控单元界线", "Border of a control unit"),
            Label = [u.Name],
            LabelSize = 2.2,
            KeepsLabelInside = true,
        });
        return MapDrawing.Draw(
            new()
            {
                Plane = map.Plane,
                Extent = ExtentOf(map),
                Title = new("项目可行区位图", "Where the project could go"),
                Subtitles =
                [
                    LocalText.Same(map.Request.Proposal.Name),
                    new($"法律时点 {Figures.Of(map.Request.Context.GoverningDate)}", $"Law of {Figures.Of(map.Request.Context.GoverningDate)}"),
                ],
                Figures = [.. zones, .. borders, .. SiteOf(map, language)],
                Warnings = [.. MapSources.Warnings(layers), .. LocationNotices.OfLayers(map.Search.Locator.Layers, map.Search.Assessor.Pack), .. map.Own?.Location is { } own ? MapSources.OutlineWarnings(own) : []],
                Notes = [.. map.Assumptions.Take(1), new($"{map.Plane.Crs.Id}，{map.Plane.Crs.Name}；坐标北向上", $"{map.Plane.Crs.Id}, {map.Plane.Crs.Name}; grid north is up")],
                Sources = MapSources.Of(layers),
            },
            language);
    }

    private static Envelope ExtentOf(SitingMap map)
    {
        var extent = new Envelope();
        foreach (var zone in map.Zones)
        {
            extent.ExpandToInclude(zone.Geometry.EnvelopeInternal);
        }

        extent.ExpandBy(0.01 * Math.Max(extent.Width, extent.Height));
        return extent;
    }

    private static IEnumerable<MapFigure> SiteOf(SitingMap map, Language language) =>
        map.Request.Proposal.Site is Site.Geometry site && map.Search.Locator.Draw(site) is { Succeeded: true } placed
            ? [new(placed.Value.Shape.Geometry, MapSymbols.Site) { Legend = new("申报场址", "The proposal's site"), Label = [language == Language.Zh ? "申报场址" : "Site"], Rank = 100, IsSubject = true }]
            : [];
}
