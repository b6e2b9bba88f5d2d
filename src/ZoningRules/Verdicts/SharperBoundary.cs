using System.Collections.Immutable;
using ZoningRules.Measures;

namespace ZoningRules.Verdicts;

/// <summary>What a more accurate boundary would bring.</summary>
/// <param name="To">The accuracy to reach: from zero to this one, included, the possible verdicts are these.</param>
/// <param name="Possible">The possible verdicts there, mildest first; one when the verdict would be settled.</param>
public sealed record SharperBoundary(Metres To, ImmutableArray<Verdict> Possible);
