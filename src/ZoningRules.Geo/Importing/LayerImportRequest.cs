using System.Collections.Immutable;
using ZoningRules.Geo.Inspecting;
using ZoningRules.Measures;

namespace ZoningRules.Geo.Importing;

/// <summary>What an office says about a file of features that is to become the data of a layer.</summary>
public sealed record LayerImportRequest
{
    /// <summary>The file, or a folder of files.</summary>
    public required string Path { get; init; }

    /// <summary>The id of a layer of the pack that is no part of another one.</summary>
    public required string Layer { get; init; }

    /// <summary>The layer wanted of a file with several; null when it has one.</summary>
    public string? SourceLayer { get; init; }

    /// <summary>The coordinate reference system; null when the file states it.</summary>
    public string? Crs { get; init; }

    /// <summary>
    /// Which property holds what: for control units <c>code</c>, <c>name</c> and <c>category</c>; for other layers the name that a property has in the pack. What is not
    /// listed is found by the names in use, or asked for.
    /// </summary>
    public ImmutableDictionary<string, string> Fields { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>For other layers: the property that names a feature; null to find it.</summary>
    public string? NameField { get; init; }

    /// <summary>How far a boundary of the file may be from the true one; must be given.</summary>
    public Metres? Accuracy { get; init; }

    /// <summary>Title of the source; must be given.</summary>
    public string? Title { get; init; }

    /// <summary>Who published it; must be given.</summary>
    public string? Publisher { get; init; }

    /// <summary>Its date; must be given.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Whether the boundaries are the legal ones.</summary>
    public LegalStanding Standing { get; init; } = LegalStanding.Illustrative;

    /// <summary>Where the layer is complete; null for the union of control units, and must be given for other layers.</summary>
    public RegionChoice? Coverage { get; init; }

    /// <summary>The known holes between control units; null for those that the layer has now.</summary>
    public RegionChoice? Gaps { get; init; }

    /// <summary>A file of counties with their six-digit codes; null to take the coverage when it has such codes.</summary>
    public string? Counties { get; init; }

    /// <summary>What to do about overlaps above the tolerance.</summary>
    public OverlapPolicy Overlaps { get; init; } = OverlapPolicy.Refuse;
}
