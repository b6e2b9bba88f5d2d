using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Verdicts;

namespace ZoningRules.Reports;

/// <summary>
/// Writes joint assessments in any format: the joint verdict first, then what each pack says under a heading of its own, with its own sources and receipt. The same assessments, format
/// and language give the same text; lines end in a line feed.
/// </summary>
public static class JointReport
{
    /// <summary>The value of the member <c>schema</c> of the JSON; see docs/schemas/joint-assessment.schema.json.</summary>
    public const string Schema = "zoning-joint-assessment/1";

    /// <summary>The report of one or several joint assessments, in the order given. JSON is one object for one, an array for several.</summary>
    /// <exception cref="ArgumentException">There is no assessment.</exception>
    public static string Render(ImmutableArray<JointAssessment> assessments, ReportFormat format, Language language)
    {
        if (assessments.IsDefaultOrEmpty)
        {
            throw new ArgumentException("a report needs an assessment", nameof(assessments));
        }

        return format switch
        {
            ReportFormat.Text => string.Concat(Lines(assessments, language).Select(l => l.Text + "\n")),
            ReportFormat.Json => assessments is [var one] ? JsonReport.Text(json => Write(json, one, language)) : RenderArray(assessments, language),
            ReportFormat.Markdown => string.Join("\n---\n\n", assessments.Select(a => MarkdownReport.Page(JointDocument.Of(a, language)))),
            ReportFormat.Html => HtmlReport.Page(
                JointDocument.Title(assessments is [var only] ? only.Proposal.Name : Labels.Say(language, "建设项目", "Projects"), language),
                language,
                assessments.Select(a => (IEnumerable<Block>)JointDocument.Of(a, language))),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>A JSON array, whatever the number of assessments; ends in a line feed.</summary>
    public static string RenderArray(ImmutableArray<JointAssessment> assessments, Language language) => JsonReport.Text(json =>
    {
        json.WriteStartArray();
        foreach (var assessment in assessments)
        {
            Write(json, assessment, language);
        }

        json.WriteEndArray();
    });

    /// <summary>Writes one joint assessment as a JSON object; each pack's own is in it as <see cref="JsonReport"/> writes it.</summary>
    public static void Write(Utf8JsonWriter json, JointAssessment assessment, Language language)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(assessment);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        JsonReport.WriteProposal(json, assessment.Proposal);
        json.WriteString("governingDate", Figures.Of(assessment.GoverningDate));
        json.WriteString("verdict", JsonWords.Of(assessment.Verdict));
        JsonReport.Strings(json, "possible", assessment.Possible.Select(JsonWords.Of));
        json.WriteBoolean("exact", assessment.Exact);
        json.WriteString("concern", JsonWords.Of(assessment.Concern));
        JsonReport.Strings(json, "deciding", assessment.Deciding.Select(p => p.Pack.Id));
        JsonReport.Array(json, "packs", assessment.Parts, p =>
        {
            json.WriteStartObject();
            json.WriteString("id", p.Pack.Id);
            json.WriteString("version", p.Pack.Version);
            json.WriteString("sha256", p.Pack.Sha256);
            json.WriteString("title", p.Pack.Title.In(language));
            json.WriteString("concern", JsonWords.Of(p.Concern));
            json.WriteString("verdict", JsonWords.Of(p.Verdict));
            JsonReport.Strings(json, "possible", p.Possible.Select(JsonWords.Of));
            json.WriteEndObject();
        });
        JsonReport.Array(json, "questions", assessment.Questions, q =>
        {
            json.WriteStartObject();
            JsonReport.WriteQuestion(json, q.Question, language, () => JsonReport.Array(json, "askedBy", q.AskedBy, p =>
            {
                json.WriteStartObject();
                json.WriteString("pack", p.Pack);
                JsonReport.Strings(json, "decides", p.Decides);
                json.WriteEndObject();
            }));
            json.WriteEndObject();
        });
        JsonReport.Array(json, "assessments", assessment.Parts, p => JsonReport.Write(json, p, language));
        json.WriteEndObject();
    }

    /// <summary>The text report, line by line with what each line is.</summary>
    public static ImmutableArray<TextLine> Lines(ImmutableArray<JointAssessment> assessments, Language language)
    {
        var lines = ImmutableArray.CreateBuilder<TextLine>();
        var page = new TextPage(lines, language);
        foreach (var assessment in assessments)
        {
            if (lines.Count > 0)
            {
                page.Blank();
            }

            WriteText(new(assessment, language), page, lines, language);
        }

        return lines.ToImmutable();
    }

    private static void WriteText(JointOutline outline, TextPage page, ImmutableArray<TextLine>.Builder lines, Language language)
    {
        var assessment = outline.Assessment;
        page.Member("联合结论", "Joint verdict", outline.Verdict, TextReport.ToneOf(assessment.Verdict));
        page.Member("可能的结论", "Possible", outline.Possible);
        page.Member("理由", "Why", outline.Why);
        page.Member(
            "项目", "Project", assessment.Proposal.Name + (assessment.Proposal.Source.Length == 0 ? "" : outline.Say($"（{assessment.Proposal.Source}）", $" ({assessment.Proposal.Source})")));
        page.Member("法律时点", "Law as of", Figures.Of(assessment.GoverningDate));
        foreach (var part in assessment.Parts)
        {
            page.Member(
                "规则包",
                "Rule pack",
                $"{part.Receipt.PackId} {part.Receipt.PackVersion}{outline.Say("：", ": ")}{outline.VerdictOf(part)}",
                part.Concern == Concern.NotConcerned ? TextTone.Muted : TextReport.ToneOf(part.Verdict));
        }

        Questions(outline, page, language);
        foreach (var part in assessment.Parts)
        {
            page.Blank();
            page.Line(new string('=', TextPage.MaxWidth), TextTone.Heading);
            page.Add(new Outline(part, language).PackTitle, "", "", TextTone.Heading);
            page.Line(new string('=', TextPage.MaxWidth), TextTone.Heading);
            TextReport.WritePart(part, language, lines);
        }

        page.Blank();
        page.Add(new Outline(assessment.Parts[0], language).Advice, "", "", TextTone.Muted);
    }

    private static void Questions(JointOutline outline, TextPage page, Language language)
    {
        if (outline.Assessment.Questions.IsEmpty)
        {
            return;
        }

        page.Heading("仍会改变联合结论的问题", "Questions that still matter for the joint verdict");
        var number = 1;
        foreach (var (question, _) in outline.Assessment.Questions)
        {
            page.Add(
                $"{question.Ask.In(language)} {outline.Say("〔", "[")}{Labels.Of(question.AnsweredBy, language)}{outline.Say("〕", "]")}",
                $"  {number.ToString(CultureInfo.InvariantCulture)}. ",
                "     ");
            if (question.Evidence is { } evidence)
            {
                page.Add(evidence.In(language), outline.Say("     凭据：", "     Evidence: "), "     ", TextTone.Muted);
            }

            page.Add(
                $"{question.Attribute}{outline.Say("；关系到 ", "; decides ")}{outline.Decides(outline.Assessment.Questions[number - 1])}"
                    + outline.Say($"；原因：{Labels.Of(question.Reasons, language)}", $"; reason: {Labels.Of(question.Reasons, language)}"),
                "     ",
                "     ",
                TextTone.Muted);
            number++;
        }
    }
}
