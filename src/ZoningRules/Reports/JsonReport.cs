using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Reports;

/// <summary>
/// Assessments as JSON of the schema <c>zoning-assessment/1</c>; see docs/schemas/assessment.schema.json. Members have a fixed order. Words of the schema
/// are English in every language; texts written for people are in the language asked for; the law is quoted in Chinese.
/// </summary>
public static class JsonReport
{
    /// <summary>The value of the member <c>schema</c>.</summary>
    public const string Schema = "zoning-assessment/1";

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        // The file is UTF-8 and no part of a web page; Chinese stays readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One object for one assessment, an array for several; ends in a line feed.</summary>
    public static string Render(ImmutableArray<Assessment> assessments, Language language) =>
        assessments.Length == 1 ? Text(json => Write(json, assessments[0], language)) : RenderArray(assessments, language);

    /// <summary>An array, whatever the number of assessments; ends in a line feed.</summary>
    public static string RenderArray(ImmutableArray<Assessment> assessments, Language language) => Text(json =>
    {
        json.WriteStartArray();
        foreach (var assessment in assessments)
        {
            Write(json, assessment, language);
        }

        json.WriteEndArray();
    });

    /// <summary>Writes one assessment as an object.</summary>
    public static void Write(Utf8JsonWriter json, Assessment assessment, Language language)
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        WriteProposal(json, assessment.Proposal);
        json.WriteString("governingDate", Figures.Of(assessment.GoverningDate));
        json.WriteString("verdict", JsonWords.Of(assessment.Verdict));
        Strings(json, "possible", assessment.Possible.Select(JsonWords.Of));
        if (assessment.Concern != Concern.Concerned)
        {
            json.WriteString("concern", JsonWords.Of(assessment.Concern));
        }

