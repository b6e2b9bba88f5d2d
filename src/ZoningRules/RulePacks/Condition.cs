using System.Collections.Immutable;
using System.Diagnostics;
using ZoningRules.Problems;

namespace ZoningRules.RulePacks;

/// <summary>A typed, closed tree over leaves. Equality of trees is by reference of their parts.</summary>
public abstract record Condition
{
    private protected Condition() { }

    /// <summary>Every line of the tree, depth first.</summary>
    internal IEnumerable<Leaf> Lines => this switch
    {
        All all => all.Parts.SelectMany(p => p.Lines),
        Any any => any.Parts.SelectMany(p => p.Lines),
        Not not => not.Part.Lines,
        Leaf leaf => [leaf],
        _ => throw new UnreachableException(),
    };

    /// <summary>True when all parts are; True when there are none.</summary>
    public sealed record All(ImmutableArray<Condition> Parts) : Condition;

    /// <summary>True when one part is; False when there are none.</summary>
    public sealed record Any(ImmutableArray<Condition> Parts) : Condition;

    /// <summary>True when the part is False.</summary>
    public sealed record Not(Condition Part) : Condition;

    /// <summary>One line of the file.</summary>
    /// <param name="Text">The line as written.</param>
    /// <param name="Test">What it means.</param>
    /// <param name="Place">Where it stands.</param>
    public sealed record Leaf(string Text, LeafTest Test, SourcePlace Place) : Condition;
}
