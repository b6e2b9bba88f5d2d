namespace ZoningRules.Measures;

/// <summary>An area in square metres, in a projected plane whose method the result names. Exact decimal; ordered by value.</summary>
/// <param name="Value">The number.</param>
public readonly record struct SquareMetres(decimal Value) : IComparable<SquareMetres>
{
    /// <summary>Compares by value.</summary>
    public static bool operator <(SquareMetres left, SquareMetres right) => left.Value < right.Value;

    /// <summary>Compares by value.</summary>
    public static bool operator >(SquareMetres left, SquareMetres right) => left.Value > right.Value;

    /// <summary>Compares by value.</summary>
    public static bool operator <=(SquareMetres left, SquareMetres right) => left.Value <= right.Value;

    /// <summary>Compares by value.</summary>
    public static bool operator >=(SquareMetres left, SquareMetres right) => left.Value >= right.Value;

    /// <inheritdoc/>
    public int CompareTo(SquareMetres other) => Value.CompareTo(other.Value);
}
