using System.Collections.Immutable;
using ZoningRules.Measures;

namespace ZoningRules.Facts;

/// <summary>What values an attribute may have. Closed.</summary>
public abstract record AttributeType
{
    private protected AttributeType() { }

    /// <summary>Yes or no; as a choice, 0 is no and 1 is yes.</summary>
    public sealed record YesNo : AttributeType;

    /// <summary>One of at most 64 values.</summary>
    public sealed record Choice(ImmutableArray<ChoiceOption> Options) : AttributeType;

    /// <summary>Any of at most 64 values.</summary>
    public sealed record Choices(ImmutableArray<ChoiceOption> Options) : AttributeType;

    /// <summary>A code of a system.</summary>
    public sealed record Code(CodeSystem System) : AttributeType;

    /// <summary>A number; ends, if any, are included and in the base measure.</summary>
    /// <param name="Measure">The measure questions ask for; values may use any measure of its dimension.</param>
    /// <param name="Minimum">The least value, or null.</param>
    /// <param name="Maximum">The greatest value, or null.</param>
    public sealed record Number(MeasureUnit Measure, decimal? Minimum, decimal? Maximum) : AttributeType;

    /// <summary>A text, which no condition can use.</summary>
    public sealed record Text : AttributeType;

    /// <summary>A collection of items with these fields.</summary>
    public sealed record Items(ImmutableArray<AttributeDefinition> Fields) : AttributeType;
}
