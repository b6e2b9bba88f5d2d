using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Formats;

/// <summary>GeoJSON: a text that starts with a brace.</summary>
internal sealed class GeoJsonFormat : IFeatureFormat
{
    /// <inheritdoc/>
    public LocalText Name { get; } = new("GeoJSON", "GeoJSON");

    /// <inheritdoc/>
    public bool Recognises(FeatureFile file)
    {
        var bytes = file.Bytes.Span;
        bytes = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        return bytes.TrimStart(" \t\r\n"u8).StartsWith("{"u8);
    }

    /// <inheritdoc/>
    public FeatureDocument Read(FeatureFile file, FeatureWishes wishes) => GeoJsonReader.Read(file.Bytes.Span, wishes.Properties, wishes.Limit);
}
