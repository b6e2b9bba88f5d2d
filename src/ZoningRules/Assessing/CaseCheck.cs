using System.Collections.Immutable;
using ZoningRules.Problems;
using ZoningRules.Proposals;
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

    /// <summary>Every difference between what a case expects and what comes of it, one line each, in English; empty when it holds.</summary>
    public static ImmutableArray<string> Differences(Assessor assessor, RuleCase @case) => Differences(@case, Assess(assessor, @case));

    /// <summary>The same for a case that was already assessed.</summary>
    internal static ImmutableArray<string> Differences(RuleCase @case, Loaded<Assessment> assessed)
    {
        if (!assessed.Succeeded)
        {
            return [.. assessed.Problems.Select(p => Wording.Full(p, Language.En))];
        }

        var assessment = assessed.Value;
        var expected = @case.Expectations;
        var differences = ImmutableArray.CreateBuilder<string>();
        Compare("verdict", expected.Verdict, assessment.Verdict.ToString());
        foreach (var (norm, outcome) in expected.Findings)
        {
            var finding = assessment.Findings.FirstOrDefault(f => f.Norm.Id == norm) ?? assessment.Manual.FirstOrDefault(f => f.Norm.Id == norm);
            Compare(norm, outcome, finding?.Outcome.ToString() ?? "no finding");
        }

        if (expected.Possible is { } possible)
        {
            Compare("possible", Listed(possible), Listed(assessment.Possible.Select(v => v.ToString())));
        }

        var asked = assessment.Questions.Select(q => q.Attribute).ToArray();
        if (expected.Questions is { } questions)
        {
            Compare("questions", Listed(questions), Listed(asked));
        }

        Each("asked", expected.Asked, asked.Contains);
        Each("not asked", expected.NotAsked, a => !asked.Contains(a));
        Each("lapsed", expected.Lapsed, n => assessment.UnboundTargets.Any(t => t.Norm == n && t.Lapsed));
        Each("obligation of", expected.Obligations, n => assessment.Obligations.Any(o => o.Norm == n));
        return differences.ToImmutable();

        void Compare(string what, string wanted, string found)
        {
            if (wanted != found)
            {
                differences.Add($"{what}: expected {wanted}, found {found}");
            }
        }

        void Each(string what, IEnumerable<string> wanted, Func<string, bool> holds) =>
            differences.AddRange(wanted.Where(w => !holds(w)).Select(w => $"{what} {w}: not so"));
    }

    private static string Listed(IEnumerable<string> words) => $"[{string.Join(", ", words.Order(StringComparer.Ordinal))}]";
}
