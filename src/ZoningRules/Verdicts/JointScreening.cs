using System.Collections.Immutable;
using ZoningRules.Locations;

namespace ZoningRules.Verdicts;

/// <summary>What a <see cref="JointAssessment"/> says, in short: for programs that look at many proposals. Immutable; collections in a stated order.</summary>
public sealed record JointScreening
{
    private JointScreening()
    {
    }

    /// <summary>The date whose law counted, for every pack.</summary>
    public required DateOnly GoverningDate { get; init; }

    /// <summary>As <see cref="JointAssessment.Verdict"/>.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>As <see cref="JointAssessment.Possible"/>.</summary>
    public required ImmutableArray<Verdict> Possible { get; init; }

    /// <summary>As <see cref="JointAssessment.Exact"/>.</summary>
    public required bool Exact { get; init; }

    /// <summary>Each pack's own screening, ordered by the pack's id.</summary>
    public required ImmutableArray<PackScreening> Parts { get; init; }

    /// <summary>As <see cref="JointAssessment.Deciding"/>.</summary>
    public required ImmutableArray<PackScreening> Deciding { get; init; }

    /// <summary>The attributes of the questions that still matter for the joint verdict, each once: those of the first pack cheapest first, then those of the next.</summary>
    public required ImmutableArray<string> Questions { get; init; }

    /// <summary>The control units hit or perhaps hit, of all packs, each code once, in the order of the parts.</summary>
    public IEnumerable<UnitHit> Hits => Parts.SelectMany(p => p.Screening.Location?.Units ?? []).DistinctBy(u => u.Code, StringComparer.Ordinal);

    /// <summary>Whether any layer consulted is an illustration.</summary>
    public bool Illustrative => Parts.Any(p => p.Screening.Location is { Illustrative: true });

    /// <summary>Joins the screenings of one proposal on one date.</summary>
    /// <exception cref="ArgumentException">There is no part.</exception>
    public static JointScreening Of(IEnumerable<PackScreening> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ImmutableArray<PackScreening> ordered = [.. parts.OrderBy(p => p.Pack.Id, StringComparer.Ordinal)];
        if (ordered.IsEmpty)
        {
            throw new ArgumentException("there is no part", nameof(parts));
        }

        if (ordered is [{ Screening: var alone }])
        {
            return new()
            {
                GoverningDate = alone.GoverningDate,
                Verdict = alone.Verdict,
                Possible = alone.Possible,
                Exact = alone.Exact,
                Parts = ordered,
                Deciding = ordered,
                Questions = alone.Questions,
            };
        }

        var joint = JointVerdict.Of(ordered.Select(p => (p.Screening.Concern, p.Screening.Possible)));
        return new()
        {
            GoverningDate = ordered[0].Screening.GoverningDate,
            Verdict = joint.Verdict,
            Possible = joint.Possible,
            Exact = joint.IsExact && ordered.All(p => p.Screening.Exact),
            Parts = ordered,
            Deciding = [.. ordered.Where((p, i) => joint.Verdict == Verdict.Undetermined ? joint.IsOpen(i) : p.Screening.Verdict == joint.Verdict)],
            Questions = [.. ordered.Where((_, i) => joint.IsOpen(i)).SelectMany(p => p.Screening.Questions).Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>A joint assessment in short.</summary>
    public static JointScreening Of(JointAssessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return Of(assessment.Parts.Select(p => new PackScreening(p.Pack, Screening.Of(p))));
    }
}
