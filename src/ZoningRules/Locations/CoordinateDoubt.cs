using System.Collections.Immutable;
using ZoningRules.Measures;
using ZoningRules.Problems;

namespace ZoningRules.Locations;

/// <summary>
/// A site that does not lie where its proposal says it does, in the town or on the parcel that it names. Positions are never changed for it; until an officer confirms the
/// coordinate reference system, nothing that depends on the place is known.
/// </summary>
public sealed record CoordinateDoubt
{
    /// <summary>It in a sentence, with the readings that fit.</summary>
    public required LocalText Text { get; init; }

    /// <summary>What the site was compared with: the parcel, or the town by its name.</summary>
    public required LocalText Reference { get; init; }

    /// <summary>The share of the site that lies there as the coordinates are stated, accuracies allowed for.</summary>
    public required Ratio ShareAsStated { get; init; }

    /// <summary>Readings of the same numbers under which the whole site lies there, likeliest first; empty when none does.</summary>
    public ImmutableArray<CoordinateReading> Fitting { get; init; } = [];

    /// <summary>The officer who confirmed the stated system; null when nobody did.</summary>
    public string? ConfirmedBy { get; init; }
}
