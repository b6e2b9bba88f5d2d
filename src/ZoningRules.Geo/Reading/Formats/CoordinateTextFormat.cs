using System.Collections.Frozen;
using ZoningRules.Geo.Reading.Positions;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Formats;

/// <summary>Any text with positions one a line: lists, and tables pasted from documents.</summary>
internal sealed class CoordinateTextFormat : IFeatureFormat
{
    /// <inheritdoc/>
    public LocalText Name { get; } = new("界址点坐标文本", "list of positions");

    /// <inheritdoc/>
    public bool Recognises(FeatureFile file) => FileText.Decode(file.Bytes.Span) is not null;

    /// <inheritdoc/>
    public FeatureDocument Read(FeatureFile file, FeatureWishes wishes) =>
        Read(FileText.Decode(file.Bytes.Span) ?? throw GeometryTextException.Bad($"`{file.Name}` 不是文本", $"`{file.Name}` is no text"), wishes);

    /// <summary>Reads a text.</summary>
    /// <exception cref="GeometryTextException">Lines are no positions, or rings have too few.</exception>
    public static FeatureDocument Read(string text, FeatureWishes wishes)
    {
        var list = PastedText.ReadBoundary(text, wishes.Limit);
        return new(
            [.. list.Parcels.Select(p => new Feature(p.Parts, FrozenDictionary<string, IReadOnlyList<string>>.Empty))], new StatedCrs.NotStated(), list.HasHeight)
        {
            Order = list.Order,
            Steps = list.Steps,
        };
    }
}
