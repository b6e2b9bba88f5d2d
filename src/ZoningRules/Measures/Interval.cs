namespace ZoningRules.Measures;

/// <summary>All values from a low to a high end, both ends included. A known value is an interval of one point.</summary>
/// <typeparam name="T">An ordered number type.</typeparam>
public readonly record struct Interval<T>
    where T : struct, IComparable<T>
{
    /// <summary>Makes an interval.</summary>
    /// <exception cref="ArgumentException"><paramref name="low"/> is above <paramref name="high"/>.</exception>
    public Interval(T low, T high)
    {
        if (low.CompareTo(high) > 0)
        {
            throw new ArgumentException($"the low end {low} is above the high end {high}", nameof(low));
        }

        Low = low;
        High = high;
    }

    /// <summary>The lowest value, included.</summary>
    public T Low { get; }

    /// <summary>The highest value, included.</summary>
    public T High { get; }

    /// <summary>Whether the interval holds a single value.</summary>
    public bool IsPoint => Low.CompareTo(High) == 0;

    /// <summary>The interval of one value.</summary>
    public static Interval<T> Of(T value) => new(value, value);

    /// <summary>Whether two intervals share a value.</summary>
    public bool Meets(Interval<T> other) => Low.CompareTo(other.High) <= 0 && other.Low.CompareTo(High) <= 0;
}
