using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using ZoningRules.Geo.Layers;
using ZoningRules.Geo.Locating;
using ZoningRules.Geo.Shapes;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Reports;
using ZoningRules.RulePacks;

namespace ZoningRules.Geo.Mapping;

/// <summary>Chooses what a map of one site shows.</summary>
internal sealed class SiteScene
{
    // Farther layers get an arrow that leaves the frame, so that the site itself stays in sight.
    private const double FarthestShown = 6_000;
    private const double LeastExtent = 1_200;

    // More hatches upon each other hide the units below.
    private const int MostHatched = 2;

    private readonly GeoLayers geo;
    private readonly RulePack pack;
    private readonly DrawnSite site;
    private readonly SiteLocation location;
    private readonly Language language;
    private readonly ImmutableArray<FeatureLayer> layers;
    private readonly ImmutableArray<(DimensionLine Line, bool IsTested)> dimensions;
    private readonly Envelope extent;
    private readonly int areas;

    /// <summary>Makes a scene.</summary>
    /// <param name="geo">The layers read.</param>
    /// <param name="pack">The pack that names them.</param>
    /// <param name="site">The site.</param>
    /// <param name="location">Where it lies.</param>
    /// <param name="layers">Ids of the layers to show; those that could not be read are passed over.</param>
    /// <param name="tested">Ids of the layers the distance to which matters however far they are.</param>
    /// <param name="language">The language of names on the map.</param>
    public SiteScene(
        GeoLayers geo, RulePack pack, DrawnSite site, SiteLocation location, IEnumerable<string> layers, IEnumerable<string> tested, Language language)
    {
        this.geo = geo;
        this.pack = pack;
        this.site = site;
        this.location = location;
        this.language = language;
        this.layers = [.. layers.Select(id => geo.Layers.GetValueOrDefault(id)).OfType<FeatureLayer>()];
        dimensions =
        [
            .. this.layers.Select(l => (Line: DimensionTo(l)!, IsTested: tested.Contains(l.Id)))
                .Where(d => d.Line is not null)
                .OrderByDescending(d => d.IsTested)
                .DistinctBy(d => d.Line.Text),
        ];
        extent = Extent();
        areas = this.layers.Count(l => l.Shape == LayerShape.Areas && !IsPartOfShown(l) && l.Features.Any(f => f.Shape.Envelope.Intersects(extent)));
    }

    /// <summary>The map.</summary>
    public MapSheet Sheet(ImmutableArray<LocalText> subtitles)
    {
        ImmutableArray<LayerUse> uses = [.. location.Layers.Where(u => (geo.Units is not null && u.Id == UnitLayerId) || layers.Any(l => l.Id == u.Id)).OrderByDescending(u => u.Id == UnitLayerId)];
        return new()
        {
            Plane = site.Plane,
            Extent = extent,
            Title = new("场址与环境管控单元位置关系图", "The site among the environmental control units"),
            Subtitles = subtitles,
            Figures = [.. UnitFigures(), .. layers.Where(l => !IsPartOfShown(l)).SelectMany(LayerFigures), .. SiteFigures()],
            Dimensions = [.. dimensions.Where(d => d.IsTested || IsShown(d.Line)).Select(d => d.Line)],
            Overview = Overview(),
            Warnings = [.. MapSources.Warnings(uses), .. LocationNotices.OfLayers(location.Layers, pack), .. MapSources.OutlineWarnings(location)],
            Notes = Notes(),
            Sources = MapSources.Of(uses),
        };
    }

    private string? UnitLayerId => pack.Layers.FirstOrDefault(l => l.Shape == LayerShape.ControlUnits)?.Id;

    private Envelope Extent()
    {
        var shown = site.Shape.Envelope.Copy();
        var reach = Math.Max(FarthestShown, 3 * shown.Diameter);
        foreach (var line in dimensions.Select(d => d.Line).Where(l => Length(l) <= reach))
        {
            shown.ExpandToInclude(line.ToEast, line.ToNorth);
        }

        shown.ExpandBy(Math.Max(0.18 * Math.Max(shown.Width, shown.Height), (LeastExtent - Math.Max(shown.Width, shown.Height)) / 2));
        return shown;
    }

    private bool IsShown(DimensionLine line) => extent.Contains(line.ToEast, line.ToNorth);

    // A part of a layer adds nothing to the picture where the whole layer is drawn.
    private bool IsPartOfShown(FeatureLayer layer)
    {
        var at = pack.Layers.FirstOrDefault(l => l.Id == layer.Id);
        while (at?.PartOf is { } whole)
        {
            if (layers.Any(l => l.Id == whole))
            {
                return true;
            }

            at = pack.Layers.FirstOrDefault(l => l.Id == whole);
        }

        return false;
    }

    private static double Length(DimensionLine line) => Math.Sqrt(Math.Pow(line.ToEast - line.FromEast, 2) + Math.Pow(line.ToNorth - line.FromNorth, 2));

