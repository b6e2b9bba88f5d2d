using System.Collections.Frozen;
using System.Text.Json;

namespace ZoningRules.Geo.Reading;

/// <summary>Reads the properties of GeoJSON features as text: those that are wanted, or all when nothing says which.</summary>
internal static class FeatureProperties
{
    /// <summary>Reads the value of the member <c>properties</c>; the reader stands on its first token and is left on its last.</summary>
    /// <exception cref="GeometryTextException">A property that is wanted occurs twice.</exception>
    public static void Read(ref Utf8JsonReader reader, FrozenSet<string>? wanted, Dictionary<string, IReadOnlyList<string>> properties)
    {
        if (reader.TokenType != JsonTokenType.StartObject || wanted is { Count: 0 })
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (wanted is not null && !wanted.Contains(name))
            {
                reader.Skip();
                continue;
            }

            List<string> values = [];
            if (reader.TokenType == JsonTokenType.StartArray)
            {
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    AddValue(ref reader, values);
                }
            }
            else
            {
                AddValue(ref reader, values);
            }

            GeoJsonReader.Expect(properties.TryAdd(name, values), $"属性 `{name}` 重复", $"the property `{name}` occurs twice");
        }
    }

    private static void AddValue(ref Utf8JsonReader reader, List<string> values)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                values.Add(reader.GetString()!);
                break;
            case JsonTokenType.Number:
                values.Add(System.Text.Encoding.UTF8.GetString(reader.ValueSpan));
                break;
            case JsonTokenType.True:
                values.Add("true");
                break;
            case JsonTokenType.False:
                values.Add("false");
                break;
            default:
                reader.Skip();
                break;
        }
    }
}
