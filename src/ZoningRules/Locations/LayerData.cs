using ZoningRules.Measures;
using ZoningRules.Problems;

namespace ZoningRules.Locations;

/// <summary>The files behind a layer.</summary>
public sealed record LayerData
{
    /// <summary>Full path of the GeoJSON file.</summary>
    public required string File { get; init; }

    /// <summary>Full path of the GeoJSON file whose polygons say where the layer is complete.</summary>
    public required string CoverageFile { get; init; }

    /// <summary>For the unit layer: full path of the GeoJSON file of known holes, or null.</summary>
    public string? GapsFile { get; init; }

    /// <summary>The coordinate reference system of all its files.</summary>
    public required string Crs { get; init; }

    /// <summary>How far a boundary of the layer may be from the true one.</summary>
    public required Metres Accuracy { get; init; }

    /// <summary>Common areas up to this size count as touching; included.</summary>
    public required SquareMetres Sliver { get; init; }

    /// <summary>Whether the layer is an illustration and no legal boundary.</summary>
    public required bool Illustrative { get; init; }

    /// <summary>What its lines stand for, or null.</summary>
    public LocalText? Baseline { get; init; }

    /// <summary>The property that names a feature, or null.</summary>
    public string? NameField { get; init; }

    /// <summary>Title of the source.</summary>
    public required string SourceTitle { get; init; }

    /// <summary>Who published it.</summary>
    public required string SourcePublisher { get; init; }

    /// <summary>Its date.</summary>
    public required DateOnly SourceDate { get; init; }

    /// <summary>Name of the file it was imported from, or null.</summary>
    public string? SourceFile { get; init; }

    /// <summary>Lower-case hex SHA-256 of that file as it came, or null. Of several files with one name: of the lines name, zero byte, SHA-256, line feed, ordered by name.</summary>
    public string? SourceSha256 { get; init; }

    /// <summary>What whoever imported it accepted against the checks, such as overlaps of control units; null when nothing.</summary>
    public string? Accepted { get; init; }

    /// <summary>Lower-case hex SHA-256 that <see cref="File"/> must have, or null when any content is taken. A layer whose file was changed fails.</summary>
    public string? Sha256 { get; init; }
}
