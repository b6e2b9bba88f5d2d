using ZoningRules.Facts;

namespace ZoningRules.Evaluation;

/// <summary>
/// The seam behind which a rule engine sits: gives each norm of a program its outcome, as docs/semantics.md section 4 says. Implementations are thread-safe and never throw on
/// data. <see cref="DirectEngine"/> is the one that decides; an adapter for another engine must agree with it on every outcome.
/// </summary>
public interface IRuleEngine
{
    /// <summary>Evaluates all norms of a program.</summary>
    NormOutcomes Evaluate(RuleProgram program, FactSheet sheet);
}
