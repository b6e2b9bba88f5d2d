using System.Collections.Immutable;
using ZoningRules.Facts;

namespace ZoningRules.Verdicts;

/// <summary>A declared number and what the verdict would be for every value it could have, everything else as it is.</summary>
public sealed record AttributeMargin
{
    /// <summary>The attribute's id, or <c>items[1].field</c>, counted from 1.</summary>
    public required string Attribute { get; init; }

    /// <summary>The declaration of the attribute or field.</summary>
    public required AttributeDefinition Definition { get; init; }

    /// <summary>The value as declared.</summary>
    public required string Shown { get; init; }

    /// <summary>All values it may have, cut where the possible verdicts change; ascending, without gaps, neighbours differ.</summary>
    public required ImmutableArray<ValueRange> Ranges { get; init; }

    /// <summary>Position in <see cref="Ranges"/> of the range of the declared value; of an inexact value, of its lowest.</summary>
    public required int First { get; init; }

    /// <summary>As <see cref="First"/>, of an inexact value's highest.</summary>
    public required int Last { get; init; }
}
