using ZoningRules.Assessing;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.Verdicts;

namespace ZoningRules.Rescreening;

/// <summary>
/// Assesses a past proposal under two editions. When the verdicts differ, it also tries the new rules with the old layers and the old rules with the new layers, and so tells
/// apart what the rules did and what the boundaries did.
/// </summary>
public static class ProposalRescreening
{
    /// <summary>Assesses one proposal.</summary>
    /// <param name="old">The old rules with the old layers.</param>
    /// <param name="new">The new rules with the new layers.</param>
    /// <param name="proposal">The proposal.</param>
    /// <param name="oldContext">The date, and the ledgers as the old rules know them.</param>
    /// <param name="newContext">The same date, and the ledgers as the new rules know them.</param>
    /// <returns>The comparison, or everything that either edition finds wrong with the proposal, what both find once.</returns>
    /// <exception cref="ArgumentException">The dates differ.</exception>
    public static Loaded<RescreenedProposal> Run(Assessor old, Assessor @new, Proposal proposal, AssessmentContext oldContext, AssessmentContext newContext)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        ArgumentNullException.ThrowIfNull(proposal);
        ArgumentNullException.ThrowIfNull(oldContext);
        ArgumentNullException.ThrowIfNull(newContext);
        if (oldContext.GoverningDate != newContext.GoverningDate)
        {
            throw new ArgumentException("both editions are asked about one date", nameof(newContext));
        }

        var (before, after) = (old.Assess(proposal, oldContext), @new.Assess(proposal, newContext));
        if (!before.Succeeded || !after.Succeeded)
        {
            return Loaded<RescreenedProposal>.Bad([.. before.Problems.Concat(after.Problems).Distinct()]);
        }

        var result = new RescreenedProposal { Proposal = proposal, GoverningDate = oldContext.GoverningDate, Old = before.Value.Verdict, New = after.Value.Verdict };
        return Loaded<RescreenedProposal>.Good(result.Direction is null ? result : Explained(result, before.Value, after.Value));

        RescreenedProposal Explained(RescreenedProposal flip, Assessment from, Assessment to)
        {
            var rules = Mixed(@new, old, newContext);
            var layers = Mixed(old, @new, oldContext);
            flip = flip with { NewRulesOnly = rules?.Verdict, NewLayersOnly = layers?.Verdict };
            var difference = new AssessmentDifference(old.Pack, @new.Pack);
            return flip.Cause switch
            {
                FlipCause.Rules => difference.Explain(flip, [(from, rules!)], []),
                FlipCause.Boundary => difference.Explain(flip, [(from, layers!)], [(from, layers!)]),
                FlipCause.Each => difference.Explain(flip, [(from, rules!), (from, layers!)], [(from, layers!)]),
                _ => difference.Explain(flip, [(from, to)], [(from, to)]),
            };
        }

        Assessment? Mixed(Assessor rules, Assessor layers, AssessmentContext context) =>
            new Assessor(rules.Pack, layers.Locator).Assess(proposal, context) is { Succeeded: true, Value: var assessment } ? assessment : null;
    }
}
