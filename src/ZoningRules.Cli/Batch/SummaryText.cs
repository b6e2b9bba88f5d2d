using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using ZoningRules.Problems;
using ZoningRules.Reports;

namespace ZoningRules.Cli.Batch;

/// <summary>Summaries for people: plain text, Markdown, HTML.</summary>
internal static class SummaryText
{
    private const int MostShown = 20;

    /// <summary>Plain text; the units and norms with most rows, and how many there are besides.</summary>
    public static string Plain(Summary summary, Language language)
    {
        var text = new StringBuilder();
        var tables = Tables(summary, language);
        text.Append(Counts(summary, language)).Append('\n');
        foreach (var table in tables)
        {
            text.Append('\n').Append(table.Title).Append('\n');
            foreach (var row in table.Rows.Take(MostShown))
            {
                text.Append("  ").Append(string.Join("  ", row.Select((cell, i) => i == 0 ? cell : $"{table.Head[i]} {cell}").Where((_, i) => i <= 1 || row[i] is not ("" or "0")))).Append('\n');
            }

            if (table.Rows.Length > MostShown)
            {
                var more = (table.Rows.Length - MostShown).ToString(CultureInfo.InvariantCulture);
                text.Append(language == Language.Zh ? $"  另有 {more} 项\n" : $"  and {more} more\n");
            }
        }

        return text.ToString();
    }

    /// <summary>Markdown with everything.</summary>
    public static string Markdown(Summary summary, Language language)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(Title(language)).Append("\n\n").Append(Counts(summary, language)).Append('\n');
        foreach (var table in Tables(summary, language))
        {
            text.Append("\n## ").Append(table.Title).Append("\n\n| ").AppendJoin(" | ", table.Head).Append(" |\n|").Append(string.Concat(Enumerable.Repeat("---|", table.Head.Length))).Append('\n');
            foreach (var row in table.Rows)
            {
                text.Append("| ").AppendJoin(" | ", row.Select(c => c.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" "))).Append(" |\n");
            }
        }

        text.Append('\n').Append(language == Language.Zh ? "指纹 " : "Fingerprint ").Append('`').Append(summary.Fingerprint).Append("`\n");
        return text.ToString();
    }

    /// <summary>A page with everything; nothing in it comes from elsewhere.</summary>
    public static string Html(Summary summary, Language language)
    {
        var text = new StringBuilder();
        text.Append("<!DOCTYPE html>\n<html lang=\"").Append(language == Language.Zh ? "zh-CN" : "en").Append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
            .Append(Title(language))
            .Append("</title>\n<style>body{font-family:sans-serif;max-width:60em;margin:2em auto;padding:0 1em}table{border-collapse:collapse}th,td{border:1px solid #999;padding:.2em .6em;text-align:left}</style>\n</head>\n<body>\n<h1>")
            .Append(Title(language)).Append("</h1>\n<p>").Append(Safe(Counts(summary, language)).Replace("\n", "<br>\n", StringComparison.Ordinal)).Append("</p>\n");
        foreach (var table in Tables(summary, language))
        {
            text.Append("<h2>").Append(Safe(table.Title)).Append("</h2>\n<table>\n<tr>").AppendJoin("", table.Head.Select(h => $"<th scope=\"col\">{Safe(h)}</th>")).Append("</tr>\n");
            foreach (var row in table.Rows)
            {
                text.Append("<tr>").AppendJoin("", row.Select(c => $"<td>{Safe(c)}</td>")).Append("</tr>\n");
            }

            text.Append("</table>\n");
        }

        return text.Append("<p>").Append(language == Language.Zh ? "指纹 " : "Fingerprint ").Append("<code>").Append(summary.Fingerprint).Append("</code></p>\n</body>\n</html>\n").ToString();
    }

    private static string Title(Language language) => language == Language.Zh ? "批量审查汇总" : "Batch summary";

    private static string Counts(Summary summary, Language language)
    {
        var tally = summary.Tally;
        var parts = summary.Shards is ["1/1"] ? "" : (language == Language.Zh ? "分片 " : "shards ") + string.Join(", ", summary.Shards) + "\n";
        parts = summary.IsIllustrative ? (language == Language.Zh ? "示意，非法定界线\n" : "Illustrative; not a legal boundary\n") + parts : parts;
        if (summary.FailedLayers is { IsEmpty: false } failed)
        {
            parts = (language == Language.Zh ? "图层读取失败，需要它的要求待定：" : "Layers that could not be read, so that what needs them is undetermined: ") + string.Join(language == Language.Zh ? "、" : ", ", failed) + "\n" + parts;
        }

        return parts + (language == Language.Zh
            ? $"共 {Number(tally.Rows)} 行：已审查 {Number(tally.Assessed)}，有误 {Number(tally.Bad)}"
            : $"{Number(tally.Rows)} {(tally.Rows == 1 ? "row" : "rows")}: {Number(tally.Assessed)} assessed, {Number(tally.Bad)} bad");
    }

    private static ImmutableArray<SummaryTable> Tables(Summary summary, Language language)
    {
        var zh = language == Language.Zh;
        var tally = summary.Tally;
        ImmutableArray<string> verdicts = [.. Tally.Verdicts.Select(v => Labels.Of(v, language))];
        var tables = ImmutableArray.CreateBuilder<SummaryTable>();
        tables.Add(new(
            zh ? "按结论" : "By verdict",
            zh ? ["结论", "行数"] : ["verdict", "rows"],
            [.. Tally.Verdicts.Select(v => ImmutableArray.Create(Labels.Of(v, language), Number(tally.ByVerdict[(int)v])))]));
        if (tally.Units.Any() || tally.WithoutUnit > 0)
        {
            var rows = tally.Units
                .OrderByDescending(u => u.Value.ByVerdict.Sum())
                .ThenBy(u => u.Key, StringComparer.Ordinal)
                .Select(u => Row($"{u.Key} {u.Value.Name}", u.Value.ByVerdict))
                .ToList();
            if (tally.WithoutUnit > 0)
            {
                rows.Add([zh ? "不在任何单元内或单元不明" : "in no unit, or unknown in which", Number(tally.WithoutUnit), .. verdicts.Select(_ => "")]);
            }

            tables.Add(new(zh ? "按管控单元（跨单元的行各计一次）" : "By control unit (a row in two counts in both)", [zh ? "单元" : "control unit", zh ? "行数" : "rows", .. verdicts], [.. rows]));
        }

        if (tally.Norms.Any())
        {
            tables.Add(new(
                zh ? "按决定结论的条款" : "By deciding norm",
                [zh ? "条款" : "norm", zh ? "行数" : "rows", .. verdicts],
                [.. tally.Norms.OrderByDescending(n => n.Value.Sum()).ThenBy(n => n.Key, StringComparer.Ordinal).Select(n => Row(n.Key, n.Value))]));
        }

        if (tally.Problems.Any())
        {
            tables.Add(new(
                zh ? "按问题" : "By problem",
                zh ? ["代码", "行数"] : ["code", "rows"],
                [.. tally.Problems.OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).Select(p => ImmutableArray.Create(p.Key, Number(p.Value)))]));
        }

        return tables.ToImmutable();

        static ImmutableArray<string> Row(string name, long[] counts) => [name, Number(counts.Sum()), .. Tally.Verdicts.Select(v => Number(counts[(int)v]))];
    }

    private static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Safe(string text) => WebUtility.HtmlEncode(text);

    private sealed record SummaryTable(string Title, ImmutableArray<string> Head, ImmutableArray<ImmutableArray<string>> Rows);
}
