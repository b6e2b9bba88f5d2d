using ZoningRules.Problems;

namespace ZoningRules.Measures;

/// <summary>A measure such as <c>t/a</c>: what one of it is in the base measure of its dimension.</summary>
/// <param name="Name">The name used in files, ASCII.</param>
/// <param name="Dimension">The dimension; only measures of one dimension compare.</param>
/// <param name="Numerator">One of it is Numerator / Denominator of the base measure.</param>
/// <param name="Denominator">See <paramref name="Numerator"/>; above zero.</param>
/// <param name="ApproximatePercent">How far the conversion may be off, in percent of the value, to each side; 0 when exact.</param>
/// <param name="Label">How it is printed.</param>
public sealed record MeasureUnit(
    string Name, string Dimension, decimal Numerator, decimal Denominator, decimal ApproximatePercent, LocalText Label)
{
    /// <summary>Converts a value of this measure to the base measure of its dimension; an interval when the conversion is approximate.</summary>
    /// <exception cref="OverflowException">The result does not fit a decimal.</exception>
    public Interval<decimal> ToBase(decimal value)
    {
        var exact = value * Numerator / Denominator;
        if (ApproximatePercent == 0)
        {
            return Interval<decimal>.Of(exact);
        }

        var margin = Math.Abs(exact) * ApproximatePercent / 100;
        return new(exact - margin, exact + margin);
    }

    /// <summary>Converts a value of the base measure to this measure, ignoring the approximation.</summary>
    public decimal FromBase(decimal value) => value * Denominator / Numerator;
}
