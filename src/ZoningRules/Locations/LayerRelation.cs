using ZoningRules.Measures;

namespace ZoningRules.Locations;

/// <summary>How a site, or the part of it in one control unit, lies to a layer. Every number already allows for the accuracies of site and layer.</summary>
public sealed record LayerRelation
{
    /// <summary>The layer's id.</summary>
    public required string Layer { get; init; }

    /// <summary>Whether the layer could answer. When it is not <see cref="LayerStatus.Measured"/> the truths are Unknown, except that a part seen inside a covered area counts.</summary>
    public required LayerStatus Status { get; init; }

    /// <summary>Whether a part of the site lies in the layer's area (for lines and points: meets it).</summary>
    public required Truth In { get; init; }

    /// <summary>Whether the whole site lies in the layer's area; False for lines and points.</summary>
    public required Truth Within { get; init; }

    /// <summary>Least distance; null when not known at all.</summary>
    public Interval<Metres>? Distance { get; init; }

    /// <summary>Common area; null when not known at all or when the site is a point or line.</summary>
    public Interval<SquareMetres>? Overlap { get; init; }

    /// <summary>Common area as a share of the site; null as for <see cref="Overlap"/>.</summary>
    public Interval<Ratio>? Share { get; init; }

    /// <summary>The accuracy used: site and layer together; zero when nothing was measured.</summary>
    public Metres Accuracy { get; init; }

    /// <summary>Name of the nearest or first overlapping feature, or null.</summary>
    public string? NearestFeature { get; init; }

    /// <summary>Bearing from the site to the nearest feature in degrees clockwise from grid north, 0 included, 360 excluded; null when they meet.</summary>
    public decimal? BearingDegrees { get; init; }

    /// <summary>Whether the layer is an illustration.</summary>
    public bool Illustrative { get; init; }

    /// <summary>A relation of which nothing is known.</summary>
    public static LayerRelation Unanswered(string layer, LayerStatus status) =>
        new() { Layer = layer, Status = status, In = Truth.Unknown, Within = Truth.Unknown };
}
