using System.Collections.Immutable;

namespace ZoningRules.Cases;

/// <summary>What the cases of a pack cover.</summary>
/// <param name="Lines">One entry a test of a line of a computed norm, in the order of the pack.</param>
/// <param name="Norms">One entry a computed norm, in the order of the pack.</param>
/// <param name="WordsCovered">Characters of the quotes that stand in the span of a norm which some case violates or obliges, or in a remainder with its reason.</param>
/// <param name="Words">Characters of all quotes, white space left out.</param>
public sealed record PackCoverage(ImmutableArray<LineCoverage> Lines, ImmutableArray<NormCoverage> Norms, int WordsCovered, int Words)
{
    /// <summary>How many line tests were seen deciding both ways, as far as they can.</summary>
    public int FullLines => Lines.Count(l => l.IsFull);

    /// <summary>How many line tests are proved to be unable to decide one way or either.</summary>
    public int ProvedLines => Lines.Count(l => l.CannotBeTrue || l.CannotBeFalse);

    /// <summary>Whether every line and norm is covered.</summary>
    public bool IsFull => Lines.All(l => l.IsFull) && Norms.All(n => n.IsFull);
}
