using System.Text.Json;
using ZoningRules.Problems;
using ZoningRules.Reports;

namespace ZoningRules.Analysis;

/// <summary>An analysis as JSON, for programs: <c>zoning-lint/1</c>, or SARIF 2.1.0, which editors and code hosts show.</summary>
public static class RemarkJson
{
    /// <summary>The report as <c>zoning-lint/1</c>, as docs/schemas/lint.schema.json describes it.</summary>
    public static string Render(AnalysisReport report, Language language)
    {
        ArgumentNullException.ThrowIfNull(report);
        return JsonReport.Text(json =>
        {
            json.WriteStartObject();
            json.WriteString("schema", "zoning-lint/1");
            json.WriteStartObject("pack");
            json.WriteString("id", report.Pack.Id);
            json.WriteString("version", report.Pack.Version);
            json.WriteString("sha256", report.Pack.Sha256);
            json.WriteEndObject();
            json.WriteString("date", report.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteNumber("norms", report.Norms);
            json.WriteNumber("cells", report.Cells);
            JsonReport.Array(json, "remarks", report.Remarks, remark =>
            {
                json.WriteStartObject();
                json.WriteString("id", remark.Kind.Id());
                json.WriteString("kind", AnalysisWords.Of(remark.Kind));
                json.WriteString("severity", AnalysisWords.Of(remark.Severity));
                json.WriteString("subject", remark.Subject);
                json.WriteString("message", remark.Message.In(language));
                json.WriteString("file", remark.Place.File);
                json.WriteNumber("line", remark.Place.Line);
                json.WriteNumber("column", remark.Place.Column);
                if (remark.Citation is { } citation)
                {
                    json.WriteStartObject("law");
                    json.WriteString("instrument", citation.Instrument.Number);
                    json.WriteString("place", citation.Place);
                    json.WriteString("quote", citation.Quote);
                    json.WriteEndObject();
                }

                if (remark.Witness is { } witness)
                {
                    json.WriteString("witness", witness.Text);
                }

                json.WriteEndObject();
            });
            json.WriteEndObject();
        });
    }

    /// <summary>The report as SARIF 2.1.0 with one run; the witness and the sentence of law are properties of a result.</summary>
    public static string RenderSarif(AnalysisReport report, Language language)
    {
        ArgumentNullException.ThrowIfNull(report);
        return JsonReport.Text(json =>
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            json.WriteStartObject("tool");
            json.WriteStartObject("driver");
            json.WriteString("name", "zoning rules lint");
            json.WriteString("semanticVersion", typeof(RemarkJson).Assembly.GetName().Version?.ToString(3));
            JsonReport.Array(json, "rules", Enum.GetValues<RemarkKind>(), kind =>
            {
                json.WriteStartObject();
                json.WriteString("id", kind.Id());
                json.WriteString("name", AnalysisWords.Of(kind));
                json.WriteStartObject("shortDescription");
                json.WriteString("text", kind.Title().In(language));
                json.WriteEndObject();
                json.WriteStartObject("defaultConfiguration");
                json.WriteString("level", Level(kind.Severity()));
                json.WriteEndObject();
                json.WriteEndObject();
            });
            json.WriteEndObject();
            json.WriteEndObject();
            JsonReport.Array(json, "results", report.Remarks, remark => WriteResult(json, remark, language));
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void WriteResult(Utf8JsonWriter json, Remark remark, Language language)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", remark.Kind.Id());
        json.WriteString("level", Level(remark.Severity));
        json.WriteStartObject("message");
        json.WriteString("text", $"{remark.Subject}: {remark.Message.In(language)}");
        json.WriteEndObject();
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", remark.Place.File.Replace('\\', '/'));
        json.WriteEndObject();
        if (remark.Place.Line > 0)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", remark.Place.Line);
            if (remark.Place.Column > 0)
            {
                json.WriteNumber("startColumn", remark.Place.Column);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("properties");
        json.WriteString("subject", remark.Subject);
        if (remark.Citation is { } citation)
        {
            json.WriteString("law", $"{citation.Instrument.Number} {citation.Place}");
            json.WriteString("quote", citation.Quote);
        }

        if (remark.Witness is { } witness)
        {
            json.WriteString("witness", witness.Text);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Level(RemarkSeverity severity) => severity switch
    {
        RemarkSeverity.Error => "error",
        RemarkSeverity.Warning => "warning",
        _ => "note",
    };
}
