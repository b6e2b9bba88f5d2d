using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using ZoningRules.Findings;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Reports;

namespace ZoningRules.Cases;

/// <summary>The outcome of a run of cases as text.</summary>
public static class CaseSuiteText
{
    /// <summary>Failures line by line with the values under the lines, then what is not covered, then a summary.</summary>
    public static string Render(CaseSuiteReport report, Language language)
    {
        ArgumentNullException.ThrowIfNull(report);
        var zh = language == Language.Zh;
        var text = new StringBuilder();
        foreach (var result in report.Results.Where(r => !r.Holds))
        {
            Failure(text, result, language);
        }

        var ofOpenLists = report.Coverage.Lines.Where(l => l.Part > 0).Select(l => (l.Norm, l.Place, l.Line)).ToHashSet();
        foreach (var line in report.Coverage.Lines)
        {
            var ways = new[] { (Seen: line.WhenTrue > 0, Cannot: line.CannotBeTrue, Word: zh ? "成立" : "true"), (Seen: line.WhenFalse > 0, Cannot: line.CannotBeFalse, Word: zh ? "不成立" : "false") };
            Lack(line, ways.Where(w => !w.Seen && !w.Cannot).Select(w => w.Word), zh ? "从未以“{0}”起决定作用" : "never decided by being {0}");
            Lack(line, ways.Where(w => w.Cannot).Select(w => w.Word), zh ? "已证明不可能以“{0}”起决定作用" : "is proved unable to decide by being {0}");
        }

        foreach (var norm in report.Coverage.Norms.Where(n => !n.IsFull))
        {
            var lacks = norm.ReadingsMissing.Select(r => zh ? $"读法 {r} 没有与其他读法相对照的用例" : $"no case in which reading {r} differs from another")
                .Concat(norm.ObligationMissing ? [zh ? "没有附加义务的用例" : "no case that attaches its obligation"] : [])
                .Concat(norm.ExceptionMissing ? [zh ? "没有起作用的用例" : "no case in which the exception takes over"] : []);
            text.Append(CultureInfo.InvariantCulture, $"{norm.Norm}: {string.Join(zh ? "；" : "; ", lacks)}\n");
        }

        var failed = report.Results.Count(r => !r.Holds);
        var coverage = report.Coverage;
        text.Append(zh
            ? string.Create(CultureInfo.InvariantCulture, $"{report.Results.Length} 个用例，{failed} 个不符；条件行双向覆盖 {coverage.FullLines}/{coverage.Lines.Length}{(coverage.ProvedLines > 0 ? $"（其中 {coverage.ProvedLines} 行证明只能如此）" : string.Empty)}，规范 {coverage.Norms.Count(n => n.IsFull)}/{coverage.Norms.Length}，原文 {coverage.WordsCovered}/{coverage.Words} 字\n")
            : string.Create(CultureInfo.InvariantCulture, $"{Figures.Counted(report.Results.Length, "case", "cases")}, {failed} failed; lines seen deciding both ways {coverage.FullLines}/{coverage.Lines.Length}{(coverage.ProvedLines > 0 ? $" ({coverage.ProvedLines} as far as proved possible)" : string.Empty)}, norms {coverage.Norms.Count(n => n.IsFull)}/{coverage.Norms.Length}, words of the law {coverage.WordsCovered}/{coverage.Words}\n"));
        return text.ToString();

        void Lack(LineCoverage line, IEnumerable<string> words, string sentence)
        {
            if (words.Any())
            {
                var said = sentence.Replace("{0}", string.Join(zh ? "、" : ", ", words), StringComparison.Ordinal);
                var part = ofOpenLists.Contains((line.Norm, line.Place, line.Line)) ? PartOfOpenList(line.Part, language) : string.Empty;
                text.Append(CultureInfo.InvariantCulture, $"{line.Place}: {line.Norm} `{line.Line}`{part} {said}\n");
            }
        }
    }

    /// <summary>Missing cases, each as a file to confirm.</summary>
    public static string Render(ImmutableArray<SuggestedCase> suggestions, Language language)
    {
        var text = new StringBuilder();
        foreach (var suggestion in suggestions)
        {
            text.Append(CultureInfo.InvariantCulture, $"# {suggestion.Norm} {suggestion.Why.In(language)}{(language == Language.Zh ? "——请对照原文确认后保存" : " - confirm against the text before saving")}\n{suggestion.Text}---\n");
        }

        return text.ToString();
    }

    /// <summary>The score of a mutation test, then the survivors with the case that is missing.</summary>
    public static string Render(MutationReport report, Language language)
    {
        ArgumentNullException.ThrowIfNull(report);
        var zh = language == Language.Zh;
        var text = new StringBuilder();
        foreach (var survivor in report.Survivors)
        {
            text.Append(CultureInfo.InvariantCulture, $"{survivor.Mutant.Place}: {survivor.Mutant.Norm} {survivor.Mutant.Change.In(language)}{(zh ? "——没有用例发现" : " - no case notices")}\n");
            foreach (var line in survivor.MissingCase?.TrimEnd('\n').Split('\n') ?? [])
            {
                text.Append("    | ").Append(line).Append('\n');
            }
        }

        text.Append(zh
            ? string.Create(CultureInfo.InvariantCulture, $"变异 {report.Total} 处：发现 {report.Killed}，证明等价 {report.Equivalent.Length}，漏过 {report.Survivors.Length}；得分 {report.Score:P1}\n")
            : string.Create(CultureInfo.InvariantCulture, $"{Figures.Counted(report.Total, "slip", "slips")}: {report.Killed} noticed, {report.Equivalent.Length} proved equivalent, {report.Survivors.Length} missed; score {report.Score:P1}\n"));
        return text.ToString();
    }

    /// <summary>Which of the three tests of a line about an open list is meant.</summary>
    internal static string PartOfOpenList(int part, Language language) => (part, language) switch
    {
        (0, Language.Zh) => "（在清单之内）",
        (1, Language.Zh) => "（属待裁量的行业）",
        (2, Language.Zh) => "（裁量认定为是）",
        (0, _) => " (on the list)",
        (1, _) => " (of a trade to be reviewed)",
        (2, _) => " (decided to be meant)",
        _ => throw new UnreachableException(),
    };

    private static void Failure(StringBuilder text, CaseResult result, Language language)
    {
        text.Append(CultureInfo.InvariantCulture, $"{(language == Language.Zh ? "不符" : "failed")} {result.Case.Path}: {result.Case.Name.In(language)}\n");
        foreach (var difference in result.Differences)
        {
            text.Append("  ").Append(difference.In(language)).Append('\n');
        }

        var concerned = result.Case.Expectations.Findings.Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var finding in result.Assessment?.Findings ?? [])
        {
            if (concerned.Contains(finding.Norm.Id) || finding.Outcome is Outcome.Violated or Outcome.Undetermined)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {finding.Norm.Id} {Labels.Of(finding.Outcome, language)} “{finding.Norm.Span}”\n");
                foreach (var line in finding.Trace)
                {
                    text.Append(CultureInfo.InvariantCulture, $"    {Labels.Of(line.Truth, language),-6} {line.Leaf}   {line.Value.In(language)}\n");
                }
            }
        }
    }
}
