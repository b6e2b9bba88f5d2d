using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using ZoningRules.Facts;
using ZoningRules.Measures;
using ZoningRules.Verdicts;

namespace ZoningRules.Geo.Siting;

/// <summary>All places in one control unit at which the project has the same verdict for the same reasons and on the same conditions.</summary>
public sealed record SitingZone
{
    internal SitingZone(Geometry geometry) => Geometry = geometry;

    /// <summary>Its number on the map, from 1; zones are ordered from the strictest verdict to the mildest, then by unit, then by area, largest first.</summary>
    public required int Number { get; init; }

    /// <summary>The verdict there.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The verdicts still possible there, mildest first.</summary>
    public required ImmutableArray<Verdict> Possible { get; init; }

    /// <summary>Ids of the norms that call for the verdict: broken for Prohibited, undecided for Undetermined, obliging for Conditional; in order, and empty when none does.</summary>
    public required ImmutableArray<string> DecidingNorms { get; init; }

    /// <summary>What an approval there would have to require; empty where the project is prohibited.</summary>
    public required ImmutableArray<AttachedObligation> Obligations { get; init; }

    /// <summary>Lists to be checked with their issuers; empty where the project is prohibited.</summary>
    public required ImmutableArray<ListNotLoaded> NotLoaded { get; init; }

    /// <summary>What no answer about the project settles there; empty where it is prohibited.</summary>
    public required ImmutableArray<StandingDoubt> Doubts { get; init; }

    /// <summary>Why it is undetermined; None where it is not.</summary>
    public required UnknownReasons Reasons { get; init; }

    /// <summary>Code of the control unit as drawn; null in none.</summary>
    public required string? Unit { get; init; }

    /// <summary>Codes of the control units that the place lies in or, within the accuracies, may lie in, in order; empty where the project is prohibited.</summary>
    public required ImmutableArray<string> Units { get; init; }

    /// <summary>Its area in the working plane.</summary>
    public required SquareMetres Area { get; init; }

    /// <summary>How many pieces it has.</summary>
    public required int Pieces { get; init; }

    /// <summary>A position inside its largest piece: longitude, then latitude in degrees.</summary>
    public required (decimal Longitude, decimal Latitude) Position { get; init; }

    /// <summary>Its geometry in the working plane.</summary>
    internal Geometry Geometry { get; }
}
