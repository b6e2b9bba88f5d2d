using System.Collections.Immutable;
using ZoningRules.Findings;
using ZoningRules.Verdicts;

namespace ZoningRules.Evaluation;

/// <summary>What the exact pass found.</summary>
/// <param name="Possible">The verdicts over all completions, mildest first.</param>
/// <param name="Exact">False when the pass gave way.</param>
/// <param name="Resolved">Norms whose outcome is the same for every completion.</param>
/// <param name="Asked">Unknowns that can change the verdict, with the norms they help to decide.</param>
internal sealed record ExactResult(
    ImmutableArray<Verdict> Possible,
    bool Exact,
    ImmutableArray<(int Norm, Outcome Outcome)> Resolved,
    IReadOnlyList<OpenQuestion> Asked);

/// <summary>An unknown and a norm it helps to decide.</summary>
internal readonly record struct OpenQuestion(Unknown Unknown, int Norm);
