using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using NetTopologySuite.Geometries;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Reading;
using ZoningRules.Geo.Shapes;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Layers;

/// <summary>All layers of a pack, read once, projected once into one plane, and indexed. A layer that fails does not stop the others.</summary>
internal sealed class GeoLayers
{
    private const string ReasonProperty = "reason";
    private const string NameProperty = "name";

    private GeoLayers(IReadOnlyList<LayerDefinition> definitions)
    {
        Definitions = definitions;
        ById = [];
        foreach (var definition in definitions)
        {
            if (!ById.TryAdd(definition.Id, definition))
            {
                throw new ArgumentException($"the layer {definition.Id} is given twice", nameof(definitions));
            }
        }

        Files = new(WantedProperties(definitions));
    }

    /// <summary>The plane of all layers; null when no layer could be read.</summary>
    public WorkingPlane? Plane { get; private set; }

    /// <summary>The unit layer, or null when there is none or it failed.</summary>
    public UnitLayer? Units { get; private set; }

    /// <summary>The other layers that were read, by id.</summary>
    public SortedDictionary<string, FeatureLayer> Layers { get; } = new(StringComparer.Ordinal);

    /// <summary>The status of the layers that were not read.</summary>
    public Dictionary<string, LayerStatus> NotRead { get; } = new(StringComparer.Ordinal);

    /// <summary>The identities of all layers, ordered by id.</summary>
    public List<LayerUse> Uses { get; } = [];

    /// <summary>Why layers failed.</summary>
    public List<Problem> Problems { get; } = [];

    /// <summary>The coverages of all layers read, each once.</summary>
    public IReadOnlyList<Coverage> Coverages { get; private set; } = [];

    private IReadOnlyList<LayerDefinition> Definitions { get; }

    private Dictionary<string, LayerDefinition> ById { get; }

    private LayerFileReader Files { get; }

    private Dictionary<(string Path, Crs Crs), Coverage> CoverageByFile { get; } = [];

    // A layer and its parts share their features.
    private Dictionary<LayerData, ImmutableArray<LayerFeature>> FeaturesByLayer { get; } = [];

    /// <summary>Reads layers.</summary>
    /// <exception cref="ArgumentException">Two have the same id.</exception>
    public static GeoLayers Load(IEnumerable<LayerDefinition> definitions)
    {
        var layers = new GeoLayers([.. definitions.OrderBy(d => d.Id, StringComparer.Ordinal)]);
        layers.ChoosePlane();
        foreach (var definition in layers.Definitions)
        {
            layers.LoadLayer(definition);
        }

        layers.Coverages = [.. layers.CoverageByFile.Values];
        layers.Files.Forget();
        return layers;
    }

    private static FrozenSet<string> WantedProperties(IEnumerable<LayerDefinition> definitions)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { ReasonProperty, NameProperty };
        foreach (var definition in definitions)
        {
            names.UnionWith(definition.Filters.Select(f => f.Property));
            if (definition.Data?.NameField is { } name)
            {
                names.Add(name);
            }

            if (definition.UnitFields is { } fields)
            {
                names.UnionWith([fields.Code, fields.Name, fields.Category]);
            }
        }

        return names.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The layers as they were loaded, ordered by id.</summary>
    public ImmutableArray<LayerSummary> Summaries()
    {
        var areas = new Dictionary<Coverage, SquareMetres>();
        return
        [
            .. Uses.OrderBy(u => u.Id, StringComparer.Ordinal).Select(use =>
            {
                var definition = ById[use.Id];
                var (features, coverage) = definition.Shape == LayerShape.ControlUnits
                    ? (Units?.Units.Length, Units?.Coverage)
                    : Layers.TryGetValue(use.Id, out var layer) ? (layer.Features.Length, layer.Coverage) : ((int?)null, (Coverage?)null);
                return new LayerSummary(definition, use, features, coverage is null ? null : AreaOf(coverage, areas));
            }),
        ];
    }

    private SquareMetres AreaOf(Coverage coverage, Dictionary<Coverage, SquareMetres> known)
    {
        if (!known.TryGetValue(coverage, out var area))
        {
            area = Locating.Numbers.SquareMetres(Inspecting.EllipsoidArea.Of(coverage.Whole.Geometry, Plane!));
            known.Add(coverage, area);
        }

        return area;
    }

