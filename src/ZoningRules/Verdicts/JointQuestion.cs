using System.Collections.Immutable;

namespace ZoningRules.Verdicts;

/// <summary>An unknown whose answer can still change a joint verdict.</summary>
/// <param name="Question">The question. Its norms are those of all packs that ask it, its cost the least and its reasons those of all.</param>
/// <param name="AskedBy">The packs that ask it, ordered by id.</param>
public sealed record JointQuestion(Question Question, ImmutableArray<AskingPack> AskedBy)
{
    /// <summary>The questions of several assessments, each once, cheapest first. Questions are the same when they ask for the same attribute in the same words.</summary>
    internal static ImmutableArray<JointQuestion> Merge(IEnumerable<Assessment> parts) =>
    [
        .. parts
            .SelectMany(p => p.Questions.Select(q => (p.Pack.Id, Question: q)))
            .GroupBy(a => (a.Question.Attribute, a.Question.Ask))
            .Select(g => new JointQuestion(
                g.First().Question with
                {
                    Evidence = g.Select(a => a.Question.Evidence).FirstOrDefault(e => e is not null),
                    Cost = g.Min(a => a.Question.Cost),
                    Reasons = g.Aggregate(g.First().Question.Reasons, (reasons, a) => reasons | a.Question.Reasons),
                    Decides = [.. g.SelectMany(a => a.Question.Decides)],
                },
                [.. g.Select(a => new AskingPack(a.Id, a.Question.Decides))]))
            .OrderBy(q => q.Question.Cost)
            .ThenByDescending(q => q.Question.Decides.Length)
            .ThenBy(q => q.Question.Attribute, StringComparer.Ordinal)
            .ThenBy(q => q.AskedBy[0].Pack, StringComparer.Ordinal),
    ];
}
