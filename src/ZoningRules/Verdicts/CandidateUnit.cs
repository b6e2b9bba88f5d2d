using System.Collections.Immutable;
using ZoningRules.Locations;

namespace ZoningRules.Verdicts;

/// <summary>A place where a site known by its town only may lie, and the verdict it would have there.</summary>
/// <param name="Unit">The control unit; null for a part of the town that belongs to no unit.</param>
/// <param name="Basis">Why it is a candidate.</param>
/// <param name="Verdict">The verdict there.</param>
/// <param name="Possible">The verdicts still possible there, mildest first.</param>
public sealed record CandidateUnit(ControlUnit? Unit, CandidateBasis Basis, Verdict Verdict, ImmutableArray<Verdict> Possible);
