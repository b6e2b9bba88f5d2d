using System.Globalization;

namespace ZoningRules.Measures;

/// <summary>A number with its measure, as written. Equality compares both as written: 1 km differs from 1000 m.</summary>
/// <param name="Value">The number.</param>
/// <param name="Measure">Its measure.</param>
public sealed record Quantity(decimal Value, MeasureUnit Measure)
{
    /// <summary>The value in the base measure of its dimension.</summary>
    public Interval<decimal> ToBase() => Measure.ToBase(Value);

    /// <summary>Number, space, measure name; readable by <see cref="MeasureTable.TryParse"/>.</summary>
    public override string ToString() => $"{Value.ToString(CultureInfo.InvariantCulture)} {Measure.Name}";
}
