using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using ZoningRules.Problems;
using ZoningRules.Verdicts;

namespace ZoningRules.Reports;

/// <summary>
/// Assessments as Markdown with tables (GitHub's dialect), in the layout of a 符合性分析. Whatever comes from a user or the law is escaped, so it can open no
/// table cell, link or element. Lines end in a line feed.
/// </summary>
public static class MarkdownReport
{
    /// <summary>The text of one or several assessments, in the order given.</summary>
    public static string Render(ImmutableArray<Assessment> assessments, Language language)
    {
        var text = new StringBuilder();
        foreach (var assessment in assessments)
        {
            if (text.Length > 0)
            {
                text.Append("---\n\n");
            }

            foreach (var block in ConformityDocument.Of(assessment, language))
            {
                Write(text, block);
            }
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>A page of blocks.</summary>
    internal static string Page(IEnumerable<Block> blocks)
    {
        var text = new StringBuilder();
        foreach (var block in blocks)
        {
            Write(text, block);
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>A text in which nothing means anything to Markdown or HTML.</summary>
    internal static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        var clean = Columns.Clean(text);
        for (var i = 0; i < clean.Length; i++)
        {
            var c = clean[i];
            var first = i == 0;
            switch (c)
            {
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '&':
                    escaped.Append("&amp;");
                    break;
                case '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '@' or '!' or '>':
                case '#' or '+' or '-' or '=' when first:
                case ':' when string.CompareOrdinal(clean, i, "://", 0, 3) == 0:
                    escaped.Append('\\').Append(c);
                    break;
                case '.' or ')' when i > 0 && clean.AsSpan(0, i).IndexOfAnyExceptInRange('0', '9') < 0 && (i + 1 == clean.Length || clean[i + 1] == ' '):
                case '.' when i >= 3 && clean.AsSpan(i - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase):
                    escaped.Append('\\').Append(c);
                    break;
                default:
                    escaped.Append(c);
                    break;
            }
        }

        return escaped.ToString();
    }

    private static void Write(StringBuilder text, Block block)
    {
        switch (block)
        {
            case Block.Heading(var level, var words):
                text.Append('#', level).Append(' ').Append(Escape(words)).Append("\n\n");
                break;
            case Block.Callout(_, var passage):
                text.Append("> ").Append(Lines(passage, "  \n> ")).Append("\n\n");
                break;
            case Block.Paragraph(var passage):
                text.Append(Lines(passage, "  \n")).Append("\n\n");
                break;
            case Block.Listing(var numbered, var items):
                for (var i = 0; i < items.Length; i++)
                {
                    var mark = numbered ? (i + 1).ToString(CultureInfo.InvariantCulture) + ". " : "- ";
                    text.Append(mark).Append(Lines(items[i], "  \n" + new string(' ', mark.Length))).Append('\n');
                }

                text.Append(items.IsEmpty ? "" : "\n");
                break;
            case Block.Table(_, var columns, var rows):
                text.Append("| ").AppendJoin(" | ", columns.Select(Escape)).Append(" |\n");
                text.Append('|').Insert(text.Length, " --- |", columns.Length).Append('\n');
                foreach (var row in rows)
                {
                    text.Append("| ").AppendJoin(" | ", row.Select(c => Lines(c, "<br>"))).Append(" |\n");
                }

                text.Append('\n');
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static string Lines(Passage passage, string separator) =>
        // Two bold runs side by side would read as one with four stars in it.
        string.Join(separator, passage.Lines.Select(l => string.Concat(l.Select(Styled)).Replace("****", "** **", StringComparison.Ordinal)));

    private static string Styled(Run run)
    {
        var text = run.Text.Trim(' ');
        var lead = run.Text.StartsWith(' ') ? " " : "";
        return text.Length == 0 ? "" : run.Style switch
        {
            RunStyle.Plain or RunStyle.Muted or RunStyle.Law or RunStyle.Code => lead + Escape(text),
            RunStyle.Strong or RunStyle.Marked or RunStyle.Good or RunStyle.Condition or RunStyle.Open or RunStyle.Bad => $"{lead}**{Escape(text)}**",
            _ => throw new UnreachableException(),
        };
    }
}