    // The belt nearest to the middle of everything that can be read. What cannot be read is reported when its layer is loaded.
    private void ChoosePlane()
    {
        var (west, east) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var facts in Definitions.Select(d => d.Data).OfType<LayerData>())
        {
            if (!CoordinateSystems.TryFind(facts.Crs, out var crs))
            {
                continue;
            }

            foreach (var path in (string[])[facts.CoverageFile, facts.File])
            {
                LayerFile file;
                try
                {
                    file = Files.Load(path, crs);
                }
                catch (LayerFaultException)
                {
                    continue;
                }

                foreach (var ring in file.Features.SelectMany(f => f.Parts).Select(p => p.Rings[0]))
                {
                    // The first positions of the parts are enough to choose among belts three degrees wide.
                    var (longitude, _) = WorkingPlane.DegreesOf(crs, ring.First[0], ring.Second[0]);
                    west = Math.Min(west, longitude);
                    east = Math.Max(east, longitude);
                }
            }
        }

        Plane = west <= east ? new(CoordinateSystems.BeltAt((west + east) / 2)) : null;
    }

    private void LoadLayer(LayerDefinition definition)
    {
        var sha256 = "";
        var root = definition;
        try
        {
            root = RootOf(definition);
            if (root.Data is not { } facts)
            {
                NotRead.Add(definition.Id, LayerStatus.NoLayer);
                Uses.Add(new(definition.Id, LayerStatus.NoLayer, "", "", null, false));
                return;
            }

            var crs = CrsOf(facts);
            var file = Files.Load(facts.File, crs);
            sha256 = file.Sha256;
            if (facts.Sha256 is { } stated && stated != sha256)
            {
                throw new LayerFaultException(
                    $"数据文件在导入之后被改动（登记的 sha256 为 {stated[..12]}…，实际 {sha256[..12]}…）",
                    $"its file was changed after the import (sha256 {stated[..12]}… is recorded, {sha256[..12]}… found)");
            }

            if (definition.Shape == LayerShape.ControlUnits)
            {
                LoadUnits(definition, facts, file, crs);
            }
            else
            {
                if (!FeaturesByLayer.TryGetValue(facts, out var all))
                {
                    all = FeaturesOf(file, root.Shape, facts, crs);
                    FeaturesByLayer.Add(facts, all);
                }

                ImmutableArray<LayerFeature> features = [.. all.Where(f => Passes(f, definition))];
                Layers.Add(definition.Id, new(definition.Id, root.Id, root.Shape, facts, features, CoverageOf(facts, crs)));
            }

            Uses.Add(new(definition.Id, LayerStatus.Measured, sha256, facts.SourceTitle, facts.SourceDate, facts.Illustrative));
        }
        catch (LayerFaultException error)
        {
            Problems.Add(Problem.Of(ProblemCode.BadLayer, definition.Place, definition.Id, error.Fault.Zh, error.Fault.En));
            NotRead.Add(definition.Id, LayerStatus.Failed);
            Uses.Add(new(definition.Id, LayerStatus.Failed, sha256, root.Data?.SourceTitle ?? "", root.Data?.SourceDate, root.Data?.Illustrative ?? false));
        }
    }

    private LayerDefinition RootOf(LayerDefinition definition)
    {
        var at = definition;
        for (var steps = 0; at.PartOf is { } parent; steps++)
        {
            if (steps > Definitions.Count || !ById.TryGetValue(parent, out at!))
            {
                throw new LayerFaultException($"它所属的图层 `{parent}` 不存在或成环", $"the layer `{parent}` it is part of does not exist or leads back to it");
            }
        }

        return at;
    }

    // The filters of a part and of every part it is a part of.
    private bool Passes(LayerFeature feature, LayerDefinition definition)
    {
        for (var at = definition; ; at = ById[at.PartOf])
        {
            if (!at.Filters.All(f => feature.Source.Properties.TryGetValue(f.Property, out var values) && values.Any(v => f.Values.Contains(v))))
            {
                return false;
            }

            if (at.PartOf is null)
            {
                return true;
            }
        }
    }

    private static Crs CrsOf(LayerData facts)
    {
        if (!CoordinateSystems.TryFind(facts.Crs, out var crs))
        {
            throw new LayerFaultException($"不支持坐标系 `{facts.Crs}`", $"unknown coordinate reference system `{facts.Crs}`");
        }

        // A layer states one accuracy for all its borders; what such a conversion does to them is for its publisher to say.
        return crs.IsShifted || crs.NeedsDatumShift
            ? throw new LayerFaultException($"图层不能用 {crs.Id}；请先转换为 CGCS2000 并如实写明精度", $"a layer cannot be in {crs.Id}; convert it to CGCS2000 first and state its accuracy")
            : crs;
    }

    private Coverage CoverageOf(LayerData facts, Crs crs)
    {
        var key = (facts.CoverageFile, crs);
        if (!CoverageByFile.TryGetValue(key, out var coverage))
        {
            var file = Files.Load(facts.CoverageFile, crs);
            if (file.Features.Count == 0)
            {
                throw new LayerFaultException("覆盖范围文件没有多边形", "its coverage file has no polygon");
            }

            coverage = new([.. FeaturesOf(file, LayerShape.Areas, facts, crs).Select(f => f.Shape)]);
            CoverageByFile.Add(key, coverage);
        }

        return coverage;
    }

    private ImmutableArray<LayerFeature> FeaturesOf(LayerFile file, LayerShape shape, LayerData facts, Crs crs)
    {
        var kind = shape switch
        {
            LayerShape.Areas or LayerShape.ControlUnits or LayerShape.Towns => PartKind.Area,
            LayerShape.Lines => PartKind.Line,
            LayerShape.Points => PartKind.Point,
            _ => throw new UnreachableException(),
        };
        var reference = new Georeference(crs);
        return
        [
            .. SideBySide.Make(file.Features.Count, i =>
            {
                // Positions are not kept twice.
                var feature = file.Features[i];
                return new LayerFeature(new(GeometryOf(file, i, kind, reference)), feature.Property(facts.NameField), feature with { Parts = [] });
            }),
        ];
    }

    private void LoadUnits(LayerDefinition definition, LayerData facts, LayerFile file, Crs crs)
    {
        if (Units is not null)
        {
            throw new LayerFaultException("已有另一个管控单元图层", "there is another layer of control units");
        }

        var fields = definition.UnitFields
            ?? throw new LayerFaultException("没有说明单元编码、名称、类别所在的字段", "it does not say which properties hold code, name and category");
        var (units, shapes) = UnitsOf(file, fields, crs);
        var holes = facts.GapsFile is { } path
            ? FeaturesOf(Files.Load(path, crs), LayerShape.Areas, facts, crs)
                .Select(f => f with { Name = f.Source.Property(ReasonProperty) ?? f.Source.Property(NameProperty) })
                .ToImmutableArray()
            : [];
        Units = new(definition.Id, facts, units, shapes, holes, CoverageOf(facts, crs));
    }

    // In the order of their codes.
    private (ImmutableArray<UnitFeature> Units, UnitShapes Shapes) UnitsOf(LayerFile file, UnitFields fields, Crs crs)
    {
        var groups = file.Features
            .Select((feature, i) => UnitOf(feature, fields, i + 1))
            .GroupBy(u => u.Code, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToList();
        if (groups.Count == 0)
        {
            throw new LayerFaultException("没有管控单元", "it has no control unit");
        }

        foreach (var group in groups)
        {
            var first = group.First();
            if (group.Any(u => u.Name != first.Name || u.Category != first.Category))
            {
                throw new LayerFaultException($"单元 {first.Code} 的要素名称或类别不一致", $"the features of {first.Code} differ in name or category");
            }

            foreach (var unit in group)
            {
                CheckKind(file, unit.Feature, PartKind.Area);
            }
        }

        var shapes = new UnitShapes(UnitOutlines.Draw([.. groups.Select(g => g.Select(u => file.Features[u.Feature]).ToArray())], Plane!, new(crs)));
        return ([.. groups.Select(g => g.First()).Select((u, i) => new UnitFeature(u.Code, u.Name, u.Category, shapes, i))], shapes);
    }

    private static (string Code, string Name, ControlCategory Category, int Feature) UnitOf(Feature feature, UnitFields fields, int number)
    {
        var code = feature.Property(fields.Code);
        var name = feature.Property(fields.Name);
        var category = feature.Property(fields.Category);
        if (code is null || name is null || category is null || !fields.Categories.TryGetValue(category, out var known))
        {
            throw new LayerFaultException(
                $"第 {number} 个单元缺少编码、名称或可识别的类别（{fields.Code}、{fields.Name}、{fields.Category}）",
                $"control unit {number} lacks a code, a name or a known category ({fields.Code}, {fields.Name}, {fields.Category})");
        }

        return (code, name, known, number - 1);
    }

    private Geometry GeometryOf(LayerFile file, int number, PartKind kind, Georeference reference)
    {
        CheckKind(file, number, kind);
        return Joining.Join(
            [.. file.Features[number].Parts.Select(p => PartGeometry.Make(p, AxisOrder.EastFirst, (east, north) => Plane!.From(reference, east, north)))]).Joined;
    }

    private static void CheckKind(LayerFile file, int number, PartKind kind)
    {
        if (file.Features[number].Parts[0].Kind != kind)
        {
            throw new LayerFaultException($"第 {number + 1} 个要素不是图层声明的几何类型", $"feature {number + 1} is not of the shape that the layer declares");
        }
    }
}
