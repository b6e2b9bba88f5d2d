using System.Collections.Immutable;
using System.Diagnostics;
using ZoningRules.Facts;

namespace ZoningRules.RulePacks;

/// <summary>What a leaf looks at. Closed.</summary>
public abstract record Operand
{
    private protected Operand() { }

    /// <summary>The id of the layer it looks at; empty when it looks at the proposal.</summary>
    public ImmutableArray<string> Layers => this switch
    {
        Distance of => [of.Layer],
        Overlap of => [of.Layer],
        Share of => [of.Layer],
        OfProposal or OfItem => [],
        _ => throw new UnreachableException(),
    };

    /// <summary>An attribute of the proposal.</summary>
    public sealed record OfProposal(AttributeDefinition Definition) : Operand;

    /// <summary>A field of the item that a <c>for-each</c> norm is about.</summary>
    public sealed record OfItem(AttributeDefinition Definition) : Operand;

    /// <summary>Least distance from the site to a layer, in metres.</summary>
    public sealed record Distance(string Layer, int Slot) : Operand;

    /// <summary>Common area of site and layer, in square metres.</summary>
    public sealed record Overlap(string Layer, int Slot) : Operand;

    /// <summary>Common area as a share of the site.</summary>
    public sealed record Share(string Layer, int Slot) : Operand;
}
