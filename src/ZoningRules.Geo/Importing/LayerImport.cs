using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Inspecting;
using ZoningRules.Geo.Mapping;
using ZoningRules.Geo.Reading;
using ZoningRules.Locations;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Geo.Importing;

/// <summary>
/// A file that is to become the data of a layer: read, its properties decided, inspected. Nothing of a pack is changed until <see cref="WriteInto"/>, and that
/// only below the folder it is given.
/// </summary>
public sealed class LayerImport
{
    private const string LayersFolder = "layers";
    private const string DataFolder = "data";
    private const int FingerprintShown = 12;

    private readonly RulePack pack;
    private readonly LayerDefinition layer;
    private readonly LayerImportRequest request;
    private readonly SourceLayer source;
    private readonly FieldPlan plan;
    private readonly SourceLayer? coverage;
    private readonly SourceLayer? holes;
    private readonly LayerInspector inspector;
    private readonly Dictionary<int, UnitRow> rowOf;

    private LayerImport(
        RulePack pack,
        LayerDefinition layer,
        LayerImportRequest request,
        (SourceLayer Source, SourceLayer? Coverage, SourceLayer? Holes) files,
        FieldPlan plan,
        LayerInspection inspection,
        LayerInspector inspector)
    {
        this.pack = pack;
        this.layer = layer;
        this.request = request;
        this.plan = plan;
        this.inspector = inspector;
        (source, coverage, holes) = files;
        rowOf = inspector.Rows.ToDictionary(r => r.Number);
        Inspection = inspection;
    }

    /// <summary>What was found. An import with errors cannot be written.</summary>
    public LayerInspection Inspection { get; }

    // Files of the layer that stay must share its coordinate reference system.
    private bool KeepsFiles => layer.Data is not null && (request.Coverage is RegionChoice.Unchanged || (KeepsGaps && layer.Data.GapsFile is not null));

    private bool KeepsGaps => request.Gaps is null or RegionChoice.Unchanged;

    private Crs Target => KeepsFiles && CoordinateSystems.TryFind(layer.Data!.Crs, out var crs) ? crs : CoordinateSystems.Cgcs2000;

    /// <summary>Reads and inspects a file. Problems mean that it is not clear what to import; what is wrong with its features is in the inspection.</summary>
    /// <param name="request">What is to be imported, as what.</param>
    /// <param name="pack">The pack.</param>
    /// <param name="progress">Told how far it is; null when nobody asks.</param>
    public static Loaded<LayerImport> Prepare(LayerImportRequest request, RulePack pack, IProgress<InspectionStep>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(pack);
        var problems = new List<Problem>();
        var layer = LayerOf(request, pack, problems);
        CheckDetails(request, layer, problems);
        progress?.Report(new(new("读取文件", "reading the file"), null, 0));
        var source = Taken(SourceLayer.Read(request.Path, request.SourceLayer, request.Crs), problems);
        var coverage = Region(request.Coverage, layer?.Data?.CoverageFile, layer, source?.Crs, problems);
        var holes = layer?.Shape == LayerShape.ControlUnits ? Region(request.Gaps ?? new RegionChoice.Unchanged(), layer.Data?.GapsFile, layer, source?.Crs, problems) : null;
        var counties = Counties(request, layer, coverage, problems);
        if (layer is null || source is null)
        {
            return Loaded<LayerImport>.Bad(problems);
        }

        if (layer.Shape == LayerShape.ControlUnits && source.Features.Count == 0)
        {
            problems.Add(Problem.Of(ProblemCode.LayerEmpty, new(request.Path)));
            return Loaded<LayerImport>.Bad(problems);
        }

        var plan = layer.Shape == LayerShape.ControlUnits
            ? FieldPlan.OfUnits(source, request, problems)
            : FieldPlan.OfFeatures(source, request, layer.Data?.NameField, problems);
        if (problems.Count > 0 || plan is null)
        {
            return Loaded<LayerImport>.Bad(problems);
        }

        var (inspection, inspector) = LayerInspector.Inspect(new()
        {
            Pack = pack,
            Layer = layer,
            Source = Renamed(source, layer, plan),
            Fields = plan.Units,
            Coverage = coverage,
            Holes = holes,
            Counties = counties,
            Tolerance = request.Accuracy!.Value,
            Sliver = layer.Data?.Sliver ?? new(0),
            Overlaps = request.Overlaps,
            Illustrative = request.Standing == LegalStanding.Illustrative,
            Parts = [.. pack.Layers.Where(l => l.PartOf == layer.Id)],
            Progress = progress,
        });
        inspection = inspection with { Steps = [.. inspection.Steps[..source.Steps.Length], .. plan.Steps, .. inspection.Steps[source.Steps.Length..]] };
        return Loaded<LayerImport>.Good(new(pack, layer, request, (source, coverage, holes), plan, inspection, inspector));
    }

