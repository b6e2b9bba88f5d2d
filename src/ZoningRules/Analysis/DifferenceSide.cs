using System.Collections.Immutable;
using ZoningRules.Verdicts;

namespace ZoningRules.Analysis;

/// <summary>What one edition makes of a case.</summary>
/// <param name="Verdict">The verdict; null when the edition does not know an attribute or unit that the case names.</param>
/// <param name="Norms">The norms that are violated or attach a duty, ordered by id.</param>
public sealed record DifferenceSide(Verdict? Verdict, ImmutableArray<string> Norms);
