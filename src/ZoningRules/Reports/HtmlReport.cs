using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using ZoningRules.Problems;
using ZoningRules.Verdicts;

namespace ZoningRules.Reports;

/// <summary>
/// Assessments as one self-contained HTML page in the layout of a 符合性分析: no script, nothing loaded from elsewhere, printable on A4, readable without
/// colours. Whatever comes from a user or the law is escaped. Lines end in a line feed.
/// </summary>
public static class HtmlReport
{
    private const string Style = """
        :root { color-scheme: light; }
        body { margin: 0; background: #fff; color: #1a1a1a; font: 16px/1.6 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
        main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
        article + article { border-top: 3px double #555; margin-top: 2rem; padding-top: 1rem; break-before: page; }
        h1 { font-size: 1.5rem; line-height: 1.3; }
        h2 { font-size: 1.2rem; margin-top: 2rem; border-bottom: 1px solid #555; break-after: avoid; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; }
        caption { text-align: left; font-weight: 600; padding: .25rem 0; }
        th, td { border: 1px solid #767676; padding: .35rem .5rem; text-align: left; vertical-align: top; font-weight: 400; overflow-wrap: anywhere; }
        thead th { background: #eee; font-weight: 600; white-space: nowrap; }
        tr { break-inside: avoid; }
        .verdict { border: 2px solid; border-left-width: .6rem; padding: .5rem 1rem; margin: 1rem 0; }
        .verdict p:first-child { font-size: 1.25rem; font-weight: 600; }
        p { margin: .3rem 0; }
        .good { color: #14532d; } .condition { color: #713f12; } .open { color: #1e3a8a; } .bad { color: #991b1b; }
        .good, .condition, .open, .bad { font-weight: 600; }
        .verdict.good { background: #f0fdf4; } .verdict.condition { background: #fefce8; } .verdict.open { background: #eff6ff; } .verdict.bad { background: #fef2f2; }
        .verdict p:not(:first-child) { color: #1a1a1a; font-weight: 400; }
        .muted { color: #595959; }
        @page { size: A4; margin: 18mm 15mm; }
        @media print { body { font-size: 10.5pt; } main { max-width: none; padding: 0; } .scroll { overflow: visible; } thead { display: table-header-group; } }
        """;

    /// <summary>The page of one or several assessments, in the order given.</summary>
    public static string Render(ImmutableArray<Assessment> assessments, Language language)
    {
        var title = assessments.Length == 1
            ? assessments[0].Proposal.Name + Labels.Say(language, "：生态环境分区管控符合性分析", ": conformity with environmental zoning requirements")
            : Labels.Say(language, "生态环境分区管控符合性分析", "Conformity with environmental zoning requirements");
        return Page(title, language, assessments.Select(a => (IEnumerable<Block>)ConformityDocument.Of(a, language)));
    }

    /// <summary>A page of articles. Pictures are SVG elements of this software and stand before them as they are.</summary>
    internal static string Page(string title, Language language, IEnumerable<IEnumerable<Block>> articles, IReadOnlyList<string>? pictures = null)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"").Append(Labels.Say(language, "zh-CN", "en")).Append("\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        html.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append("<title>").Append(Escape(title)).Append("</title>\n<style>\n").Append(Style.ReplaceLineEndings("\n")).Append("\n</style>\n</head>\n<body>\n<main>\n");
        foreach (var picture in pictures ?? [])
        {
            html.Append("<figure style=\"margin:0\">\n").Append(picture).Append("\n</figure>\n");
        }

        foreach (var article in articles)
        {
            html.Append("<article>\n");
            foreach (var block in article)
            {
                Write(html, block);
            }

            html.Append("</article>\n");
        }

        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    /// <summary>A text in which nothing means anything to HTML, in an element or in a quoted attribute.</summary>
    internal static string Escape(string text) => Columns.Clean(text)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);

    private static void Write(StringBuilder html, Block block)
    {
        switch (block)
        {
            case Block.Heading(var level, var words):
                html.Append("<h").Append((char)('0' + level)).Append('>').Append(Escape(words)).Append("</h").Append((char)('0' + level)).Append(">\n");
                break;
            case Block.Callout(var style, var passage):
                html.Append("<div class=\"verdict ").Append(Class(style)).Append("\">\n");
                foreach (var line in passage.Lines)
                {
                    html.Append("<p>").Append(string.Concat(line.Select(Styled))).Append("</p>\n");
                }

                html.Append("</div>\n");
                break;
            case Block.Paragraph(var passage):
                html.Append("<p>").Append(Lines(passage)).Append("</p>\n");
                break;
            case Block.Listing(_, []):
                break;
            case Block.Listing(var numbered, var items):
                html.Append(numbered ? "<ol>\n" : "<ul>\n");
                foreach (var item in items)
                {
                    html.Append("<li>").Append(Lines(item)).Append("</li>\n");
                }

                html.Append(numbered ? "</ol>\n" : "</ul>\n");
                break;
            case Block.Table table:
                Write(html, table);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void Write(StringBuilder html, Block.Table table)
    {
        html.Append("<div class=\"scroll\">\n<table>\n<caption>").Append(Escape(table.Caption)).Append("</caption>\n<thead>\n<tr>");
        foreach (var column in table.Columns)
        {
            html.Append("<th scope=\"col\">").Append(Escape(column)).Append("</th>");
        }

        html.Append("</tr>\n</thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            for (var i = 0; i < row.Length; i++)
            {
                html.Append(i == 0 ? "<th scope=\"row\">" : "<td>").Append(Lines(row[i])).Append(i == 0 ? "</th>" : "</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n</div>\n");
    }

    private static string Lines(Passage passage) => string.Join("<br>", passage.Lines.Select(l => string.Concat(l.Select(Styled))));

    private static string Styled(Run run) => run.Style switch
    {
        RunStyle.Plain => Escape(run.Text),
        RunStyle.Strong => $"<strong>{Escape(run.Text)}</strong>",
        RunStyle.Law => $"<span lang=\"zh-CN\">{Escape(run.Text)}</span>",
        RunStyle.Marked => $"<mark lang=\"zh-CN\">{Escape(run.Text)}</mark>",
        RunStyle.Code => $"<code>{Escape(run.Text)}</code>",
        RunStyle.Good or RunStyle.Condition or RunStyle.Open or RunStyle.Bad or RunStyle.Muted => $"<span class=\"{Class(run.Style)}\">{Escape(run.Text)}</span>",
        _ => throw new UnreachableException(),
    };

    private static string Class(RunStyle style) => style switch
    {
        RunStyle.Good => "good",
        RunStyle.Condition => "condition",
        RunStyle.Open => "open",
        RunStyle.Bad => "bad",
        RunStyle.Muted => "muted",
        RunStyle.Plain or RunStyle.Strong or RunStyle.Law or RunStyle.Marked or RunStyle.Code => "plain",
        _ => throw new UnreachableException(),
    };
}
