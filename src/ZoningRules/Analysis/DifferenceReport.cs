using System.Globalization;
using System.Text;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Reports;

namespace ZoningRules.Analysis;

/// <summary>A comparison of two editions as text, as Markdown for a letter, or as JSON.</summary>
public static class DifferenceReport
{
    /// <summary>As text: the table by category and action, the norms that differ, and a smallest case for each direction.</summary>
    public static string Render(PackDifference difference, Language language)
    {
        ArgumentNullException.ThrowIfNull(difference);
        var text = new StringBuilder();
        text.Append(Heading(difference, language)).Append('\n');
        foreach (var row in difference.Rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {Category(difference, row.Category, language)} · {Action(row.Action, language)}{Colon(language)}{Word(row.Relation, language)}\n");
        }

        foreach (var norm in difference.Norms)
        {
            text.Append(CultureInfo.InvariantCulture, $"{norm.Norm}{Colon(language)}{Word(norm.Relation, language)}\n  {norm.Citation.Instrument.Number} {norm.Citation.Place} “{norm.Citation.Quote}”\n");
            Cases(text, norm.Stricter, norm.Looser, language);
        }

        Notes(text, difference, language);
        return text.ToString();
    }

    /// <summary>As Markdown: a table that fits into an official letter, the norms that differ with their sentences, and the cases as an annex.</summary>
    public static string RenderMarkdown(PackDifference difference, Language language)
    {
        ArgumentNullException.ThrowIfNull(difference);
        var zh = language == Language.Zh;
        var text = new StringBuilder();
        text.Append("# ").Append(zh ? "两版准入规则比较" : "Two editions of the admission rules compared").Append("\n\n").Append(Heading(difference, language)).Append("\n\n");
        var actions = difference.Rows.Select(r => r.Action).Distinct().ToList();
        text.Append(zh ? "| 管控类别 |" : "| category |");
        actions.ForEach(a => text.Append(' ').Append(Action(a, language)).Append(" |"));
        text.Append("\n|---|").Append(string.Concat(Enumerable.Repeat("---|", actions.Count))).Append('\n');
        foreach (var row in difference.Rows.GroupBy(r => r.Category))
        {
            text.Append("| ").Append(Category(difference, row.Key, language)).Append(" |");
            foreach (var cell in row)
            {
                text.Append(' ').Append(Word(cell.Relation, language)).Append(" |");
            }

            text.Append('\n');
        }

        text.Append('\n').Append(zh ? "## 有变化的规范" : "## Norms that differ").Append("\n\n");
        text.Append(zh ? "| 规范 | 变化 | 依据 | 原文 |\n|---|---|---|---|\n" : "| norm | change | basis | text |\n|---|---|---|---|\n");
        foreach (var norm in difference.Norms)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {norm.Norm} | {Word(norm.Relation, language)} | {norm.Citation.Instrument.Number} {norm.Citation.Place} | {norm.Citation.Quote} |\n");
        }

