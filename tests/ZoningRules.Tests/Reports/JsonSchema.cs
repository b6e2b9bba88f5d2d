using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ZoningRules.Tests.Reports;

/// <summary>The part of JSON Schema that our schemas use. A keyword outside it is refused, so that no rule of a schema is passed over.</summary>
internal sealed class JsonSchema(JsonElement root, string folder)
{
    public static JsonSchema Load(string path) => new(JsonDocument.Parse(File.ReadAllText(path)).RootElement, Path.GetDirectoryName(path)!);

    /// <summary>Everything in which a document breaks the schema.</summary>
    public List<string> Faults(string json)
    {
        var faults = new List<string>();
        using var document = JsonDocument.Parse(json);
        Check(root, document.RootElement, "$", faults);
        return faults;
    }

    private void Check(JsonElement schema, JsonElement value, string at, List<string> faults)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            switch (keyword.Name)
            {
                case "$schema" or "$id" or "$defs" or "title" or "description" or "additionalProperties":
                    break;
                case "$ref" when keyword.Value.GetString() is { } reference && reference[0] != '#':
                    var parts = reference.Split('#');
                    var other = Load(Path.Combine(folder, parts[0]));
                    other.Check(other.Resolve(parts[1]), value, at, faults);
                    break;
                case "$ref":
                    Check(Resolve(keyword.Value.GetString()!), value, at, faults);
                    break;
                case "type":
                    var types = keyword.Value.ValueKind == JsonValueKind.Array ? keyword.Value.EnumerateArray().Select(t => t.GetString()) : [keyword.Value.GetString()];
                    Expect(types.Any(t => Is(value, t!)), at, $"is {value.ValueKind}, not {keyword.Value}", faults);
                    break;
                case "const":
                    Expect(value.ToString() == keyword.Value.ToString(), at, $"is {value}, not {keyword.Value}", faults);
                    break;
                case "enum":
                    Expect(keyword.Value.EnumerateArray().Any(e => e.ToString() == value.ToString()), at, $"{value} is none of {keyword.Value}", faults);
                    break;
                case "pattern" when value.ValueKind == JsonValueKind.String:
                    Expect(Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!), at, $"{value} does not match {keyword.Value}", faults);
                    break;
                case "minItems" when value.ValueKind == JsonValueKind.Array:
                    Expect(value.GetArrayLength() >= keyword.Value.GetInt32(), at, "has too few items", faults);
                    break;
                case "maxItems" when value.ValueKind == JsonValueKind.Array:
                    Expect(value.GetArrayLength() <= keyword.Value.GetInt32(), at, "has too many items", faults);
                    break;
                case "minimum" when value.ValueKind == JsonValueKind.Number:
                    Expect(value.GetDecimal() >= keyword.Value.GetDecimal(), at, "is too small", faults);
                    break;
                case "maximum" when value.ValueKind == JsonValueKind.Number:
                    Expect(value.GetDecimal() <= keyword.Value.GetDecimal(), at, "is too large", faults);
                    break;
                case "pattern" or "minItems" or "maxItems" or "minimum" or "maximum":
                    break;
                case "items":
                    for (var i = 0; value.ValueKind == JsonValueKind.Array && i < value.GetArrayLength(); i++)
                    {
                        Check(keyword.Value, value[i], $"{at}[{i.ToString(CultureInfo.InvariantCulture)}]", faults);
                    }

                    break;
                case "required" when value.ValueKind == JsonValueKind.Object:
                    foreach (var name in keyword.Value.EnumerateArray().Select(n => n.GetString()!))
                    {
                        Expect(value.TryGetProperty(name, out _), at, $"lacks {name}", faults);
                    }

                    break;
                case "required":
                    break;
                case "properties":
                    CheckProperties(schema, keyword.Value, value, at, faults);
                    break;
                case "anyOf":
                    Expect(keyword.Value.EnumerateArray().Any(s => IsValid(s, value, at)), at, "fits none of the alternatives", faults);
                    break;
                default:
                    throw new NotSupportedException(keyword.Name);
            }
        }
    }

    private void CheckProperties(JsonElement schema, JsonElement properties, JsonElement value, string at, List<string> faults)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var closed = schema.TryGetProperty("additionalProperties", out var rest) && rest.ValueKind == JsonValueKind.False;
        foreach (var member in value.EnumerateObject())
        {
            if (properties.TryGetProperty(member.Name, out var inner))
            {
                Check(inner, member.Value, $"{at}.{member.Name}", faults);
            }
            else
            {
                Expect(!closed, at, $"has the unknown member {member.Name}", faults);
            }
        }
    }

    private bool IsValid(JsonElement schema, JsonElement value, string at)
    {
        var faults = new List<string>();
        Check(schema, value, at, faults);
        return faults.Count == 0;
    }

    private JsonElement Resolve(string reference) =>
        reference.Split('/').Skip(1).Aggregate(root, (element, name) => element.GetProperty(name));

    private static bool Is(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new NotSupportedException(type),
    };

    private static void Expect(bool fits, string at, string fault, List<string> faults)
    {
        if (!fits)
        {
            faults.Add($"{at} {fault}");
        }
    }
}