    /// <summary>A map of the control units with what is wrong marked, one page of A4 in SVG; null for other layers.</summary>
    public string? Picture(Language language) => LayerMap.Draw(inspector, Inspection, language);

    /// <summary>
    /// Writes the data and the changed entry into a copy of the pack's folder. The paths written are relative to it, in the order in which they must be put in
    /// place: the entry, which makes the data count, comes last.
    /// </summary>
    /// <param name="folder">The folder of the copy.</param>
    /// <exception cref="InvalidOperationException">The inspection found errors.</exception>
    public Loaded<LayerImportFiles> WriteInto(string folder)
    {
        if (!Inspection.IsUsable)
        {
            throw new InvalidOperationException("a layer with errors is not imported");
        }

        var written = ImmutableArray.CreateBuilder<string>();
        var (file, sha256) = Write(folder, layer.Id, writer =>
        {
            foreach (var (feature, number) in source.Features.Select((f, i) => (f, i + 1)))
            {
                writer.Write(feature.Parts, Properties(feature, number));
            }
        }, source.Crs, source.Order);
        written.Add(file);
        var coverageFile = CoverageInto(folder, written);
        var gapsFile = GapsInto(folder, written);
        var data = new LayerData
        {
            File = Full(file),
            Sha256 = sha256,
            CoverageFile = coverageFile,
            GapsFile = gapsFile,
            Crs = Target.Id,
            Accuracy = request.Accuracy!.Value,
            Sliver = layer.Data?.Sliver ?? new(0),
            Illustrative = request.Standing == LegalStanding.Illustrative,
            Baseline = layer.Data?.Baseline,
            NameField = plan.Units is null ? plan.FeatureName : layer.Data?.NameField,
            SourceTitle = request.Title!,
            SourcePublisher = request.Publisher!,
            SourceDate = request.Date!.Value,
            SourceFile = source.Name,
            SourceSha256 = source.Sha256,
            Accepted = Accepted(),
        };
        var fields = plan.Units is null ? null : new UnitFields(FieldPlan.CodeField, FieldPlan.NameField, FieldPlan.CategoryField, FieldPlan.Categories);
        var entry = LayerEntryWriter.WithFiles(pack, layer.Id, data, fields);
        if (!entry.Succeeded)
        {
            return Loaded<LayerImportFiles>.Bad(entry.Problems);
        }

        File.WriteAllText(Path.Combine(folder, entry.Value.Path), entry.Value.Text);
        written.Add(entry.Value.Path);
        return Loaded<LayerImportFiles>.Good(new(written.ToImmutable(), Superseded(data)));
    }

