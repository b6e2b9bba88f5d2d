using System.Collections.Frozen;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Formats;

/// <summary>Positions one a line, without any header.</summary>
internal sealed class CoordinateTextFormat : IFeatureFormat
{
    /// <inheritdoc/>
    public LocalText Name { get; } = new("界址点坐标文本", "list of positions");

    /// <inheritdoc/>
    public bool Recognises(FeatureFile file) => FileText.Decode(file.Bytes.Span) is not null;

    /// <inheritdoc/>
    public FeatureDocument Read(FeatureFile file, FeatureWishes wishes)
    {
        var text = FileText.Decode(file.Bytes.Span) ?? throw GeometryTextException.Bad($"`{file.Name}` 不是文本", $"`{file.Name}` is no text");
        var (part, closed) = CoordinateText.ReadRings(text, wishes.Limit);
        return new([new([part], FrozenDictionary<string, IReadOnlyList<string>>.Empty)], new StatedCrs.NotStated(), false)
        {
            Order = null,
            Steps = [.. closed.Select(CoordinateText.ClosedStep)],
        };
    }
}
