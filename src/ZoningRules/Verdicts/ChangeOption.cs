using System.Collections.Immutable;
using ZoningRules.Problems;

namespace ZoningRules.Verdicts;

/// <summary>New values and the verdict of the assessment with them.</summary>
/// <param name="Values">A value or range of values for each attribute of the change, in its order; the verdict is the same for all values of a range.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Possible">The possible verdicts, mildest first; more than one when questions are still open.</param>
/// <param name="Questions">The attributes that are then asked for, cheapest first.</param>
public sealed record ChangeOption(ImmutableArray<LocalText> Values, Verdict Verdict, ImmutableArray<Verdict> Possible, ImmutableArray<string> Questions);
