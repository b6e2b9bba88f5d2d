using ZoningRules.Geo.Mapping;
using ZoningRules.Locations;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Geo.Inspecting;

/// <summary>The inspection of the data that a layer of a pack has now.</summary>
public sealed class LayerCheck
{
    private readonly LayerInspector inspector;

    private LayerCheck(LayerInspection inspection, LayerInspector inspector)
    {
        Inspection = inspection;
        this.inspector = inspector;
    }

    /// <summary>What was found.</summary>
    public LayerInspection Inspection { get; }

    /// <summary>Inspects one layer. Problems mean that its files cannot be read at all.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="layer">The id of a layer with data.</param>
    /// <param name="counties">A file of counties with their six-digit codes; null to take the coverage when it has such codes.</param>
    /// <param name="progress">Told how far it is; null when nobody asks.</param>
    public static Loaded<LayerCheck> Run(RulePack pack, string layer, string? counties = null, IProgress<InspectionStep>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var definition = pack.Layers.FirstOrDefault(l => l.Id == layer);
        if (definition is null)
        {
            return Loaded<LayerCheck>.Bad(Problem.Of(
                ProblemCode.UnknownName, null, "图层", "layer", layer, string.Join(", ", pack.Layers.Where(l => l.Data is not null).Select(l => l.Id))));
        }

        if (definition.Data is not { } data)
        {
            var (zh, en) = definition.PartOf is { } whole
                ? ($"它是 `{whole}` 的一部分，请检查 `{whole}`", $"it is a part of `{whole}`; check that")
                : ("它没有数据", "it has no data");
            return Loaded<LayerCheck>.Bad(Problem.Of(ProblemCode.LayerNotImportable, definition.Place, layer, zh, en));
        }

        progress?.Report(new(new("读取文件", "reading the file"), null, 0));
        var problems = new List<Problem>();
        SourceLayer? Read(string? path)
        {
            var read = path is null ? null : SourceLayer.Read(path, null, data.Crs);
            problems.AddRange(read?.Problems ?? []);
            return read?.Value;
        }

        var source = Read(data.File);
        var coverage = Read(data.CoverageFile);
        var holes = Read(data.GapsFile);
        var areas = counties is null ? coverage : Read(counties);
        if (source is null || problems.Count > 0)
        {
            return Loaded<LayerCheck>.Bad(problems);
        }

        var (inspection, inspector) = LayerInspector.Inspect(new()
        {
            Pack = pack,
            Layer = definition,
            Source = source,
            Fields = definition.UnitFields,
            Coverage = coverage,
            Holes = holes,
            Counties = definition.Shape == LayerShape.ControlUnits ? areas : null,
            Tolerance = data.Accuracy,
            Sliver = data.Sliver,
            Overlaps = data.Accepted is null ? OverlapPolicy.Refuse : OverlapPolicy.Accept,
            Illustrative = data.Illustrative,
            Parts = [.. pack.Layers.Where(l => l.PartOf == definition.Id)],
            Progress = progress,
        });
        return Loaded<LayerCheck>.Good(new(inspection, inspector));
    }

    /// <summary>A map of the control units with what is wrong marked, one page of A4 in SVG; null for other layers.</summary>
    public string? Picture(Language language) => LayerMap.Draw(inspector, Inspection, language);
}
