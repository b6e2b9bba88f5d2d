using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ZoningRules.Locations;
using ZoningRules.Problems;
using ZoningRules.Reports;
using ZoningRules.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Cli.Batch;

/// <summary>Result lines as JSON objects of the schema <c>zoning-batch/1</c>; see docs/schemas/batch-result.schema.json. Members have a fixed order.</summary>
internal sealed class JsonResults : IResultWriter
{
    /// <summary>The value of the member <c>schema</c>.</summary>
    public const string Schema = "zoning-batch/1";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The value of the member <c>schema</c> of lines about several packs; see docs/schemas/joint-batch-result.schema.json.</summary>
    public const string JointSchema = "zoning-joint-batch/1";

    private readonly Detail detail;
    private readonly Language language;
    private readonly PackSet packs;
    private readonly Utf8JsonWriter json = new(Stream.Null, Options);

    /// <summary>Makes a writer.</summary>
    /// <param name="packs">The rules.</param>
    /// <param name="detail">How much a line says.</param>
    /// <param name="language">The language of whole assessments; everything else is in both or in none.</param>
    public JsonResults(PackSet packs, Detail detail, Language language)
    {
        this.packs = packs;
        this.detail = detail;
        this.language = language;
    }

    /// <inheritdoc/>
    public string Heading => string.Empty;

    /// <inheritdoc/>
    public void Write(ArrayBufferWriter<byte> output, in RowResult result)
    {
        json.Reset(output);
        json.WriteStartObject();
        json.WriteString("schema"u8, packs.Packs.Length == 1 ? Schema : JointSchema);
        json.WriteNumber("row"u8, result.Row);
        if (result.Line > 0)
        {
            json.WriteNumber("line"u8, result.Line);
        }

        json.WriteString("status"u8, result.Screening is null ? "bad-input" : "assessed");
        if (result.Proposal is { } proposal)
        {
            json.WriteString("name"u8, proposal.Name);
        }

        if (result.Screening is null)
        {
            WriteProblems(result);
        }
        else
        {
            WriteScreening(result);
        }

        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
    }

    /// <inheritdoc/>
    public void Dispose() => json.Dispose();

    private void WriteScreening(in RowResult result)
    {
        var joint = result.Screening!;
        Span<char> date = stackalloc char[10];
        joint.GoverningDate.TryFormat(date, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        json.WriteString("date"u8, date);
        json.WriteString("verdict"u8, JsonWords.Of(joint.Verdict));
        WritePossible(joint.Possible);
        if (joint.Parts is [{ Screening: var alone }])
        {
            WriteMembers(alone);
        }
        else
        {
            json.WriteBoolean("exact"u8, joint.Exact);
            WriteStrings("deciding"u8, joint.Deciding.Select(p => p.Pack.Id));
            WriteStrings("questions"u8, joint.Questions);
            json.WriteStartArray("packs"u8);
            foreach (var (pack, screening) in joint.Parts)
            {
                json.WriteStartObject();
                json.WriteString("pack"u8, pack.Id);
                json.WriteString("concern"u8, JsonWords.Of(screening.Concern));
                json.WriteString("verdict"u8, JsonWords.Of(screening.Verdict));
                WritePossible(screening.Possible);
                WriteMembers(screening);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteBoolean("illustrative"u8, joint.Illustrative);
        json.WriteString("receipt"u8, result.Receipt);
        if (result.Assessment is { } assessment)
        {
            json.WritePropertyName("assessment"u8);
            if (assessment.Parts is [var only])
            {
                JsonReport.Write(json, only, language);
            }
            else
            {
                JointReport.Write(json, assessment, language);
            }
        }
    }

    private void WritePossible(IEnumerable<Verdict> possible) => WriteStrings("possible"u8, possible.Select(JsonWords.Of));

    private void WriteStrings(ReadOnlySpan<byte> name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private void WriteMembers(Screening screening)
    {
        json.WriteStartArray("units"u8);
        foreach (var hit in screening.Location?.Units ?? [])
        {
            json.WriteStartObject();
            json.WriteString("code"u8, hit.Code);
            json.WriteNumber("share"u8, Rounded(hit.ShareOfSite.Value));
            if (hit.Certainty != Measures.Truth.True)
            {
                json.WriteBoolean("certain"u8, false);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (!screening.Candidates.IsEmpty)
        {
            json.WriteStartArray("candidates"u8);
            foreach (var candidate in screening.Candidates)
            {
                json.WriteStartObject();
                if (candidate.Unit is { } unit)
                {
                    json.WriteString("code"u8, unit.Code);
                }
                else
                {
                    json.WriteNull("code"u8);
                }

                json.WriteString("verdict"u8, JsonWords.Of(candidate.Verdict));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        WriteStrings("deciding"u8, screening.Deciding.Select(n => n.Norm.Id));
        if (!screening.Doubts.IsEmpty)
        {
            WriteStrings("doubts"u8, screening.Doubts.Select(d => JsonWords.Of(d.Kind)));
        }

        WriteStrings("obligations"u8, screening.Obliging.Select(n => n.Norm.Id));
        WriteStrings("questions"u8, screening.Questions);
        WriteStrings("notLoaded"u8, screening.NotLoaded.Select(l => l.Unit));
        WriteTroubles(screening);
        if (detail != Detail.Verdict)
        {
            json.WriteStartArray("findings"u8);
            foreach (var norm in screening.Norms)
            {
                json.WriteStartObject();
                json.WriteString("norm"u8, norm.Norm.Id);
                json.WriteString("outcome"u8, JsonWords.Of(norm.Outcome));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    // Named where there are any: a reader of one line must not need the others to know how far to trust it.
    private void WriteTroubles(Screening screening)
    {
        if (screening.Location is { Repair: not null })
        {
            json.WriteBoolean("repaired"u8, true);
        }

        if (FailedLayers(screening).Any())
        {
            WriteStrings("failedLayers"u8, FailedLayers(screening));
        }
    }

    /// <summary>Ids of the layers that could not be read, in order.</summary>
    internal static IEnumerable<string> FailedLayers(Screening screening) =>
        screening.Location?.Layers.Where(l => l.Status == LayerStatus.Failed).Select(l => l.Id) ?? [];

    private void WriteProblems(in RowResult result)
    {
        json.WriteStartArray("problems"u8);
        foreach (var problem in result.Problems)
        {
            json.WriteStartObject();
            json.WriteString("code"u8, problem.Id);
            if (problem.Place is { Line: > 0 } place)
            {
                json.WriteNumber("line"u8, place.Line);
                if (place.Column > 0)
                {
                    json.WriteNumber("column"u8, place.Column);
                }
            }

            Both("message"u8, Wording.Message(problem, Language.Zh), Wording.Message(problem, Language.En));
            Both("help"u8, Wording.Help(problem, Language.Zh), Wording.Help(problem, Language.En));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Both(ReadOnlySpan<byte> name, string zh, string en)
    {
        json.WriteStartObject(name);
        json.WriteString("zh"u8, zh);
        json.WriteString("en"u8, en);
        json.WriteEndObject();
    }

    // Dividing by one at the full scale leaves no trailing zeros, so one number has one spelling.
    internal static decimal Rounded(decimal share) => share == 1 ? 1 : Math.Round(share, 6) / 1.000000000000000000000000000000000m;
}