    private static LayerDefinition? LayerOf(LayerImportRequest request, RulePack pack, List<Problem> problems)
    {
        var layer = pack.Layers.FirstOrDefault(l => l.Id == request.Layer);
        if (layer is null)
        {
            var known = pack.Layers.Where(l => l.PartOf is null).Select(l => l.Id);
            problems.Add(Problem.Of(ProblemCode.UnknownName, null, "图层", "layer", request.Layer, string.Join(", ", known)));
        }
        else if (layer.PartOf is { } whole)
        {
            problems.Add(Problem.Of(ProblemCode.LayerNotImportable, null, layer.Id, $"它是 `{whole}` 的一部分，请导入 `{whole}`", $"it is a part of `{whole}`; import that"));
            return null;
        }

        return layer;
    }

    private static void CheckDetails(LayerImportRequest request, LayerDefinition? layer, List<Problem> problems)
    {
        var missing = new List<string>();
        void Need(bool given, string option)
        {
            if (!given)
            {
                missing.Add(option);
            }
        }

        Need(request.Accuracy is not null, "--accuracy");
        Need(!string.IsNullOrWhiteSpace(request.Title), "--title");
        Need(!string.IsNullOrWhiteSpace(request.Publisher), "--publisher");
        Need(request.Date is not null, "--date");
        Need(layer is null or { Shape: LayerShape.ControlUnits } || request.Coverage is not (null or RegionChoice.None), "--coverage");
        if (missing.Count > 0)
        {
            problems.Add(Problem.Of(ProblemCode.LayerDetailMissing, null, string.Join(", ", missing)));
        }
    }

    private static SourceLayer? Region(RegionChoice? choice, string? present, LayerDefinition? layer, Crs? crs, List<Problem> problems) => choice switch
    {
        RegionChoice.FromFile(var path) => Taken(ReadRegion(path, crs), problems),
        RegionChoice.Unchanged when present is not null => Taken(SourceLayer.Read(present, null, layer!.Data!.Crs), problems),
        _ => null,
    };

    // A region states its own system, or is in that of the layer it belongs to.
    private static Loaded<SourceLayer> ReadRegion(string path, Crs? crs)
    {
        var read = SourceLayer.Read(path, null, null);
        return read.Succeeded || crs is null || read.Problems.All(p => p.Code != ProblemCode.MissingCrs) ? read : SourceLayer.Read(path, null, crs.Id);
    }

    private static SourceLayer? Counties(LayerImportRequest request, LayerDefinition? layer, SourceLayer? coverage, List<Problem> problems)
    {
        if (layer?.Shape != LayerShape.ControlUnits)
        {
            return null;
        }

        return request.Counties is { } path
            ? Taken(ReadRegion(path, coverage?.Crs), problems)
            : coverage ?? (layer.Data is { } data ? SourceLayer.Read(data.CoverageFile, null, data.Crs).Value : null);
    }

    private static SourceLayer? Taken(Loaded<SourceLayer> loaded, List<Problem> problems)
    {
        problems.AddRange(loaded.Problems);
        return loaded.Value;
    }

    // Parts of the layer and names are looked for under the names that the layer will have.
    private static SourceLayer Renamed(SourceLayer source, LayerDefinition layer, FieldPlan plan) =>
        layer.Shape == LayerShape.ControlUnits || plan.Targets.All(t => t.Key == t.Value)
            ? source
            : source with
            {
                Features = [.. source.Features.Select(f => f with
                {
                    Properties = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(Renamed(f, plan), StringComparer.Ordinal),
                })],
            };

    private static Dictionary<string, IReadOnlyList<string>> Renamed(Feature feature, FieldPlan plan)
    {
        var renamed = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (name, values) in feature.Properties.OrderBy(p => plan.Targets.ContainsKey(p.Key) ? 0 : 1).ThenBy(p => p.Key, StringComparer.Ordinal))
        {
            // A property that already has the name of a mapped one gives way.
            renamed.TryAdd(plan.Targets.GetValueOrDefault(name, name), values);
        }

