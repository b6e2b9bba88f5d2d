using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Formats.BoundaryPoints;

/// <summary>The boundary-point exchange text of land surveying, 界址点坐标交换格式: known by its sections.</summary>
internal sealed class BoundaryPointFormat : IFeatureFormat
{
    private const int Beginning = 16_384;

    /// <inheritdoc/>
    public LocalText Name { get; } = new("界址点坐标交换格式", "boundary-point exchange text");

    /// <inheritdoc/>
    public bool Recognises(FeatureFile file)
    {
        // The longest encoded sign has four bytes; a cut one would make the whole beginning no text.
        var bytes = file.Bytes.Span;
        for (var cut = 0; cut < 4; cut++)
        {
            var length = Math.Min(bytes.Length, Beginning) - cut;
            if (length > 0 && FileText.Decode(bytes[..length]) is { } text)
            {
                return text.Contains("[属性描述]", StringComparison.Ordinal) || text.Contains("[地块坐标]", StringComparison.Ordinal);
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public FeatureDocument Read(FeatureFile file, FeatureWishes wishes)
    {
        var text = FileText.Decode(file.Bytes.Span) ?? throw GeometryTextException.Bad($"`{file.Name}` 不是文本", $"`{file.Name}` is no text");
        return new BoundaryPointReader(wishes).Read(text);
    }
}
