using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ZoningRules.Reports;

namespace ZoningRules.Cli.Batch;

/// <summary>Summaries as JSON of the schema <c>zoning-batch-summary/1</c>; see docs/schemas/batch-summary.schema.json.</summary>
internal static class SummaryJson
{
    /// <summary>The value of the member <c>schema</c>.</summary>
    public const string Schema = "zoning-batch-summary/1";

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The text, ending in a line feed.</summary>
    public static string Render(Summary summary)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            Write(json, summary);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>Writes the object.</summary>
    public static void Write(Utf8JsonWriter json, Summary summary)
    {
        var tally = summary.Tally;
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteStartArray("shards");
        foreach (var shard in summary.Shards)
        {
            json.WriteStringValue(shard);
        }

        json.WriteEndArray();
        json.WriteNumber("rows", tally.Rows);
        json.WriteNumber("assessed", tally.Assessed);
        json.WriteNumber("bad", tally.Bad);
        json.WriteNumber("withoutUnit", tally.WithoutUnit);
        WriteVerdicts(json, tally.ByVerdict);
        json.WriteStartArray("units");
        foreach (var (code, count) in tally.Units)
        {
            json.WriteStartObject();
            json.WriteString("code", code);
            json.WriteString("name", count.Name);
            json.WriteNumber("rows", count.ByVerdict.Sum());
            WriteVerdicts(json, count.ByVerdict);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("norms");
        foreach (var (norm, count) in tally.Norms)
        {
            json.WriteStartObject();
            json.WriteString("norm", norm);
            json.WriteNumber("decides", count.Sum());
            WriteVerdicts(json, count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("problems");
        foreach (var (code, rows) in tally.Problems)
        {
            json.WriteStartObject();
            json.WriteString("code", code);
            json.WriteNumber("rows", rows);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("fingerprint", summary.Fingerprint);
        json.WritePropertyName("run");
        json.WriteRawValue(summary.Run.Span);
        json.WriteEndObject();
    }

    /// <summary>Reads what <see cref="Write"/> wrote. Null when it is something else, or its counts do not add up.</summary>
    public static Summary? Read(JsonElement json)
    {
        try
        {
            if (json.GetProperty("schema").GetString() != Schema)
            {
                return null;
            }

            var tally = new Tally();
            tally.AddCounts(json.GetProperty("bad").GetInt64(), json.GetProperty("withoutUnit").GetInt64());
            ReadVerdicts(json, tally.ByVerdict);
            foreach (var unit in json.GetProperty("units").EnumerateArray())
            {
                ReadVerdicts(unit, tally.Of(unit.GetProperty("code").GetString()!, unit.GetProperty("name").GetString()!).ByVerdict);
            }

            foreach (var norm in json.GetProperty("norms").EnumerateArray())
            {
                ReadVerdicts(norm, tally.OfNorm(norm.GetProperty("norm").GetString()!));
            }

            foreach (var problem in json.GetProperty("problems").EnumerateArray())
            {
                tally.AddProblem(problem.GetProperty("code").GetString()!, problem.GetProperty("rows").GetInt64());
            }

            return tally.Rows != json.GetProperty("rows").GetInt64() || tally.Assessed != json.GetProperty("assessed").GetInt64()
                ? null
                : new(
                    tally,
                    [.. json.GetProperty("shards").EnumerateArray().Select(s => s.GetString()!)],
                    json.GetProperty("fingerprint").GetString()!,
                    Compact(json.GetProperty("run")));
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    private static ReadOnlyMemory<byte> Compact(JsonElement json)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            json.WriteTo(writer);
        }

        return buffer.WrittenMemory;
    }

    private static void WriteVerdicts(Utf8JsonWriter json, long[] counts)
    {
        json.WriteStartObject("verdicts");
        foreach (var verdict in Tally.Verdicts)
        {
            json.WriteNumber(JsonWords.Of(verdict), counts[(int)verdict]);
        }

        json.WriteEndObject();
    }

    private static void ReadVerdicts(JsonElement json, long[] counts)
    {
        foreach (var verdict in Tally.Verdicts)
        {
            var count = json.GetProperty("verdicts").GetProperty(JsonWords.Of(verdict)).GetInt64();
            counts[(int)verdict] += count >= 0 ? count : throw new FormatException(count.ToString(CultureInfo.InvariantCulture));
        }
    }
}