        return renamed;
    }

    private IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Properties(Feature feature, int number)
    {
        var renamed = Renamed(feature, plan);
        if (plan.Units is not null)
        {
            var row = rowOf[number];
            renamed[FieldPlan.CodeField] = [row.Code];
            renamed[FieldPlan.NameField] = [row.Name];
            renamed[FieldPlan.CategoryField] = [((int)row.Category).ToString(CultureInfo.InvariantCulture)];
        }

        return renamed.OrderBy(p => p.Key, StringComparer.Ordinal);
    }

    private string CoverageInto(string folder, ImmutableArray<string>.Builder written)
    {
        if (request.Coverage is RegionChoice.Unchanged && layer.Data is { } present)
        {
            return present.CoverageFile;
        }

        var (file, _) = coverage is not null
            ? Copied(folder, $"{layer.Id}-coverage", coverage)
            : Write(folder, $"{layer.Id}-coverage", writer => writer.Write(UnionOfUnits.Of(inspector), []), inspector.Plane.Crs, AxisOrder.EastFirst);
        written.Add(file);
        return Full(file);
    }

    private string? GapsInto(string folder, ImmutableArray<string>.Builder written)
    {
        if (holes is null || plan.Units is null || KeepsGaps)
        {
            return plan.Units is null || !KeepsGaps ? null : layer.Data?.GapsFile;
        }

        var (file, _) = Copied(folder, $"{layer.Id}-gaps", holes);
        written.Add(file);
        return Full(file);
    }

    private (string Path, string Sha256) Copied(string folder, string name, SourceLayer region) => Write(folder, name, writer =>
    {
        foreach (var feature in region.Features)
        {
            writer.Write(feature.Parts, feature.Properties.OrderBy(p => p.Key, StringComparer.Ordinal));
        }
    }, region.Crs, region.Order);

    // The name carries the fingerprint, so that a new file never takes the place of one that a layer still uses.
    private (string Path, string Sha256) Write(string folder, string name, Action<FeatureWriter> write, Crs from, AxisOrder order)
    {
        var data = Path.Combine(folder, LayersFolder, DataFolder);
        Directory.CreateDirectory(data);
        var draft = Path.Combine(data, $"{name}.draft");
        string sha256;
        using (var stream = new FileStream(draft, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 20))
        {
            using (var writer = new FeatureWriter(stream, from, order, Target))
            {
                write(writer);
            }

            stream.Flush(flushToDisk: true);
            stream.Position = 0;
            sha256 = Convert.ToHexStringLower(SHA256.HashData(stream));
        }

        var file = $"{name}-{sha256[..FingerprintShown]}.geojson";
        File.Move(draft, Path.Combine(data, file), overwrite: true);
        return ($"{LayersFolder}/{DataFolder}/{file}", sha256);
    }

    private string Full(string path) => Path.Combine(pack.Folder, path.Replace('/', Path.DirectorySeparatorChar));

    private string? Accepted()
    {
        var overlaps = Inspection.Flaws.Where(f => f.Problem.Code == ProblemCode.UnitOverlap && f.Severity == FlawSeverity.Warning).ToArray();
        return overlaps.Length == 0
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{overlaps.Length} overlaps, {overlaps.Sum(o => o.Area?.Value ?? 0):0.##} m2");
    }

    // Files of the former data that an import wrote and that nothing uses any more.
    private ImmutableArray<string> Superseded(LayerData now)
    {
        if (layer.Data is not { } before)
        {
            return [];
        }

        var used = pack.Layers.Where(l => l.Id != layer.Id).Select(l => l.Data).OfType<LayerData>().Append(now)
            .SelectMany(d => (string?[])[d.File, d.CoverageFile, d.GapsFile])
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. ((string?[])[before.File, before.CoverageFile, before.GapsFile]).OfType<string>()
                .Where(f => !used.Contains(f))
                .Select(f => Path.GetRelativePath(pack.Folder, f).Replace('\\', '/'))
                .Distinct(StringComparer.Ordinal),
        ];
    }
}
