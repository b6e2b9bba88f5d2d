using System.Buffers;
using System.Text.Json;

namespace ZoningRules.Cli.Batch;

/// <summary>How far an unfinished batch came. Beside it stand its results so far.</summary>
/// <param name="Rows">How many rows of the input are done, those before the shard included.</param>
/// <param name="Digest">Lower-case hex SHA-256 of the input up to there.</param>
/// <param name="Length">How many bytes of results belong to them.</param>
/// <param name="Shard">Which part of the rows is being assessed.</param>
/// <param name="Summary">The counts so far.</param>
internal sealed record Journal(long Rows, string Digest, long Length, string Shard, Summary Summary)
{
    private const string Schema = "zoning-batch-journal/1";

    /// <summary>Writes the bytes of the file.</summary>
    public void Write(IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteNumber("rows", Rows);
        json.WriteString("digest", Digest);
        json.WriteNumber("length", Length);
        json.WriteString("shard", Shard);
        json.WritePropertyName("summary");
        SummaryJson.Write(json, Summary);
        json.WriteEndObject();
    }

    /// <summary>Reads the file; null when it is not one.</summary>
    public static Journal? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var json = document.RootElement;
            return json.GetProperty("schema").GetString() == Schema && SummaryJson.Read(json.GetProperty("summary")) is { } summary
                ? new(
                    json.GetProperty("rows").GetInt64(),
                    json.GetProperty("digest").GetString()!,
                    json.GetProperty("length").GetInt64(),
                    json.GetProperty("shard").GetString()!,
                    summary)
                : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
