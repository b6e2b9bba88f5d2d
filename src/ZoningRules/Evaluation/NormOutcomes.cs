using System.Collections.Immutable;
using ZoningRules.Findings;

namespace ZoningRules.Evaluation;

/// <summary>The outcome of every norm of a program: the compact result of the fast pass.</summary>
/// <param name="Outcomes">An outcome a norm, in the order of <see cref="RuleProgram.Norms"/>.</param>
/// <param name="Strictest">The strictest of them; NotApplicable when there are none.</param>
/// <param name="Leaves">
/// The compact trace: for each leaf of the program about the whole site, 0 when no norm needed it, else 1 False, 2 Unknown, 3 True; empty when the engine keeps none.
/// </param>
public sealed record NormOutcomes(ImmutableArray<Outcome> Outcomes, Outcome Strictest, ImmutableArray<byte> Leaves);
