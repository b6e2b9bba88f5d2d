using System.Collections.Immutable;
using ZoningRules.Measures;
using ZoningRules.Problems;

namespace ZoningRules.Locations;

/// <summary>What the inspection of a layer's data found. Areas are on the ellipsoid.</summary>
public sealed record LayerInspection
{
    /// <summary>The layer's id.</summary>
    public required string Layer { get; init; }

    /// <summary>How the layer is printed.</summary>
    public required LocalText Label { get; init; }

    /// <summary>What its features are.</summary>
    public required LayerShape Shape { get; init; }

    /// <summary>Name of the file inspected.</summary>
    public required string File { get; init; }

    /// <summary>Lower-case hex SHA-256 of that file.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The file's coordinate reference system.</summary>
    public required string Crs { get; init; }

    /// <summary>How many features it has.</summary>
    public required int Features { get; init; }

    /// <summary>The area of all of them together, each counted by itself; zero for lines and points.</summary>
    public required SquareMetres Area { get; init; }

    /// <summary>Gaps and overlaps that are nowhere wider than this are slivers; parts of features of no greater mean width are thin.</summary>
    public required Metres Tolerance { get; init; }

    /// <summary>Shares farther than this from the published ones, in percentage points, are flaws.</summary>
    public required decimal ShareTolerance { get; init; }

    /// <summary>Whether the layer is an illustration.</summary>
    public required bool Illustrative { get; init; }

    /// <summary>What was done to read it and what could not be checked, in order.</summary>
    public required ImmutableArray<LocalText> Steps { get; init; }

    /// <summary>The control units, ordered by code; empty for other layers.</summary>
    public ImmutableArray<UnitExtent> Units { get; init; } = [];

    /// <summary>Shares beside the published ones, counties in the order of the table, then by category; empty when there is no table.</summary>
    public ImmutableArray<ShareComparison> Shares { get; init; } = [];

    /// <summary>What was found, the gravest first, then by code of the problem, then by falling area, then by words.</summary>
    public required ImmutableArray<LayerFlaw> Flaws { get; init; }

    /// <summary>Gaps and overlaps below the tolerance, largest first.</summary>
    public ImmutableArray<LayerFlaw> Slivers { get; init; } = [];

    /// <summary>Whether nothing is wrong that keeps the layer from being used.</summary>
    public bool IsUsable => Flaws.All(f => f.Severity != FlawSeverity.Error);
}
