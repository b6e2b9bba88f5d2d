using ZoningRules.Geo.Reading.Formats.Archives;
using ZoningRules.Geo.Reading.Positions;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Formats.Kml;

/// <summary>KML: an XML text whose root is <c>kml</c>.</summary>
internal sealed class KmlFormat : IFeatureFormat
{
    private const int Beginning = 4096;

    /// <summary>The most bytes of a KML text.</summary>
    public const int ByteLimit = 128 * 1024 * 1024;

    /// <inheritdoc/>
    public LocalText Name { get; } = new("KML", "KML");

    /// <inheritdoc/>
    public bool Recognises(FeatureFile file) => !ZippedFiles.Begins(file.Bytes.Span) && IsKml(file.Bytes.Span);

    /// <inheritdoc/>
    public FeatureDocument Read(FeatureFile file, FeatureWishes wishes)
    {
        var reader = new KmlReader(file.Name, wishes);
        reader.Add(TextOf(file));
        foreach (var link in reader.Links)
        {
            reader.LeaveOut($"NetworkLink `{Excerpt.Of(link)}`");
        }

        return reader.Document();
    }

    /// <summary>The text of a file.</summary>
    /// <exception cref="GeometryTextException">It is no text, or too large.</exception>
    public static string TextOf(FeatureFile file) => file.Bytes.Length > ByteLimit
        ? throw TooLarge(file.Name)
        : FileText.Decode(file.Bytes.Span) ?? throw GeometryTextException.Bad($"`{file.Name}` 不是文本", $"`{file.Name}` is no text");

    /// <summary>The refusal of a text that is too large.</summary>
    public static GeometryTextException TooLarge(string name) =>
        GeometryTextException.Bad($"`{name}` 超过 {ByteLimit / 1_048_576} MB", $"`{name}` is larger than {ByteLimit / 1_048_576} MB");

    private static bool IsKml(ReadOnlySpan<byte> bytes)
    {
        var beginning = bytes[..Math.Min(bytes.Length, Beginning)];
        if (beginning.IndexOf((byte)'<') is < 0 or > 64)
        {
            return false;
        }

        // UTF-16 has a zero beside every letter.
        return beginning.IndexOf("<kml"u8) >= 0 || beginning.IndexOf(":kml"u8) >= 0
            || beginning.IndexOf("<\0k\0m\0l\0"u8) >= 0 || beginning.IndexOf("\0<\0k\0m\0l"u8) >= 0;
    }
}
