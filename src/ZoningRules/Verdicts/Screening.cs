using System.Collections.Immutable;
using ZoningRules.Findings;
using ZoningRules.Locations;

namespace ZoningRules.Verdicts;

/// <summary>
/// What an assessment says, without traces, evidence and sentences: for programs that look at many proposals. Everything in it is as the <see cref="Assessment"/> of the
/// same proposal says it. Immutable; collections in a stated order.
/// </summary>
public sealed record Screening
{
    /// <summary>The date whose law counted.</summary>
    public required DateOnly GoverningDate { get; init; }

    /// <summary>The verdict.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The verdicts that the open questions can still lead to, mildest first; the verdict alone when nothing is open.</summary>
    public required ImmutableArray<Verdict> Possible { get; init; }

    /// <summary>As <see cref="Assessment.SameForEveryCompletion"/>.</summary>
    public required bool SameForEveryCompletion { get; init; }

    /// <summary>As <see cref="Assessment.Exact"/>.</summary>
    public required bool Exact { get; init; }

    /// <summary>As <see cref="Assessment.Concern"/>.</summary>
    public Concern Concern { get; init; } = Concern.Concerned;

    /// <summary>
    /// Where the site lies; null when the proposal gives no geometry. Distances beyond the reach of every norm may be stated as intervals that start there, see
    /// <see cref="DistanceReach"/>.
    /// </summary>
    public SiteLocation? Location { get; init; }

    /// <summary>For a site known by its town: the places it may lie in, in the order of the pack; empty otherwise.</summary>
    public ImmutableArray<CandidateUnit> Candidates { get; init; } = [];

    /// <summary>The norms with any outcome but NotApplicable, ordered by norm id.</summary>
    public required ImmutableArray<ScreenedNorm> Norms { get; init; }

    /// <summary>What stands in the way of a verdict besides norms; empty mostly.</summary>
    public required ImmutableArray<StandingDoubt> Doubts { get; init; }

    /// <summary>The attributes of the questions that still matter, cheapest first.</summary>
    public required ImmutableArray<string> Questions { get; init; }

    /// <summary>Lists to be checked with their issuers, by unit.</summary>
    public required ImmutableArray<ListNotLoaded> NotLoaded { get; init; }

    /// <summary>
    /// The norms that decide the verdict, ordered by norm id: of a prohibition those violated, or those undetermined when every completion violates one; of an open verdict those
    /// undetermined; of conditions those conditional. An open verdict without any rests on <see cref="Doubts"/>, conditions without any on <see cref="NotLoaded"/>.
    /// </summary>
    public IEnumerable<ScreenedNorm> Deciding => Verdict switch
    {
        Verdict.Prohibited => With(Norms.Any(n => n.Outcome == Outcome.Violated) ? Outcome.Violated : Outcome.Undetermined),
        Verdict.Undetermined => With(Outcome.Undetermined),
        Verdict.Conditional => With(Outcome.Conditional),
        _ => [],
    };

    /// <summary>The norms that attach obligations, ordered by norm id.</summary>
    public IEnumerable<ScreenedNorm> Obliging => Norms.Where(n => n.Outcome == Outcome.Conditional && !n.Norm.Obligations.IsEmpty);

    /// <summary>An assessment in short.</summary>
    public static Screening Of(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return new()
        {
            GoverningDate = assessment.GoverningDate,
            Verdict = assessment.Verdict,
            Possible = assessment.Possible,
            SameForEveryCompletion = assessment.SameForEveryCompletion,
            Exact = assessment.Exact,
            Concern = assessment.Concern,
            Location = assessment.Location,
            Candidates = assessment.Candidates,
            Norms = [.. assessment.Findings.Where(f => f.Outcome != Outcome.NotApplicable).Select(f => new ScreenedNorm(f.Norm, f.Outcome))],
            Doubts = assessment.Doubts,
            Questions = [.. assessment.Questions.Select(q => q.Attribute)],
            NotLoaded = assessment.NotLoaded,
        };
    }

    private IEnumerable<ScreenedNorm> With(Outcome outcome) => Norms.Where(n => n.Outcome == outcome);
}
