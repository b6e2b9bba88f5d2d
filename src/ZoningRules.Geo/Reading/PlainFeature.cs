using System.Collections.Frozen;
using System.Text.Json;

namespace ZoningRules.Geo.Reading;

/// <summary>
/// Reads one feature of a collection as nearly all are written. It reports nothing: whatever is wrong or unusual it leaves to <see cref="GeoJsonReader"/>.
/// INVARIANT: what it returns is what that reader returns.
/// </summary>
internal ref struct PlainFeature
{
    // The object and the list around a feature.
    private const int DepthAround = 2;

    private readonly ReadOnlySpan<byte> text;
    private readonly FrozenSet<string> wanted;
    private readonly NestedPositions scratch;
    private Utf8JsonReader reader;
    private int readerStart;
    private bool isPlain = true;
    private List<RawPart>? parts;

    private PlainFeature(ReadOnlySpan<byte> text, FrozenSet<string> wanted, NestedPositions scratch)
    {
        this.text = text;
        this.wanted = wanted;
        this.scratch = scratch;
        reader = new(text, new JsonReaderOptions { MaxDepth = GeoJsonReader.MaximumDepth - DepthAround });
    }

    /// <summary>Reads a feature; null when the other reader must.</summary>
    /// <param name="text">The whole object.</param>
    /// <param name="wanted">The properties to keep.</param>
    /// <param name="scratch">Used while reading; afterwards it holds the positions read.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="GeometryTextException">The other reader would say what is wrong with it.</exception>
    /// <exception cref="InvalidOperationException">A text in it is not valid Unicode.</exception>
    public static Feature? Read(ReadOnlySpan<byte> text, FrozenSet<string> wanted, NestedPositions scratch)
    {
        scratch.Clear();
        return new PlainFeature(text, wanted, scratch).Read();
    }

    private Feature? Read()
    {
        var properties = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var (isFeature, hasProperties) = (false, false);
        isPlain = reader.Read() && reader.TokenType == JsonTokenType.StartObject;
        while (isPlain && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                isPlain = !isFeature && reader.Read() && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("Feature"u8);
                isFeature = true;
            }
            else if (reader.ValueTextEquals("properties"u8))
            {
                isPlain = !hasProperties && reader.Read();
                hasProperties = true;
                FeatureProperties.Read(ref reader, wanted, properties);
            }
            else if (reader.ValueTextEquals("geometry"u8))
            {
                isPlain = parts is null && reader.Read();
                Geometry();
            }
            else
            {
                Skip();
            }
        }

        return Ended() && isFeature && parts is not null ? new(parts, properties.ToFrozenDictionary(StringComparer.Ordinal)) : null;
    }

    private void Geometry()
    {
        parts = [];
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        string? type = null;
        var hasPositions = false;
        isPlain &= reader.TokenType == JsonTokenType.StartObject;
        while (isPlain && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                isPlain = type is null && reader.Read() && reader.TokenType == JsonTokenType.String;
                type = isPlain ? reader.GetString() : null;
            }
            else if (reader.ValueTextEquals("coordinates"u8))
            {
                isPlain = !hasPositions;
                hasPositions = true;
                Positions();
            }
            else
            {
                Skip();
            }
        }

        isPlain &= hasPositions && type is "Point" or "MultiPoint" or "LineString" or "MultiLineString" or "Polygon" or "MultiPolygon";
        if (isPlain)
        {
            parts.AddRange(scratch.Parts(type!));
        }
    }

    // A member that does not count. One that does, here or elsewhere, is unusual.
    private void Skip()
    {
        isPlain &= !reader.ValueTextEquals("type"u8) && !reader.ValueTextEquals("coordinates"u8) && !reader.ValueTextEquals("geometry"u8)
            && !reader.ValueTextEquals("geometries"u8) && !reader.ValueTextEquals("features"u8) && !reader.ValueTextEquals("properties"u8)
            && !reader.ValueTextEquals("crs"u8);

        // The other reader refuses a name that is not valid Unicode.
        _ = reader.GetString();
        reader.Skip();
    }

    // The positions are read without the reader, which then goes on behind them as if it had read an empty list.
    private void Positions()
    {
        if (!isPlain)
        {
            return;
        }

        var start = readerStart + (int)reader.BytesConsumed;
        var length = PlainPositions.Read(text[start..], scratch);
        isPlain = length >= 0;
        if (isPlain)
        {
            var list = new Utf8JsonReader("[]"u8, isFinalBlock: false, reader.CurrentState);
            isPlain = list.Read() && list.Read();
            readerStart = start + length;
            reader = new(text[readerStart..], isFinalBlock: true, list.CurrentState);
        }
    }

    private bool Ended() => isPlain && reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == 0 && !reader.Read();
}
