using System.Collections.Immutable;

namespace ZoningRules.Verdicts;

/// <summary>Values of a number, in the base measure of its dimension, for which the possible verdicts are the same.</summary>
/// <param name="Low">The lower end; null when there is none.</param>
/// <param name="LowIncluded">Whether the lower end belongs to it.</param>
/// <param name="High">The upper end; null when there is none.</param>
/// <param name="HighIncluded">Whether the upper end belongs to it.</param>
/// <param name="Verdict">The verdict for all of them.</param>
/// <param name="Possible">The possible verdicts for all of them, mildest first.</param>
/// <param name="Norms">The norms whose outcome differs from that in the assessment, in the order of the findings.</param>
public sealed record ValueRange(
    decimal? Low, bool LowIncluded, decimal? High, bool HighIncluded, Verdict Verdict, ImmutableArray<Verdict> Possible, ImmutableArray<NormChange> Norms)
{
    /// <summary>Whether a value lies in it.</summary>
    public bool Holds(decimal value) =>
        (Low is not { } low || (LowIncluded ? value >= low : value > low)) && (High is not { } high || (HighIncluded ? value <= high : value < high));
}
