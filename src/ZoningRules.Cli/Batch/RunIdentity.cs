using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ZoningRules.Assessing;
using ZoningRules.Locations;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Cli.Batch;

/// <summary>Everything the rows of a run rest on besides themselves, and its fingerprint. Two runs with the same fingerprint say the same of the same row.</summary>
internal sealed class RunIdentity
{
    private RunIdentity(byte[] canonical, string fingerprint)
    {
        Canonical = canonical;
        Fingerprint = fingerprint;
    }

    /// <summary>The identity as compact JSON.</summary>
    public ReadOnlyMemory<byte> Canonical { get; }

    /// <summary>Lower-case hex SHA-256 of <see cref="Canonical"/>.</summary>
    public string Fingerprint { get; }

    /// <summary>Makes an identity.</summary>
    public static RunIdentity Of(Workbench bench, BatchOptions options, string? crs, TableHeading? heading, DateOnly otherwise)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, bench, bench.LedgerHashes, options, crs, heading, otherwise);
        }

        return new(buffer.WrittenSpan.ToArray(), Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan)));
    }

    /// <summary>The fingerprint of one row: SHA-256 over the fingerprint of the run, the row's SHA-256 and its governing date, one a line.</summary>
    public string RowReceipt(string rowSha256, DateOnly date)
    {
        Span<byte> text = stackalloc byte[256];
        var length = Encoding.UTF8.GetBytes(Fingerprint, text);
        text[length++] = (byte)'\n';
        length += Encoding.UTF8.GetBytes(rowSha256, text[length..]);
        text[length++] = (byte)'\n';
        date.TryFormat(text[length..], out var written, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Span<byte> sum = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..(length + written)], sum);
        return Convert.ToHexStringLower(sum);
    }

    /// <summary>What differs from another identity, in words.</summary>
    public LocalText DifferenceTo(ReadOnlyMemory<byte> other)
    {
        using var mine = JsonDocument.Parse(Canonical);
        using var its = JsonDocument.Parse(other);
        var names = mine.RootElement.EnumerateObject()
            .Where(m => !its.RootElement.TryGetProperty(m.Name, out var same) || !JsonElement.DeepEquals(m.Value, same))
            .Select(m => NameOf(m.Name))
            .DistinctBy(n => n.En)
            .ToArray();
        return new($"不同之处：{string.Join("、", names.Select(n => n.Zh))}", $"these differ: {string.Join(", ", names.Select(n => n.En))}");
    }

    private static LocalText NameOf(string member) => member switch
    {
        "engine" => new("程序版本", "the version of the program"),
        "pack" or "packs" => new("规则包", "the rule packs"),
        "layers" => new("图层", "the layers"),
        "ledgers" => new("台账", "the ledgers"),
        "date" or "dateOtherwise" => new("法律时点（--date；未给出时为当天）", "the governing date (--date; today when it is not given)"),
        "crs" => new("坐标系（--crs）", "the coordinate system (--crs)"),
        "columns" => new("表头或列的对应（--fields）", "the heading or what its columns mean (--fields)"),
        "detail" => new("详细程度（--detail）", "the detail (--detail)"),
        "lang" => new("语言（--lang）", "the language (--lang)"),
        _ => new("输出格式", "the form of the output"),
    };

    private static void Write(
        Utf8JsonWriter json,
        Workbench bench,
        ImmutableArray<KeyValuePair<string, string>> ledgers,
        BatchOptions options,
        string? crs,
        TableHeading? heading,
        DateOnly otherwise)
    {
        json.WriteStartObject();
        json.WriteString("engine", Assessor.EngineName);
        if (bench.IsSingle)
        {
            json.WriteStartObject("pack");
            WritePack(json, bench.Pack);
            json.WriteEndObject();
        }
        else
        {
            json.WriteStartArray("packs");
            foreach (var pack in bench.Packs.Packs)
            {
                json.WriteStartObject();
                WritePack(json, pack);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteStartArray("layers");
        foreach (var (pack, layer) in bench.Packs.Packs.Zip(bench.Locators).SelectMany(p => p.Second.Layers.Select(l => (p.First, l))))
        {
            json.WriteStartObject();
            if (!bench.IsSingle)
            {
                json.WriteString("pack", pack.Id);
            }

            json.WriteString("id", layer.Id);
            json.WriteString("sha256", layer.Sha256);
            json.WriteBoolean("illustrative", layer.Illustrative);
            if (layer.Status == LayerStatus.Failed)
            {
                json.WriteBoolean("failed", true);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("ledgers");
        foreach (var (name, sha256) in ledgers)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("sha256", sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("date", options.Date is { } date ? Day(date) : null);
        json.WriteString("dateOtherwise", options.Date is null ? Day(otherwise) : null);
        json.WriteString("crs", crs);
        json.WriteString("columns", heading?.Identity);
        json.WriteString("detail", WordOf(options.Detail));
        json.WriteString("format", WordOf(options.Form));
        json.WriteString("lang", options.Detail == Detail.Full ? WordOf(options.Language) : null);
        json.WriteEndObject();
    }

    private static void WritePack(Utf8JsonWriter json, RulePack pack)
    {
        json.WriteString("id", pack.Id);
        json.WriteString("version", pack.Version);
        json.WriteString("sha256", pack.Sha256);
    }

    // Part of the fingerprint, so the words may never change.
    private static string WordOf(Detail detail) => detail switch
    {
        Detail.Verdict => "verdict",
        Detail.Findings => "findings",
        Detail.Full => "full",
        _ => throw new UnreachableException(),
    };

    private static string WordOf(ResultForm form) => form switch
    {
        ResultForm.Ndjson => "ndjson",
        ResultForm.Csv => "csv",
        _ => throw new UnreachableException(),
    };

    private static string WordOf(Language language) => language switch
    {
        Language.Zh => "zh",
        Language.En => "en",
        _ => throw new UnreachableException(),
    };

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
