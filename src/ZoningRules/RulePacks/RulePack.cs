using System.Collections.Frozen;
using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Problems;

namespace ZoningRules.RulePacks;

/// <summary>A checked rule pack. Immutable and thread-safe; its hash names its exact content.</summary>
public sealed class RulePack
{
    private FrozenDictionary<string, ControlUnit>? units;

    /// <summary>The pack's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its version.</summary>
    public required string Version { get; init; }

    /// <summary>Its title.</summary>
    public required LocalText Title { get; init; }

    /// <summary>Six-digit division code of its territory.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>
    /// Lower-case hex SHA-256 over the pack's files except its cases and hidden files: for each file, ordered by path, the path with forward slashes, a
    /// zero byte, the file's SHA-256 in lower-case hex and a line feed.
    /// </summary>
    public required string Sha256 { get; init; }

    /// <summary>The folder it was read from.</summary>
    public required string Folder { get; init; }

    /// <summary>Sentences shown on every report.</summary>
    public required ImmutableArray<LocalText> Notices { get; init; }

    /// <summary>The law that makes the list binding.</summary>
    public required ImmutableArray<Citation> Basis { get; init; }

    /// <summary>Legal documents ordered by id.</summary>
    public required ImmutableArray<Instrument> Instruments { get; init; }

    /// <summary>Attributes, measures and layers.</summary>
    public required Vocabulary Vocabulary { get; init; }

    /// <summary>Code lists ordered by name.</summary>
    public required ImmutableArray<CodeList> Lists { get; init; }

    /// <summary>Parameters ordered by name.</summary>
    public required ImmutableArray<Parameter> Parameters { get; init; }

    /// <summary>All layers ordered by id, the unit layer included.</summary>
    public required ImmutableArray<LayerDefinition> Layers { get; init; }

    /// <summary>Control units in the order of the file; empty for a pack that says it has none, such as a special plan.</summary>
    public required ImmutableArray<ControlUnit> Units { get; init; }

    /// <summary>
    /// Whether the pack divides its territory into control units. Then its lists are about every project there; otherwise only about those to which a norm applies.
    /// </summary>
    public bool HasControlUnits => !Units.IsEmpty;

    /// <summary>The sentence of law that lists the units; the first basis of a pack without control units.</summary>
    public required Citation UnitsCitation { get; init; }

    /// <summary>Towns in the order of the file.</summary>
    public required ImmutableArray<Town> Towns { get; init; }

    /// <summary>The published table of area shares, or null when the pack has none.</summary>
    public AreaShareTable? AreaShares { get; init; }

    /// <summary>Lists per unit that exist in law, or null when there are none.</summary>
    public UnitLists? UnitLists { get; init; }

    /// <summary>Requirements ordered by id.</summary>
    public required ImmutableArray<Requirement> Requirements { get; init; }

    /// <summary>Numbers that the documents publish, ordered by name; they decide nothing.</summary>
    public ImmutableArray<PublishedFigure> Figures { get; init; } = [];

    /// <summary>What those numbers should add up to, ordered by id.</summary>
    public ImmutableArray<FigureCheck> FigureChecks { get; init; } = [];

    /// <summary>The same pack with other requirements; analyses and mutation tests make such packs, and nothing else may decide by them.</summary>
    internal RulePack With(ImmutableArray<Requirement> requirements) => With(Id, requirements);

    /// <summary>The same pack under another id; for tests.</summary>
    internal RulePack Named(string id) => With(id, Requirements);

    private RulePack With(string id, ImmutableArray<Requirement> requirements) => new()
    {
        Id = id,
        Version = Version,
        Title = Title,
        Jurisdiction = Jurisdiction,
        Sha256 = Sha256,
        Folder = Folder,
        Notices = Notices,
        Basis = Basis,
        Instruments = Instruments,
        Vocabulary = Vocabulary,
        Lists = Lists,
        Parameters = Parameters,
        Layers = Layers,
        Units = Units,
        UnitsCitation = UnitsCitation,
        Towns = Towns,
        AreaShares = AreaShares,
        UnitLists = UnitLists,
        Figures = Figures,
        FigureChecks = FigureChecks,
        Requirements = requirements,
    };

    /// <summary>Control units by code.</summary>
    public FrozenDictionary<string, ControlUnit> UnitsByCode => units ??= Units.ToFrozenDictionary(u => u.Code, StringComparer.Ordinal);

    /// <summary>All norms with their requirements, in the order of the requirements.</summary>
    public IEnumerable<(Requirement Requirement, Norm Norm)> Norms => Requirements.SelectMany(r => r.Norms.Select(n => (r, n)));
}
