using System.Globalization;
using System.Text;
using ZoningRules.Measures;
using ZoningRules.Problems;

namespace ZoningRules.Analysis;

/// <summary>An analysis as text for a terminal or a file.</summary>
public static class RemarkReport
{
    /// <summary>All remarks, one paragraph each: severity, id, subject, message, place, sentence of law and witness; then a summary.</summary>
    public static string Render(AnalysisReport report, Language language)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        foreach (var remark in report.Remarks)
        {
            Write(text, remark, language);
        }

        Summary(text, report, language);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Remark remark, Language language)
    {
        var zh = language == Language.Zh;
        var severity = remark.Severity switch
        {
            RemarkSeverity.Error => zh ? "错误" : "error",
            RemarkSeverity.Warning => zh ? "警告" : "warning",
            _ => zh ? "提示" : "note",
        };
        text.Append(CultureInfo.InvariantCulture, $"{severity} {remark.Kind.Id()} {remark.Subject}{(zh ? "：" : ": ")}{remark.Message.In(language)}\n");
        text.Append(CultureInfo.InvariantCulture, $"  {(zh ? "位置" : "at")} {remark.Place}\n");
        if (remark.Citation is { } citation)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {(zh ? "法条" : "law")} {citation.Instrument.Number} {citation.Place} “{citation.Quote}”\n");
        }

        if (remark.Witness is { } witness)
        {
            text.Append(zh ? "  例证（已核实，可存为用例）：\n" : "  witness (confirmed; can be saved as a case):\n");
            foreach (var line in witness.Text.TrimEnd('\n').Split('\n'))
            {
                text.Append("    | ").Append(line).Append('\n');
            }
        }
    }

    private static void Summary(StringBuilder text, AnalysisReport report, Language language)
    {
        var counts = Enum.GetValues<RemarkSeverity>().ToDictionary(s => s, s => report.Remarks.Count(r => r.Severity == s));
        text.Append(language == Language.Zh
            ? string.Create(CultureInfo.InvariantCulture, $"{report.Norms} 条规范，{report.Cells} 个单元格，时点 {report.Date:yyyy-MM-dd}：{counts[RemarkSeverity.Error]} 个错误，{counts[RemarkSeverity.Warning]} 个警告，{counts[RemarkSeverity.Note]} 个提示\n")
            : string.Create(CultureInfo.InvariantCulture, $"{Figures.Counted(report.Norms, "norm", "norms")}, {Figures.Counted(report.Cells, "cell", "cells")}, at {report.Date:yyyy-MM-dd}: {Figures.Counted(counts[RemarkSeverity.Error], "error", "errors")}, {Figures.Counted(counts[RemarkSeverity.Warning], "warning", "warnings")}, {Figures.Counted(counts[RemarkSeverity.Note], "note", "notes")}\n"));
    }
}
