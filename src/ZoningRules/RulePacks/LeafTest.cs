using System.Collections.Immutable;
using System.Diagnostics;
using ZoningRules.Facts;

namespace ZoningRules.RulePacks;

/// <summary>The typed meaning of one leaf. Closed.</summary>
public abstract record LeafTest
{
    private protected LeafTest() { }

    /// <summary>The attributes, fields and measured numbers it looks at, in the order of the line; empty when it asks only where the site lies.</summary>
    public ImmutableArray<Operand> Operands => this switch
    {
        OneOf test => [test.Of],
        CodeIn test => [test.Of],
        OnList test => [test.Of],
        Includes test => [test.Of],
        Compare test => [test.Of],
        CompareParameter test => [test.Of],
        CompareOperands test => [test.Left, test.Right],
        SiteIn or SiteWithin => [],
        _ => throw new UnreachableException(),
    };

    /// <summary>The ids of the layers it looks at, in the order of the line; a layer compared with itself stands there twice.</summary>
    public ImmutableArray<string> Layers => this switch
    {
        SiteIn test => [test.Layer],
        SiteWithin test => [test.Layer],
        _ => [.. Operands.SelectMany(o => o.Layers)],
    };

    /// <summary>A yes-no or choice operand has one of the values.</summary>
    /// <param name="Of">An attribute or field of type yes-no or choice.</param>
    /// <param name="Mask">Bit i stands for the i-th value.</param>
    public sealed record OneOf(Operand Of, ulong Mask) : LeafTest;

    /// <summary>A code operand is covered by one of the codes.</summary>
    public sealed record CodeIn(Operand Of, CodeSystem System, ImmutableArray<CodeEntry> Codes) : LeafTest;

    /// <summary>A code operand is on the list at the governing date.</summary>
    /// <param name="Of">A code attribute or field.</param>
    /// <param name="List">The list.</param>
    /// <param name="Decision">For an open list: the officer's decision whether 等 covers the trade; null for a closed one.</param>
    public sealed record OnList(Operand Of, CodeList List, AttributeDefinition? Decision) : LeafTest;

    /// <summary>A <c>choices</c> operand holds one of the values.</summary>
    public sealed record Includes(Operand Of, ulong Mask) : LeafTest;

    /// <summary>A number compares with a fixed value, in the base measure.</summary>
    public sealed record Compare(Operand Of, Comparison Comparison, decimal Limit) : LeafTest;

    /// <summary>A number compares with a dated parameter.</summary>
    public sealed record CompareParameter(Operand Of, Comparison Comparison, Parameter Limit) : LeafTest;

    /// <summary>Two numbers of one dimension compare.</summary>
    public sealed record CompareOperands(Operand Left, Comparison Comparison, Operand Right) : LeafTest;

    /// <summary>A part of the site lies in the layer's area.</summary>
    public sealed record SiteIn(string Layer, int Slot) : LeafTest;

    /// <summary>The whole site lies in the layer's area.</summary>
    public sealed record SiteWithin(string Layer, int Slot) : LeafTest;
}
