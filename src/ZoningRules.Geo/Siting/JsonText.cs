using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ZoningRules.Geo.Siting;

/// <summary>JSON in the manner of all reports: two spaces deep, line feeds, Chinese as it is.</summary>
internal static class JsonText
{
    /// <summary>What is written, with a line feed at its end.</summary>
    /// <param name="write">Writes one value.</param>
    /// <param name="isIndented">Whether members stand on lines of their own.</param>
    public static string Of(Action<Utf8JsonWriter> write, bool isIndented = true)
    {
        var options = new JsonWriterOptions { Indented = isIndented, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>An array of texts.</summary>
    public static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStringValue(item);
        }

        json.WriteEndArray();
    }
}
