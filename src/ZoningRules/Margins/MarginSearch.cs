using System.Collections.Immutable;
using ZoningRules.Assessing;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Proposals;
using ZoningRules.Verdicts;

namespace ZoningRules.Margins;

/// <summary>
/// Finds how far an assessment is from another verdict, as docs/semantics.md section 7 says. Every figure rests on assessments of the changed case by the same assessor, none on sampling
/// directions. Immutable in effect and thread-safe.
/// </summary>
/// <param name="assessor">The assessor that made the assessments.</param>
/// <param name="bounds">How far to search; the usual bounds when null.</param>
public sealed class MarginSearch(Assessor assessor, MarginBounds? bounds = null)
{
    private readonly MarginBounds bounds = bounds ?? MarginBounds.Usual;

    /// <summary>The decision margin of an assessment.</summary>
    /// <param name="assessment">An assessment of a proposal by the assessor of this search.</param>
    /// <param name="context">The date and ledgers it was made with.</param>
    /// <param name="elsewhere">Other sites to assess the project at; those that cannot be located are left out.</param>
    /// <exception cref="ArgumentException">The assessment is not one of its proposal with this assessor's rules and this context.</exception>
    public DecisionMargin Run(Assessment assessment, AssessmentContext context, ImmutableArray<CandidateSite> elsewhere = default)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(context);
        var facts = DeclaredFacts.Bind(assessor.Pack.Vocabulary, assessment.Proposal);
        if (!ReferenceEquals(assessment.Pack, assessor.Pack) || assessment.GoverningDate != context.GoverningDate || !facts.Succeeded)
        {
            throw new ArgumentException("the assessment was made with other rules, another context or another proposal", nameof(assessment));
        }

        var trial = new Trial(assessor, assessment, facts.Value, context, bounds.MostFields);
        var boundaries = ProbeOf(assessment) is { } probe ? new BoundarySearch(trial, probe, bounds) : null;
        return new()
        {
            Site = boundaries?.OfSite(),
            Layers = boundaries?.OfLayers() ?? [],
            Attributes = AttributeSearch.Run(trial),
            Unexamined = trial.Unexamined,
            NextDate = DateSearch.Run(trial),
            Change = assessment.Verdict == Verdict.Prohibited ? new ChangeFinder(trial, bounds).Run() : null,
            Elsewhere = elsewhere.IsDefaultOrEmpty
                ? []
                : [.. elsewhere
                    .Select(e => (e.Name, Assessment: trial.AtSite(e.Site)))
                    .Where(e => e.Assessment is not null)
                    .Select(e => new SiteAlternative(e.Name, e.Assessment!.Verdict, e.Assessment.Possible))
                    .OrderBy(e => e.Verdict)],
        };
    }

    // While it is in doubt where the site lies, it has no boundary that could be off by some metres.
    private ISiteProbe? ProbeOf(Assessment assessment) =>
        assessment is { Location.IsDoubtful: false, Proposal.Site: Site.Geometry site } && assessor.Locator?.Probe(assessor.WithOfficialTown(site)) is { Succeeded: true, Value: var probe }
            ? probe
            : null;
}
