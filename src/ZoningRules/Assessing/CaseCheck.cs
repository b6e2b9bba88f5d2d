using System.Collections.Immutable;
using ZoningRules.Findings;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.Reports;
using ZoningRules.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Assessing;

/// <summary>Runs a case of a rule pack and says what came out otherwise than expected.</summary>
public static class CaseCheck
{
    /// <summary>The assessment of a case: at its location when it gives one, else as its proposal says.</summary>
    public static Loaded<Assessment> Assess(Assessor assessor, RuleCase @case)
    {
        ArgumentNullException.ThrowIfNull(assessor);
        ArgumentNullException.ThrowIfNull(@case);
        var context = new AssessmentContext(@case.Date, @case.Ledgers);
        return @case.Location is null && @case.Proposal.Site is Site.Town
            ? assessor.Assess(@case.Proposal, context)
            : assessor.AssessAt(@case.Proposal, @case.Location, context);
    }

    /// <summary>Every difference between what a case expects and what comes of it, one line each; empty when it holds.</summary>
    public static ImmutableArray<LocalText> Differences(Assessor assessor, RuleCase @case) => Differences(@case, Assess(assessor, @case));

    /// <summary>The same for a case that was already assessed.</summary>
    internal static ImmutableArray<LocalText> Differences(RuleCase @case, Loaded<Assessment> assessed)
    {
        if (!assessed.Succeeded)
        {
            return [.. assessed.Problems.Select(p => new LocalText(Wording.Full(p, Language.Zh), Wording.Full(p, Language.En)))];
        }

        var assessment = assessed.Value;
        var expected = @case.Expectations;
        var differences = ImmutableArray.CreateBuilder<LocalText>();
        Compare(new("结论", "verdict"), expected.Verdict, JsonWords.Of(assessment.Verdict), Verdict);
        foreach (var (norm, outcome) in expected.Findings)
        {
            var finding = assessment.Findings.FirstOrDefault(f => f.Norm.Id == norm) ?? assessment.Manual.FirstOrDefault(f => f.Norm.Id == norm);
            Compare(LocalText.Same(norm), outcome, finding is null ? "" : JsonWords.Of(finding.Outcome), Outcome);
        }

        if (expected.Possible is { } possible)
        {
            Compare(new("可能的结论", "possible"), Listed(possible), Listed(assessment.Possible.Select(JsonWords.Of)), Each(Verdict));
        }

        var asked = assessment.Questions.Select(q => q.Attribute).ToArray();
        if (expected.Questions is { } questions)
        {
            Compare(new("提问", "questions"), Listed(questions), Listed(asked), Each(LocalText.Same));
        }

        Missing(new("应问 {0}，而未问", "asked {0}: not so"), expected.Asked, asked.Contains);
        Missing(new("不应问 {0}，而问了", "not asked {0}: not so"), expected.NotAsked, a => !asked.Contains(a));
        Missing(new("{0} 应列为目标年已过，而未列", "lapsed {0}: not so"), expected.Lapsed, n => assessment.UnboundTargets.Any(t => t.Norm == n && t.Lapsed));
        Missing(new("{0} 应附加义务，而未附加", "obligation of {0}: not so"), expected.Obligations, n => assessment.Obligations.Any(o => o.Norm == n));
        return differences.ToImmutable();

        void Compare(LocalText what, string wanted, string found, Func<string, LocalText> say)
        {
            if (wanted != found)
            {
                var (should, @is) = (say(wanted), say(found));
                differences.Add(new($"{what.Zh}：应为{should.Zh}，实为{@is.Zh}", $"{what.En}: expected {should.En}, found {@is.En}"));
            }
        }

        void Missing(LocalText sentence, IEnumerable<string> wanted, Func<string, bool> holds) =>
            differences.AddRange(wanted.Where(w => !holds(w)).Select(w => new LocalText(
                sentence.Zh.Replace("{0}", w, StringComparison.Ordinal), sentence.En.Replace("{0}", w, StringComparison.Ordinal))));
    }

    private static string Listed(IEnumerable<string> words) => string.Join(", ", words.Order(StringComparer.Ordinal));

    private static Func<string, LocalText> Each(Func<string, LocalText> say) => list =>
    {
        var all = list.Length == 0 ? [] : list.Split(", ").Select(say).ToArray();
        return new($"[{string.Join("、", all.Select(t => t.Zh))}]", $"[{string.Join(", ", all.Select(t => t.En))}]");
    };

    // In Chinese the word of reports with the one that case files use.
    private static LocalText Verdict(string word) => Enum.GetValues<Verdict>().Where(v => JsonWords.Of(v) == word).Select(v => Named(Labels.Of(v, Language.Zh), word)).FirstOrDefault(LocalText.Same(word));

    private static LocalText Outcome(string word) => word.Length == 0
        ? new("没有认定", "no finding")
        : Enum.GetValues<Outcome>().Where(o => JsonWords.Of(o) == word).Select(o => Named(Labels.Of(o, Language.Zh), word)).FirstOrDefault(LocalText.Same(word));

    private static LocalText Named(string label, string word) => new($"“{label}”（{word}）", word);
}
