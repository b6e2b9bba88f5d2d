using System.Collections.Immutable;
using ZoningRules.Measures;
using ZoningRules.Problems;

namespace ZoningRules.RulePacks;

/// <summary>A value of the law that changes with time.</summary>
public sealed record Parameter
{
    /// <summary>The name used in files.</summary>
    public required string Name { get; init; }

    /// <summary>How it is printed.</summary>
    public required LocalText Label { get; init; }

    /// <summary>The measure its values use.</summary>
    public required MeasureUnit Measure { get; init; }

    /// <summary>Values in the order of their first days; they do not overlap.</summary>
    public required ImmutableArray<ParameterValue> Values { get; init; }

    /// <summary>Where it is declared.</summary>
    public required SourcePlace Place { get; init; }

    /// <summary>The value of a day, or null when none is published.</summary>
    public ParameterValue? On(DateOnly date)
    {
        foreach (var value in Values)
        {
            if (value.InForce.Holds(date))
            {
                return value;
            }
        }

        return null;
    }
}
