namespace ZoningRules.Measures;

/// <summary>A share: 1 is the whole. Exact decimal; ordered by value.</summary>
/// <param name="Value">The number.</param>
public readonly record struct Ratio(decimal Value) : IComparable<Ratio>
{
    /// <summary>Compares by value.</summary>
    public static bool operator <(Ratio left, Ratio right) => left.Value < right.Value;

    /// <summary>Compares by value.</summary>
    public static bool operator >(Ratio left, Ratio right) => left.Value > right.Value;

    /// <summary>Compares by value.</summary>
    public static bool operator <=(Ratio left, Ratio right) => left.Value <= right.Value;

    /// <summary>Compares by value.</summary>
    public static bool operator >=(Ratio left, Ratio right) => left.Value >= right.Value;

    /// <inheritdoc/>
    public int CompareTo(Ratio other) => Value.CompareTo(other.Value);
}