    private DimensionLine? DimensionTo(FeatureLayer layer)
    {
        var relation = location.Relations.FirstOrDefault(r => r.Layer == layer.Id);
        if (relation is not { Distance: { High.Value: > 0 } distance } || relation.In == Truth.True)
        {
            return null;
        }

        var found = layer.Index.Search(site.Shape, 0, double.PositiveInfinity);
        if (found.Nearest < 0 || found.Gap.Length <= Tolerance.Length)
        {
            return null;
        }

        var name = layer.Features[found.Nearest].Name ?? LabelOf(layer.Id).In(language);
        var gap = found.Gap;
        return new(gap.FromEast, gap.FromNorth, gap.ToEast, gap.ToNorth, language == Language.Zh ? $"距{name} {Figures.Of(distance)}" : $"{Figures.Of(distance)} to {name}");
    }

    private LocalText LabelOf(string layer) => pack.Layers.FirstOrDefault(l => l.Id == layer)?.Label ?? new(layer, layer);

    private IEnumerable<MapFigure> UnitFigures()
    {
        if (geo.Units is not { } units)
        {
            yield break;
        }

        var hit = location.Units.Select(u => u.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var unit in units.Units)
        {
            yield return new(unit.Shape.Geometry, MapSymbols.Of(unit.Category))
            {
                Legend = CategoryWords.Of(unit.Category),
                Label = [unit.Name, unit.Code],
                Rank = hit.Contains(unit.Code) ? 50 : 10,
            };
        }

        foreach (var hole in units.Holes)
        {
            yield return new(hole.Shape.Geometry, MapSymbols.Hole) { Legend = new("未划入任何管控单元", "In no control unit") };
        }
    }

    private static string Short(string name) => Lettering.Wrap(name, 1, 16, 1)[0];

    private IEnumerable<MapFigure> LayerFigures(FeatureLayer layer)
    {
        var symbol = MapSymbols.OfLayer(layer.Shape, layers.Where(l => l.Shape == layer.Shape && !IsPartOfShown(l)).TakeWhile(l => l != layer).Count());
        if (areas > MostHatched)
        {
            symbol = symbol with { Hatch = null };
        }

        var legend = LabelOf(layer.Id);
        return layer.Features.Select(f => new MapFigure(f.Shape.Geometry, symbol) { Legend = legend, Label = f.Name is { } name ? [Short(name)] : [], Rank = 30 });
    }

    private IEnumerable<MapFigure> SiteFigures()
    {
        // Narrower than a hair on the map it would only be a claim of the legend; the notes say it anyway.
        var accuracy = (double)location.Accuracy.Value;
        if (accuracy > 0.003 * extent.Width)
        {
            yield return new(NetTopologySuite.Operation.Buffer.BufferOp.Buffer(site.Shape.Geometry, accuracy), MapSymbols.SiteAccuracy)
            {
                Legend = new($"场址边界精度 ± {Figures.Of(location.Accuracy)}", $"Accuracy of the site ± {Figures.Of(location.Accuracy)}"),
            };
        }

        yield return new(site.Shape.Geometry, MapSymbols.Site)
        {
            Legend = new("场址", "Site"),
            Label = [language == Language.Zh ? "场址" : "Site"],
            Rank = 100,
            IsSubject = true,
        };
    }

    private IReadOnlyList<MapFigure> Overview() => geo.Units is { } units
        ? [.. units.Units.Select(u => new MapFigure(u.Shape.Geometry, MapSymbols.Of(u.Category) with { Hatch = null, StrokeWidth = 0.1 }))]
        : [];

    private List<LocalText> Notes()
    {
        List<LocalText> notes = [];
        if (location.Area is { Value: > 0 } area)
        {
            notes.Add(new($"场址面积 {Figures.Of(area, Language.Zh)}", $"Area of the site {Figures.Of(area, Language.En)}"));
        }

        if (location.Representative is { } position)
        {
            notes.Add(new($"代表点 {Figures.Of(position)}", $"At {Figures.Of(position)}"));
        }

        notes.Add(new($"场址边界精度 ± {Figures.Of(location.Accuracy)}", $"Accuracy of its boundary ± {Figures.Of(location.Accuracy)}"));
        notes.AddRange(location.Units.Take(4).Select(u => new LocalText(
            $"{u.Name}：占场址 {Figures.Of(u.ShareOfSite)}{(u.Certainty == Truth.Unknown ? "（精度内不能确定）" : "")}",
            $"{u.Name}: {Figures.Of(u.ShareOfSite)} of the site{(u.Certainty == Truth.Unknown ? " (not certain within the accuracy)" : "")}")));
        var beyond = dimensions.Where(d => !d.IsTested && !IsShown(d.Line)).Select(d => d.Line.Text).ToArray();
        if (beyond.Length > 0)
        {
            notes.Add(new($"图幅以外：{string.Join("；", beyond)}", $"Beyond the frame: {string.Join("; ", beyond)}"));
        }

        notes.Add(new($"{site.Plane.Crs.Id}，{site.Plane.Crs.Name}；坐标北向上", $"{site.Plane.Crs.Id}, {site.Plane.Crs.Name}; grid north is up"));
        notes.Add(new($"规则包 {pack.Id} {pack.Version}（{pack.Sha256[..12]}…）", $"Rule pack {pack.Id} {pack.Version} ({pack.Sha256[..12]}…)"));
        return notes;
    }
}