        text.Append('\n').Append(zh ? "## 附：最小例证" : "## Annex: smallest cases").Append("\n\n");
        foreach (var norm in difference.Norms)
        {
            text.Append("### ").Append(norm.Norm).Append("\n\n");
            foreach (var (witness, direction) in new[] { (norm.Stricter, DifferenceRelation.Stricter), (norm.Looser, DifferenceRelation.Looser) })
            {
                if (witness is not null)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{Word(direction, language)}{Colon(language)}{Sides(witness, language)}\n\n```yaml\n{witness.Text}```\n\n");
                }
            }
        }

        Notes(text, difference, language);
        return text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>As JSON, <c>zoning-diff/1</c>, as docs/schemas/diff.schema.json describes it.</summary>
    public static string RenderJson(PackDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return JsonReport.Text(json =>
        {
            json.WriteStartObject();
            json.WriteString("schema", "zoning-diff/1");
            foreach (var (name, pack) in new[] { ("old", difference.Old), ("new", difference.New) })
            {
                json.WriteStartObject(name);
                json.WriteString("id", pack.Id);
                json.WriteString("version", pack.Version);
                json.WriteString("sha256", pack.Sha256);
                json.WriteEndObject();
            }

            json.WriteString("date", difference.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteBoolean("complete", difference.IsComplete);
            JsonReport.Array(json, "rows", difference.Rows, row =>
            {
                json.WriteStartObject();
                json.WriteString("category", row.Category is { } category ? JsonWords.Of(category) : null);
                json.WriteString("action", row.Action?.Id);
                json.WriteString("relation", AnalysisWords.Of(row.Relation));
                Write("stricter", row.Stricter);
                Write("looser", row.Looser);
                json.WriteEndObject();
            });
            JsonReport.Array(json, "norms", difference.Norms, norm =>
            {
                json.WriteStartObject();
                json.WriteString("norm", norm.Norm);
                json.WriteString("relation", AnalysisWords.Of(norm.Relation));
                json.WriteString("instrument", norm.Citation.Instrument.Number);
                json.WriteString("place", norm.Citation.Place);
                json.WriteString("quote", norm.Citation.Quote);
                Write("stricter", norm.Stricter);
                Write("looser", norm.Looser);
                json.WriteEndObject();
            });
            JsonReport.Strings(json, "keptApart", difference.Unlike);
            json.WriteEndObject();

            void Write(string name, DifferenceWitness? witness)
            {
                if (witness is null)
                {
                    return;
                }

                json.WriteStartObject(name);
                json.WriteString("case", witness.Text);
                Side("old", witness.Old);
                Side("new", witness.New);
                json.WriteEndObject();
            }

            void Side(string name, DifferenceSide side)
            {
                json.WriteStartObject(name);
                json.WriteString("verdict", side.Verdict is { } verdict ? JsonWords.Of(verdict) : null);
                JsonReport.Strings(json, "norms", side.Norms);
                json.WriteEndObject();
            }
        });
    }

    private static string Heading(PackDifference d, Language language)
    {
        var counts = d.Rows.GroupBy(r => r.Relation).OrderBy(g => g.Key).Select(g => $"{Word(g.Key, language)} {g.Count().ToString(CultureInfo.InvariantCulture)}");
        return language == Language.Zh
            ? string.Create(CultureInfo.InvariantCulture, $"{d.Old.Id} {d.Old.Version}（{d.Old.Sha256[..12]}）→ {d.New.Id} {d.New.Version}（{d.New.Sha256[..12]}），时点 {d.Date:yyyy-MM-dd}：{string.Join("，", counts)}；{d.Norms.Length} 条规范有变化。")
            : string.Create(CultureInfo.InvariantCulture, $"{d.Old.Id} {d.Old.Version} ({d.Old.Sha256[..12]}) -> {d.New.Id} {d.New.Version} ({d.New.Sha256[..12]}), at {d.Date:yyyy-MM-dd}: {string.Join(", ", counts)}; {Figures.Counted(d.Norms.Length, "norm differs", "norms differ")}.");
    }

    private static void Cases(StringBuilder text, DifferenceWitness? stricter, DifferenceWitness? looser, Language language)
    {
        foreach (var (witness, direction) in new[] { (stricter, DifferenceRelation.Stricter), (looser, DifferenceRelation.Looser) })
        {
            if (witness is not null)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {Word(direction, language)}{Colon(language)}{Sides(witness, language)}\n");
                foreach (var line in witness.Text.TrimEnd('\n').Split('\n'))
                {
                    text.Append("    | ").Append(line).Append('\n');
                }
            }
        }
    }

    private static void Notes(StringBuilder text, PackDifference difference, Language language)
    {
        if (!difference.Unlike.IsEmpty)
        {
            text.Append(language == Language.Zh
                ? $"两版中含义不同的属性（分开比较）：{string.Join('、', difference.Unlike)}\n"
                : $"attributes that mean different kinds of things in the two editions (kept apart): {string.Join(", ", difference.Unlike)}\n");
        }

        if (!difference.IsComplete)
        {
            text.Append(language == Language.Zh ? "未知情形的组合过多，未能比较。\n" : "Too many combinations of what is unknown; the editions were not compared.\n");
        }
    }

    private static string Sides(DifferenceWitness witness, Language language)
    {
        return language == Language.Zh ? $"旧版 {Side(witness.Old)}，新版 {Side(witness.New)}" : $"old {Side(witness.Old)}, new {Side(witness.New)}";

        string Side(DifferenceSide side)
        {
            var verdict = side.Verdict is { } known ? Labels.Of(known, language) : language == Language.Zh ? "不认识其中的属性" : "does not know an attribute of it";
            return side.Norms.IsEmpty ? verdict : $"{verdict} ({string.Join(", ", side.Norms)})";
        }
    }

    private static string Colon(Language language) => language == Language.Zh ? "：" : ": ";

    private static string Category(PackDifference difference, ControlCategory? category, Language language) =>
        category is { } known ? Labels.Of(known, language)
        : difference.Old.HasControlUnits || difference.New.HasControlUnits ? Labels.Say(language, "不在任何单元", "in no unit")
        : Labels.Say(language, "全域", "the whole territory");

    private static string Action(ChoiceOption? action, Language language) => action?.Label.In(language) ?? (language == Language.Zh ? "全部" : "all");

    private static string Word(DifferenceRelation relation, Language language) => (relation, language) switch
    {
        (DifferenceRelation.Equivalent, Language.Zh) => "等同",
        (DifferenceRelation.Stricter, Language.Zh) => "更严",
        (DifferenceRelation.Looser, Language.Zh) => "更宽",
        (DifferenceRelation.Incomparable, Language.Zh) => "有严有宽",
        (DifferenceRelation.Added, Language.Zh) => "新增",
        (DifferenceRelation.Removed, Language.Zh) => "删除",
        (DifferenceRelation.Equivalent, _) => "equivalent",
        (DifferenceRelation.Stricter, _) => "stricter",
        (DifferenceRelation.Looser, _) => "looser",
        (DifferenceRelation.Incomparable, _) => "stricter and looser",
        (DifferenceRelation.Added, _) => "added",
        _ => "removed",
    };
}