        json.WriteBoolean("sameForEveryCompletion", assessment.SameForEveryCompletion);
        json.WriteBoolean("exact", assessment.Exact);
        Array(json, "notices", assessment.Notices, n => json.WriteStringValue(n.In(language)));
        JsonPlaces.WriteUnits(json, assessment);
        JsonPlaces.WriteLocation(json, assessment.Location, language);
        JsonPlaces.WriteCandidates(json, assessment.Candidates);
        Array(json, "doubts", assessment.Doubts, d =>
        {
            json.WriteStartObject();
            json.WriteString("kind", JsonWords.Of(d.Kind));
            json.WriteString("text", d.Text.In(language));
            json.WriteNumber("shareOfSite", d.Share.Value);
            WriteCitation(json, d.Citation);
            json.WriteEndObject();
        });
        var wording = new RuleWords(assessment.Pack, language);
        Array(json, "findings", assessment.Findings, f => WriteFinding(json, f, wording, language));
        Array(json, "manual", assessment.Manual, f => WriteManual(json, f, language));
        Array(json, "questions", assessment.Questions, q => WriteQuestion(json, q, language));
        Array(json, "obligations", assessment.Obligations, o => WriteObligation(json, o, language));
        Array(json, "lapsed", assessment.UnboundTargets.Where(t => t.Lapsed), t => WriteTarget(json, t));
        Array(json, "notYetBinding", assessment.UnboundTargets.Where(t => !t.Lapsed), t => WriteTarget(json, t));
        Array(json, "notLoaded", assessment.NotLoaded, l =>
        {
            json.WriteStartObject();
            json.WriteString("unit", l.Unit);
            json.WriteString("unitName", l.UnitName);
            json.WriteString("title", l.Title.In(language));
            json.WriteString("issuer", l.Issuer.In(language));
            WriteCitation(json, l.Citation);
            json.WriteEndObject();
        });
        JsonMargin.Write(json, assessment.Margin, language);
        WriteReceipt(json, assessment.Receipt);
        json.WriteEndObject();
    }

    internal static string Text(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    internal static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }

    internal static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStringValue(item);
        }

        json.WriteEndArray();
    }

    internal static void WriteReasons(Utf8JsonWriter json, UnknownReasons reasons)
    {
        if (reasons != UnknownReasons.None)
        {
            Strings(json, "reasons", Labels.Single(reasons).Select(JsonWords.Of));
        }
    }

    internal static void WriteProposal(Utf8JsonWriter json, Proposal proposal)
    {
        json.WriteStartObject("proposal");
        json.WriteString("name", proposal.Name);
        json.WriteString("source", proposal.Source);
        if (proposal.GoverningDate is { } date)
        {
            json.WriteString("date", Figures.Of(date));
        }

        JsonPlaces.WriteSite(json, proposal.Site);
        json.WriteStartObject("attributes");
        foreach (var attribute in proposal.Attributes)
        {
            json.WritePropertyName(attribute.Attribute);
            WriteRaw(json, attribute.Value);
        }

        json.WriteEndObject();
        Array(json, "decisions", proposal.Decisions, d =>
        {
            json.WriteStartObject();
            json.WriteString("attribute", d.Attribute);
            json.WritePropertyName("value");
            WriteRaw(json, d.Value);
            json.WriteString("by", d.By);
            json.WriteString("date", Figures.Of(d.Date));
            json.WriteString("reason", d.Reason);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteRaw(Utf8JsonWriter json, RawValue value)
    {
        switch (value)
        {
            case RawValue.Text(var text, _):
                json.WriteStringValue(text);
                break;
            case RawValue.List(var values, _):
                json.WriteStartArray();
                foreach (var entry in values)
                {
                    WriteRaw(json, entry);
                }

                json.WriteEndArray();
                break;
            case RawValue.Map(var entries, _):
                json.WriteStartObject();
                foreach (var (name, entry) in entries)
                {
                    json.WritePropertyName(name);
                    WriteRaw(json, entry);
                }

                json.WriteEndObject();
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding, RuleWords wording, Language language)
    {
        json.WriteStartObject();
        json.WriteString("requirement", finding.Requirement.Id);
        json.WriteString("norm", finding.Norm.Id);
        json.WriteString("outcome", JsonWords.Of(finding.Outcome));
        json.WriteString("dimension", JsonWords.Of(finding.Requirement.Dimension));
        json.WriteString("effect", JsonWords.Of(finding.Norm.Effect));
        json.WriteString("gist", finding.Norm.Gist.In(language));
        WriteCitation(json, finding.Citation);
        WriteReasons(json, finding.Reasons);
        if (finding.SameForEveryValue)
        {
            json.WriteBoolean("sameForEveryValue", true);
        }

        if (!finding.DifferingReadings.IsEmpty)
        {
            Array(json, "differingReadings", finding.DifferingReadings, r =>
            {
                json.WriteStartObject();
                json.WriteString("reading", r.Key);
                json.WriteString("outcome", JsonWords.Of(r.Value));
                json.WriteEndObject();
            });
        }

        Array(json, "trace", finding.Trace, line => WriteTrace(json, line, wording, language));
        json.WriteEndObject();
    }

    private static void WriteTrace(Utf8JsonWriter json, TraceLine line, RuleWords wording, Language language)
    {
        json.WriteStartObject();
        json.WriteString("leaf", line.Leaf);
        json.WriteString("truth", JsonWords.Of(line.Truth));
        json.WriteString("value", line.Value.In(language));
        json.WriteString("origin", JsonWords.Of(line.Origin));
        json.WriteString("role", JsonWords.Of(line.Role));
        json.WriteString("text", wording.Phrase(line));
        WriteReasons(json, line.Reasons);
        Optional(json, "unit", line.Unit);
        Optional(json, "item", line.Item);
        Optional(json, "reading", line.Reading);
        json.WriteEndObject();
    }

    private static void WriteManual(Utf8JsonWriter json, Finding finding, Language language)
    {
        json.WriteStartObject();
        json.WriteString("requirement", finding.Requirement.Id);
        json.WriteString("norm", finding.Norm.Id);
        json.WriteString("dimension", JsonWords.Of(finding.Requirement.Dimension));
        json.WriteString("gist", finding.Norm.Gist.In(language));
        Optional(json, "addressee", finding.Norm.Addressee?.In(language));
        Optional(json, "reason", finding.Norm.Reason?.In(language));
        WriteCitation(json, finding.Citation);
        json.WriteEndObject();
    }

    private static void WriteQuestion(Utf8JsonWriter json, Question question, Language language)
    {
        json.WriteStartObject();
        WriteQuestion(json, question, language, () => Strings(json, "decides", question.Decides));
        json.WriteEndObject();
    }

    internal static void WriteQuestion(Utf8JsonWriter json, Question question, Language language, Action writeDecides)
    {
        json.WriteString("attribute", question.Attribute);
        json.WriteString("ask", question.Ask.In(language));
        json.WriteString("answeredBy", JsonWords.Of(question.AnsweredBy));
        writeDecides();
        Optional(json, "evidence", question.Evidence?.In(language));
        WriteReasons(json, question.Reasons);
        json.WriteNumber("cost", question.Cost);
    }

    private static void WriteObligation(Utf8JsonWriter json, AttachedObligation attached, Language language)
    {
        json.WriteStartObject();
        json.WriteString("norm", attached.Norm);
        json.WriteString("text", attached.Obligation.Text.In(language));
        json.WriteString("of", attached.Obligation.Of.In(language));
        json.WriteString("due", attached.Obligation.Due.In(language));
        Optional(json, "authority", attached.Obligation.Authority?.In(language));
        WriteCitation(json, attached.Citation);
        json.WriteEndObject();
    }

    private static void WriteTarget(Utf8JsonWriter json, UnboundTarget target)
    {
        json.WriteStartObject();
        json.WriteString("norm", target.Norm);
        json.WriteNumber("year", target.Year);
        WriteCitation(json, target.Citation);
        json.WriteEndObject();
    }

    internal static void WriteCitation(Utf8JsonWriter json, Citation citation)
    {
        json.WriteStartObject("citation");
        json.WriteString("instrument", citation.Instrument.Number);
        json.WriteString("place", citation.Place);
        json.WriteString("quote", citation.Quote);
        json.WriteEndObject();
    }

    private static void WriteReceipt(Utf8JsonWriter json, Receipt receipt)
    {
        json.WriteStartObject("receipt");
        json.WriteString("engine", receipt.Engine);
        json.WriteStartObject("pack");
        json.WriteString("id", receipt.PackId);
        json.WriteString("version", receipt.PackVersion);
        json.WriteString("sha256", receipt.PackSha256);
        json.WriteEndObject();
        Array(json, "layers", receipt.Layers, l =>
        {
            json.WriteStartObject();
            json.WriteString("id", l.Id);
            json.WriteString("status", JsonWords.Of(l.Status));
            json.WriteString("sha256", l.Sha256);
            json.WriteString("source", l.Source);
            Optional(json, "date", l.SourceDate is { } date ? Figures.Of(date) : null);
            json.WriteBoolean("illustrative", l.Illustrative);
            json.WriteEndObject();
        });
        json.WriteString("proposal", receipt.ProposalSha256);
        Array(json, "ledgers", receipt.Ledgers, l =>
        {
            json.WriteStartObject();
            json.WriteString("name", l.Key);
            json.WriteString("sha256", l.Value);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
