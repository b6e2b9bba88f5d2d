using System.Collections.Immutable;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading;

/// <summary>What a file of features, or one layer of it, holds.</summary>
/// <param name="Features">Its features, in order.</param>
/// <param name="Crs">What it says about its coordinate reference system.</param>
/// <param name="HasHeight">Whether a position has a third number, which was dropped.</param>
internal sealed record FeatureDocument(IReadOnlyList<Feature> Features, StatedCrs Crs, bool HasHeight)
{
    /// <summary>Which number of a position comes first, when the format or the file fixes it; null when the reference system decides, as for lists of positions.</summary>
    public AxisOrder? Order { get; init; } = AxisOrder.EastFirst;

    /// <summary>What was done while reading, in order.</summary>
    public ImmutableArray<LocalText> Steps { get; init; } = [];
}
