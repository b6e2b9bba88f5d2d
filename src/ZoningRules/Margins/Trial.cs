using System.Collections.Immutable;
using ZoningRules.Assessing;
using ZoningRules.Evaluation;
using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Locations;
using ZoningRules.Proposals;
using ZoningRules.Verdicts;

namespace ZoningRules.Margins;

/// <summary>A proposal that was assessed, and what becomes of it when one thing is otherwise.</summary>
internal sealed class Trial
{
    private readonly Assessor assessor;
    private readonly Assessment start;
    private readonly DeclaredFacts facts;
    private readonly AssessmentContext context;

    /// <summary>Makes a trial.</summary>
    public Trial(Assessor assessor, Assessment start, DeclaredFacts facts, AssessmentContext context, int mostFields)
    {
        (this.assessor, this.start, this.facts, this.context) = (assessor, start, facts, context);
        Program = assessor.Program(context.GoverningDate);
        Sheet = FactSheet.Of(facts, start.Location, context.Ledgers);
        var values = FreeValue.Of(facts).ToArray();
        var tooMany = values.Count(v => v.Item >= 0) > mostFields;
        Values = [.. values.Where(v => !tooMany || v.Item < 0)];
        Unexamined = tooMany ? [.. values.Where(v => v.Item >= 0).Select(v => v.Attribute.Id).Distinct()] : [];
    }

    /// <summary>The assessment as it is.</summary>
    public Assessment Start => start;

    /// <summary>Its facts.</summary>
    public DeclaredFacts Facts => facts;

    /// <summary>Its date and ledgers.</summary>
    public AssessmentContext Context => context;

    /// <summary>The rules on its date.</summary>
    public RuleProgram Program { get; }

    /// <summary>Everything known where it is.</summary>
    public FactSheet Sheet { get; }

    /// <summary>The declared values that may be looked at one by one.</summary>
    public ImmutableArray<FreeValue> Values { get; }

    /// <summary>Collections with too many items to look at their fields.</summary>
    public ImmutableArray<string> Unexamined { get; }

    /// <summary>The same project at another location.</summary>
    public Assessment At(SiteLocation location) => assessor.AssessTyped(start.Proposal, facts, location, context);

    /// <summary>A project with other facts at the same location.</summary>
    public Assessment With(DeclaredFacts others) => assessor.AssessTyped(start.Proposal, others, start.Location, context);

    /// <summary>The same project on another day.</summary>
    public Assessment On(DateOnly date) => assessor.AssessTyped(start.Proposal, facts, start.Location, context with { GoverningDate = date });

    /// <summary>The same project at another site; null when that cannot be located.</summary>
    public Assessment? AtSite(Site.Geometry site) =>
        assessor.Locator?.Locate(assessor.WithOfficialTown(site)) is { Succeeded: true, Value: var location }
            ? assessor.AssessTyped(start.Proposal with { Site = site }, facts, location, context)
            : null;

    /// <summary>The norms whose outcomes differ between two assessments, ordered by id.</summary>
    public static ImmutableArray<NormChange> Changes(Assessment before, Assessment after)
    {
        var old = before.Findings.ToDictionary(f => f.Norm.Id, StringComparer.Ordinal);
        var recent = after.Findings.Select(f => f.Norm.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. after.Findings
                .Select(f => Change(old.GetValueOrDefault(f.Norm.Id), f))
                .Concat(before.Findings.Where(f => !recent.Contains(f.Norm.Id)).Select(f => Change(f, null)))
                .Where(c => c.Before != c.After)
                .OrderBy(c => c.Norm, StringComparer.Ordinal),
        ];
    }

    /// <summary>A norm's outcomes in two findings, one of which may be missing.</summary>
    public static NormChange Change(Finding? before, Finding? after)
    {
        var either = after ?? before!;
        return new(either.Norm.Id, before?.Outcome, after?.Outcome, either.Citation);
    }
}
