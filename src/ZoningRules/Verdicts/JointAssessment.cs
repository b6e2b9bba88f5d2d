using System.Collections.Immutable;
using ZoningRules.Proposals;

namespace ZoningRules.Verdicts;

/// <summary>
/// What several rule packs say about one proposal: each pack's own assessment, whole and apart, and what they come to together. Immutable; collections in a stated order.
/// </summary>
public sealed record JointAssessment
{
    private JointAssessment()
    {
    }

    /// <summary>The proposal assessed, with everything that any of the packs knows.</summary>
    public required Proposal Proposal { get; init; }

    /// <summary>The date whose law counted, for every pack.</summary>
    public required DateOnly GoverningDate { get; init; }

    /// <summary>The strictest verdict of the packs that concern the project, where that is the same whatever is still open; else Undetermined.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The joint verdicts that the open questions can still lead to, mildest first.</summary>
    public required ImmutableArray<Verdict> Possible { get; init; }

    /// <summary>
    /// False when the possible verdicts may be too many, never too few: a pack's own are, or several packs are open, whose open questions are counted as independent of each other.
    /// </summary>
    public required bool Exact { get; init; }

    /// <summary>Whether any pack is about the project. When none is, nothing was said about it and the verdict is Undetermined.</summary>
    public required Concern Concern { get; init; }

    /// <summary>Each pack's own assessment, ordered by the pack's id.</summary>
    public required ImmutableArray<Assessment> Parts { get; init; }

    /// <summary>
    /// The parts that the joint verdict rests on, in their order: of a determined verdict those that come to it; of an open one those whose open points can still change it or
    /// stand in its way.
    /// </summary>
    public required ImmutableArray<Assessment> Deciding { get; init; }

    /// <summary>The questions that still matter for the joint verdict, each once, cheapest first.</summary>
    public required ImmutableArray<JointQuestion> Questions { get; init; }

    /// <summary>Joins the assessments of one proposal on one date.</summary>
    /// <param name="proposal">The whole proposal.</param>
    /// <param name="parts">One assessment a pack, in any order.</param>
    /// <exception cref="ArgumentException">There is no part, or parts differ in their date.</exception>
    public static JointAssessment Of(Proposal proposal, IEnumerable<Assessment> parts)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        ArgumentNullException.ThrowIfNull(parts);
        ImmutableArray<Assessment> ordered = [.. parts.OrderBy(p => p.Pack.Id, StringComparer.Ordinal)];
        if (ordered.IsEmpty || ordered.Any(p => p.GoverningDate != ordered[0].GoverningDate))
        {
            throw new ArgumentException("parts must be of one date, and at least one", nameof(parts));
        }

        var joint = JointVerdict.Of(ordered.Select(p => (p.Concern, p.Possible)));
        return new()
        {
            Proposal = proposal,
            GoverningDate = ordered[0].GoverningDate,
            Verdict = joint.Verdict,
            Possible = joint.Possible,
            Exact = joint.IsExact && ordered.All(p => p.Exact),
            Concern = ordered.Select(p => p.Concern).Max(),
            Parts = ordered,
            Deciding = [.. ordered.Where((p, i) => joint.Verdict == Verdict.Undetermined ? joint.IsOpen(i) : p.Verdict == joint.Verdict)],
            Questions = JointQuestion.Merge(ordered.Where((_, i) => joint.IsOpen(i))),
        };
    }
}
