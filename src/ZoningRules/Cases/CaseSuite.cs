using System.Collections.Immutable;
using ZoningRules.Assessing;
using ZoningRules.RulePacks;

namespace ZoningRules.Cases;

/// <summary>Runs the cases of a rule pack and measures what they cover.</summary>
public static class CaseSuite
{
    /// <summary>Runs all cases, in their order.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="cases">Its cases.</param>
    /// <param name="cancellation">Ends the run between two cases.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static CaseSuiteReport Run(RulePack pack, IReadOnlyList<RuleCase> cases, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(cases);
        var assessor = new Assessor(pack);
        var meter = new CoverageMeter(pack);
        var results = ImmutableArray.CreateBuilder<CaseResult>(cases.Count);
        foreach (var @case in cases)
        {
            cancellation.ThrowIfCancellationRequested();
            var assessed = CaseCheck.Assess(assessor, @case);
            results.Add(new(@case, CaseCheck.Differences(@case, assessed), assessed.Succeeded ? assessed.Value : null));
            meter.Take(@case, assessed.Succeeded ? assessed.Value : null);
        }

        return new(pack, results.MoveToImmutable(), meter.Read());
    }
}
