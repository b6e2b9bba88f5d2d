using System.Collections.Immutable;
using ZoningRules.Locations;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;
using ZoningRules.RulePacks.Loading;

namespace ZoningRules.RulePacks;

/// <summary>
/// Reads a rule pack from its folder and checks all of it. A pack that is returned raises no type error when it is evaluated; otherwise every
/// problem is reported at once.
/// </summary>
public static class RulePackReader
{
    /// <summary>Reads a pack.</summary>
    /// <param name="folder">The folder that holds manifest.yaml. Messages show paths below it as given.</param>
    /// <param name="layersRead">
    /// Called once with the layers as soon as they are read, so that a host can load their files meanwhile; not called when they have problems. The rest of the pack may still
    /// have problems.
    /// </param>
    public static Loaded<RulePack> Read(string folder, Action<IReadOnlyList<LayerDefinition>>? layersRead = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var problems = new ProblemList();
        if (PackFiles.List(folder, problems) is not { } files)
        {
            return problems.Result<RulePack>(() => throw new System.Diagnostics.UnreachableException());
        }

        // The layers come first: a host can load their files, which take longest, while the rest is read.
        var draft = new PackDraft(files, problems);
        files.ReadDocuments("vocabulary/", "layers/");
        var vocabulary = files.Open("vocabulary/", PackMembers.VocabularyFile).ToList();
        MeasureReader.Read(draft, vocabulary);
        LayerReader.Read(draft);
        if (problems.Count == 0)
        {
            layersRead?.Invoke([.. draft.Layers.Ordered]);
        }

        // Each step may use the names of those before it.
        files.ReadAllDocuments();
        var manifest = ManifestReader.Open(draft);
        draft.HasControlUnits = ManifestReader.HasControlUnits(draft, manifest);
        var jurisdiction = manifest is null ? Shapes.Placeholder : ManifestReader.Jurisdiction(draft, manifest);
        InstrumentReader.Read(draft);
        if (draft.Instruments.Count == 0)
        {
            problems.Add(ProblemCode.Empty, null, "instruments");
        }

        ListReader.Read(draft);
        ParameterReader.Read(draft);
        var attributes = AttributeReader.Read(draft, vocabulary);
        MadeAttributes.AddTo(attributes, draft);
        draft.Vocabulary = new(draft.Measures, [.. attributes], [.. draft.Layers.Ordered.Where(MadeAttributes.IsPlace)]);
        var (units, unitsCitation, towns, shares) = UnitReader.Read(draft, Shapes.IsPlaceholder(jurisdiction) ? string.Empty : jurisdiction);
        RequirementReader.Read(draft);
        var figures = FigureReader.Read(draft);
        return manifest is null
            ? problems.Result<RulePack>(() => throw new System.Diagnostics.UnreachableException())
            : Finished(draft, manifest, jurisdiction, units, unitsCitation, towns, shares, figures);
    }

    private static Loaded<RulePack> Finished(
        PackDraft draft,
        Members manifest,
        string jurisdiction,
        ImmutableArray<ControlUnit> units,
        Citation unitsCitation,
        ImmutableArray<Town> towns,
        AreaShareTable? shares,
        (ImmutableArray<PublishedFigure> Published, ImmutableArray<FigureCheck> Checks) figures)
    {
        var id = manifest.Text("pack");
        draft.CheckId(id, manifest.PlaceOfValue("pack"));
        var basis = ManifestReader.Basis(draft, manifest);
        var pack = new RulePack
        {
            Id = id,
            Version = manifest.Text("version"),
            Title = manifest.Local("title"),
            Jurisdiction = jurisdiction,
            Sha256 = draft.Files.Sha256(),
            Folder = draft.Files.Folder,
            Notices = ManifestReader.Notices(draft, manifest),
            Basis = basis,
            Instruments = [.. draft.Instruments.Ordered],
            Vocabulary = draft.Vocabulary,
            Lists = [.. draft.Lists.Ordered],
            Parameters = [.. draft.Parameters.Ordered],
            Layers = [.. draft.Layers.Ordered],
            Units = units,
            UnitsCitation = draft.HasControlUnits || basis.IsEmpty ? unitsCitation : basis[0],
            Towns = towns,
            AreaShares = shares,
            UnitLists = ManifestReader.UnitLists(draft, manifest),
            Figures = figures.Published,
            FigureChecks = figures.Checks,
            Requirements = [.. draft.Requirements.Ordered],
        };
        return draft.Problems.Result(() => pack);
    }
}
