using System.Collections.Immutable;

namespace ZoningRules.Verdicts;

/// <summary>A day from which the possible verdicts are others.</summary>
/// <param name="On">The first such day.</param>
/// <param name="Verdict">The verdict on it.</param>
/// <param name="Possible">The possible verdicts on it, mildest first.</param>
/// <param name="Norms">The norms whose outcome differs, in the order of their ids.</param>
public sealed record DateChange(DateOnly On, Verdict Verdict, ImmutableArray<Verdict> Possible, ImmutableArray<NormChange> Norms);
