using System.Collections.Immutable;
using System.Diagnostics;
using ZoningRules.Problems;
using ZoningRules.Verdicts;

namespace ZoningRules.Reports;

/// <summary>Writes assessments in any format. The same assessments, format and language give the same text; lines end in a line feed.</summary>
public static class Report
{
    /// <summary>The report of one or several assessments, in the order given.</summary>
    /// <exception cref="ArgumentException">There is no assessment.</exception>
    public static string Render(ImmutableArray<Assessment> assessments, ReportFormat format, Language language)
    {
        if (assessments.IsDefaultOrEmpty)
        {
            throw new ArgumentException("a report needs an assessment", nameof(assessments));
        }

        return format switch
        {
            ReportFormat.Text => TextReport.Render(assessments, language),
            ReportFormat.Json => JsonReport.Render(assessments, language),
            ReportFormat.Markdown => MarkdownReport.Render(assessments, language),
            ReportFormat.Html => HtmlReport.Render(assessments, language),
            _ => throw new UnreachableException(),
        };
    }
}
