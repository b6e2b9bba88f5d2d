using System.Collections.Frozen;
using System.Collections.Immutable;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Formats;

/// <summary>One well-known text, with or without an SRID before it.</summary>
internal sealed class WktFormat : IFeatureFormat
{
    private static readonly ImmutableArray<string> Beginnings =
        ["SRID", "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION"];

    /// <inheritdoc/>
    public LocalText Name { get; } = new("WKT", "WKT");

    /// <inheritdoc/>
    public bool Recognises(FeatureFile file) =>
        FileText.Decode(file.Bytes.Span[..Math.Min(file.Bytes.Length, 64)]) is { } start
        && Beginnings.Any(b => start.AsSpan().TrimStart().StartsWith(b, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public FeatureDocument Read(FeatureFile file, FeatureWishes wishes)
    {
        var text = FileText.Decode(file.Bytes.Span) ?? throw GeometryTextException.Bad($"`{file.Name}` 不是文本", $"`{file.Name}` is no text");
        var (parts, crs, hasHeight) = WktReader.Read(text, wishes.Limit);
        return new([new(parts, FrozenDictionary<string, IReadOnlyList<string>>.Empty)], crs, hasHeight) { Order = null };
    }
}
