using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Cases;

/// <summary>A rule pack with one small slip in it.</summary>
/// <param name="Norm">The id of the norm that was changed.</param>
/// <param name="Change">The slip in words: what stood there and what stands there now.</param>
/// <param name="Place">Where.</param>
public sealed record Mutant(string Norm, LocalText Change, SourcePlace Place)
{
    internal Mutant(string norm, LocalText change, SourcePlace place, Requirement requirement)
        : this(norm, change, place) => Requirement = requirement;

    /// <summary>The norm's requirement as changed; null for a slip that was only described.</summary>
    internal Requirement? Requirement { get; }

    /// <summary>Whether it changes what no condition says: a cap or its obligations.</summary>
    internal bool IsBesideConditions { get; init; }
}
