using System.Collections.Immutable;
using ZoningRules.Evaluation;
using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Verdicts;

namespace ZoningRules.Assessing;

/// <summary>Joins the assessments of one proposal at places of which one, nobody knows which, is the true one.</summary>
internal static class Alternatives
{
    /// <summary>The common verdict, or Undetermined; the union of what is possible; each norm's strictest finding. Everything else is that of the first.</summary>
    public static Assessment Merge(ImmutableArray<Assessment> there)
    {
        var first = there[0];
        var verdicts = there.Select(t => t.Verdict).Distinct().ToArray();
        var verdict = verdicts.Length == 1 ? verdicts[0] : Verdict.Undetermined;
        var findings = there
            .SelectMany(t => t.Findings)
            .GroupBy(f => f.Norm.Id, StringComparer.Ordinal)
            .Select(g => g.MaxBy(f => f.Outcome)!)
            .OrderBy(f => f.Norm.Id, StringComparer.Ordinal)
            .ToImmutableArray();
        var questions = there
            .SelectMany(t => t.Questions)
            .GroupBy(q => q.Attribute, StringComparer.Ordinal)
            .Select(g => g.First() with { Decides = [.. g.SelectMany(q => q.Decides).Distinct().Order(StringComparer.Ordinal)] })
            .ToList();
        if (verdicts.Length > 1 && questions.TrueForAll(q => q.Attribute != "site"))
        {
            questions.Add(QuestionWriter.Site([], UnknownReasons.NotProvided));
        }

        return first with
        {
            Verdict = verdict,
            Possible = [.. there.SelectMany(t => t.Possible).Distinct().Order()],
            SameForEveryCompletion = there.All(t => t.SameForEveryCompletion),
            Exact = there.All(t => t.Exact),
            Concern = Concerning(there),
            Findings = findings,
            Manual = [.. there.SelectMany(t => t.Manual).DistinctBy(f => f.Norm.Id).OrderBy(f => f.Norm.Id, StringComparer.Ordinal)],
            Doubts = [.. there.SelectMany(t => t.Doubts).DistinctBy(d => d.Text)],
            Questions = [.. questions.OrderBy(q => q.Cost).ThenByDescending(q => q.Decides.Length).ThenBy(q => q.Attribute, StringComparer.Ordinal)],
            Obligations = [.. findings
                .Where(f => f.Outcome == Outcome.Conditional)
                .SelectMany(f => f.Norm.Obligations.Select(o => new AttachedObligation(f.Norm.Id, o, f.Citation)))],
            NotLoaded = [.. there.SelectMany(t => t.NotLoaded).DistinctBy(l => l.Unit).OrderBy(l => l.Unit, StringComparer.Ordinal)],
        };
    }

    // Silence at one place is no settled question where a doubt stands at another.
    private static Concern Concerning(ImmutableArray<Assessment> there) =>
        there.All(t => t.Concern == there[0].Concern) ? there[0].Concern
        : there.Any(t => t.Concern == Concern.Concerned && t.Possible.Contains(Verdict.Undetermined)) ? Concern.Concerned
        : Concern.Undecided;
}
