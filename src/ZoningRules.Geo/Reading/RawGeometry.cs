using System.Collections.Immutable;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading;

/// <summary>A geometry as a text gives it.</summary>
internal sealed record RawGeometry
{
    /// <summary>Its parts, in the order of the text.</summary>
    public required IReadOnlyList<RawPart> Parts { get; init; }

    /// <summary>What the text says about its coordinate reference system.</summary>
    public required StatedCrs Crs { get; init; }

    /// <summary>Which number of a position comes first, when the text fixes it; null when the reference system decides.</summary>
    public AxisOrder? Order { get; init; }

    /// <summary>What was done while reading.</summary>
    public ImmutableArray<LocalText> Steps { get; init; } = [];
}

/// <summary>What a geometry text says about its coordinate reference system.</summary>
internal abstract record StatedCrs
{
    private protected StatedCrs() { }

    /// <summary>Nothing, and its format fixes none.</summary>
    public sealed record NotStated : StatedCrs;

    /// <summary>Nothing, so its format fixes one.</summary>
    public sealed record Fixed(string Name) : StatedCrs;

    /// <summary>It names one.</summary>
    public sealed record Named(string Name) : StatedCrs;
}
