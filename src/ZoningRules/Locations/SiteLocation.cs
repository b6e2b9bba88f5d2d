using System.Collections.Immutable;
using ZoningRules.Measures;
using ZoningRules.Problems;

namespace ZoningRules.Locations;

/// <summary>Where a site lies: units hit, holes, and the relation to every layer. Immutable; collections in a stated order.</summary>
public sealed record SiteLocation
{
    /// <summary>The site's area as drawn; null without geometry, zero for points and lines.</summary>
    public SquareMetres? Area { get; init; }

    /// <summary>The length of a line, or of the centre line of a corridor; null for anything else.</summary>
    public Metres? Length { get; init; }

    /// <summary>The accuracy assumed for the site, with the bounds of all conversions added.</summary>
    public Metres Accuracy { get; init; }

    /// <summary>The coordinate reference system of the site as read; null without geometry.</summary>
    public string? Crs { get; init; }

    /// <summary>The projected plane in which areas and distances were computed; null without geometry.</summary>
    public string? Method { get; init; }

    /// <summary>A position inside the site for reports: longitude then latitude in degrees, CGCS2000; null without geometry.</summary>
    public (decimal Longitude, decimal Latitude)? Representative { get; init; }

    /// <summary>Units hit or perhaps hit, by falling share of the site, then by code.</summary>
    public required ImmutableArray<UnitHit> Units { get; init; }

    /// <summary>Units whose common part is a sliver below the tolerance: dropped, but listed; ordered by code.</summary>
    public ImmutableArray<UnitHit> Slivers { get; init; } = [];

    /// <summary>Parts of the site in no unit; largest first.</summary>
    public ImmutableArray<UnitGap> Gaps { get; init; } = [];

    /// <summary>How the whole site lies to the layers, ordered by layer id; one entry a layer of the pack except the unit layer.</summary>
    public required ImmutableArray<LayerRelation> Relations { get; init; }

    /// <summary>The layers consulted, ordered by id, the unit layer included.</summary>
    public ImmutableArray<LayerUse> Layers { get; init; } = [];

    /// <summary>What was done to the geometry, in order: transformation, closing of rings and the like; empty when nothing.</summary>
    public ImmutableArray<LocalText> Steps { get; init; } = [];

    /// <summary>Why the coordinates may be in another system than stated; null when nothing speaks for it.</summary>
    public CoordinateDoubt? CoordinateDoubt { get; init; }

    /// <summary>What the repair of the boundary changed; null when it was valid.</summary>
    public GeometryRepair? Repair { get; init; }

    /// <summary>The location under the other way of repairing the boundary; null when there is none or both ways agree.</summary>
    public SiteLocation? OtherReading { get; init; }

    /// <summary>Whether nothing that depends on the place may be taken as known.</summary>
    public bool IsDoubtful => CoordinateDoubt is { ConfirmedBy: null };

    /// <summary>Whether any layer consulted is an illustration.</summary>
    public bool Illustrative => Layers.Any(l => l.Illustrative);
}
