using System.Text.Json;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Formats;

/// <summary>TopoJSON: a JSON object of type Topology. Each of its objects is a layer.</summary>
internal sealed class TopoJsonFormat : IFeatureFormat
{
    /// <inheritdoc/>
    public LocalText Name { get; } = new("TopoJSON", "TopoJSON");

    /// <inheritdoc/>
    public bool Recognises(FeatureFile file)
    {
        var bytes = file.Bytes.Span;
        bytes = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        if (!bytes.TrimStart(" \t\r\n"u8).StartsWith("{"u8))
        {
            return false;
        }

        var reader = new Utf8JsonReader(bytes);
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isType = reader.ValueTextEquals("type"u8);
                reader.Read();
                if (isType)
                {
                    return reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("Topology"u8);
                }

                reader.Skip();
            }

            return false;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public FeatureDocument Read(FeatureFile file, FeatureWishes wishes)
    {
        var bytes = file.Bytes.Span.StartsWith("\uFEFF"u8) ? file.Bytes[3..] : file.Bytes;
        try
        {
            using var document = JsonDocument.Parse(bytes, new() { MaxDepth = 40, AllowDuplicateProperties = false });
            return new TopoJsonReader(document.RootElement, wishes).Read(file.Name);
        }
        catch (JsonException error)
        {
            var line = (error.LineNumber + 1 ?? 0).ToString(System.Globalization.CultureInfo.InvariantCulture);
            throw GeometryTextException.Bad($"JSON 语法错误或成员重复，第 {line} 行", $"malformed JSON or a duplicate member at line {line}");
        }
        catch (InvalidOperationException)
        {
            // What JSON elements throw for a text that holds half a surrogate pair or bytes that are not UTF-8.
            throw GeometryTextException.Bad("文字不是有效的 Unicode", "a text in it is not valid Unicode");
        }
    }
}
