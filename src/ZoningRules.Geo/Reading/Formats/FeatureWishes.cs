using System.Collections.Frozen;

namespace ZoningRules.Geo.Reading.Formats;

/// <summary>What a reader should take from a file, and how much it may.</summary>
/// <param name="Properties">The properties wanted; null for all.</param>
/// <param name="Layer">The layer wanted of a file with several; null when only one is expected.</param>
/// <param name="Limit">Counts positions.</param>
internal sealed record FeatureWishes(FrozenSet<string>? Properties, string? Layer, PositionLimit Limit)
{
    /// <summary>The most bytes that an archive may unpack to.</summary>
    public const long UnpackedLimit = 512L * 1024 * 1024;

    /// <summary>What the rows of a table of positions are.</summary>
    public RowMeaning Rows { get; init; } = RowMeaning.AsTheTableTells;

    /// <summary>Whether a property is wanted.</summary>
    public bool Wants(string property) => Properties is null || Properties.Contains(property);
}
