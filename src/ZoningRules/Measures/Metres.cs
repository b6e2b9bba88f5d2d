namespace ZoningRules.Measures;

/// <summary>A length in metres, in a projected plane whose method the result names. Exact decimal; ordered by value.</summary>
/// <param name="Value">The number.</param>
public readonly record struct Metres(decimal Value) : IComparable<Metres>
{
    /// <summary>Compares by value.</summary>
    public static bool operator <(Metres left, Metres right) => left.Value < right.Value;

    /// <summary>Compares by value.</summary>
    public static bool operator >(Metres left, Metres right) => left.Value > right.Value;

    /// <summary>Compares by value.</summary>
    public static bool operator <=(Metres left, Metres right) => left.Value <= right.Value;

    /// <summary>Compares by value.</summary>
    public static bool operator >=(Metres left, Metres right) => left.Value >= right.Value;

    /// <inheritdoc/>
    public int CompareTo(Metres other) => Value.CompareTo(other.Value);
}
