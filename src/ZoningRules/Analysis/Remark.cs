using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Analysis;

/// <summary>Something an analysis of a rule pack has to say about it.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Subject">The norm, requirement, list, parameter, layer or attribute it is about, by its id.</param>
/// <param name="Message">What was found, in one sentence.</param>
/// <param name="Place">Where the subject stands in the pack.</param>
public sealed record Remark(RemarkKind Kind, string Subject, LocalText Message, SourcePlace Place)
{
    /// <summary>How much it matters.</summary>
    public RemarkSeverity Severity => Kind.Severity();

    /// <summary>The sentence of law concerned, or null when it is about none.</summary>
    public Citation? Citation { get; init; }

    /// <summary>A case that shows the claim, run and confirmed; null when the claim needs none, and when the case language cannot say it.</summary>
    public WitnessCase? Witness { get; init; }
}
