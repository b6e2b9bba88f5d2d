using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.Measures;

/// <summary>Reads measure values and their ranges from files.</summary>
internal static class MeasureText
{
    /// <summary>A measure value of the expected dimension; a bare number is enough for a count. Null after a problem.</summary>
    public static Quantity? Read(
        MeasureTable measures, string member, string text, MeasureUnit expected, SourcePlace? place, ProblemList problems)
    {
        if (Parse(measures, text, expected) is not { } quantity)
        {
            Malformed(measures, member, text, expected, place, problems);
            return null;
        }

        return IsFit(quantity, member, text, expected, place, problems) ? quantity : null;
    }

    /// <summary>A measure value or <c>LO..HI measure</c>. Null after a problem.</summary>
    public static (Quantity Low, Quantity High)? ReadRange(
        MeasureTable measures, string member, string text, MeasureUnit expected, SourcePlace? place, ProblemList problems)
    {
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0)
        {
            return Read(measures, member, text, expected, place, problems) is { } single ? (single, single) : null;
        }

        if (Parse(measures, text[(dots + 2)..], expected) is not { } high || !MeasureTable.TryParseNumber(text.AsSpan(0, dots).Trim(), out var number))
        {
            Malformed(measures, member, text, expected, place, problems);
            return null;
        }

        if (!IsFit(high, member, text, expected, place, problems))
        {
            return null;
        }

        if (number > high.Value)
        {
            problems.Add(ProblemCode.AttributeOrder, place, member, text);
            return null;
        }

        return (new(number, high.Measure), high);
    }

    /// <summary>The base value of an amount, or null, with a problem, when it is too large to compute with.</summary>
    public static Interval<decimal>? ToBase(Quantity quantity, string member, SourcePlace? place, ProblemList problems)
    {
        try
        {
            return quantity.ToBase();
        }
        catch (OverflowException)
        {
            problems.Add(ProblemCode.OutOfRange, place, member, Naming.Shortened(quantity.ToString()), "±7.9e28");
            return null;
        }
    }

    private static Quantity? Parse(MeasureTable measures, string text, MeasureUnit expected)
    {
        if (expected.Dimension == MeasureTable.Count.Dimension && MeasureTable.TryParseNumber(text.AsSpan().Trim(), out var count))
        {
            return new(count, expected);
        }

        return measures.TryParse(text, out var quantity) ? quantity : null;
    }

    private static bool IsFit(Quantity quantity, string member, string text, MeasureUnit expected, SourcePlace? place, ProblemList problems)
    {
        if (quantity.Measure.Dimension == expected.Dimension)
        {
            return true;
        }

        problems.Add(ProblemCode.WrongDimension, place, member, Naming.Shortened(text), expected.Name);
        return false;
    }

    private static void Malformed(
        MeasureTable measures, string member, string text, MeasureUnit expected, SourcePlace? place, ProblemList problems)
    {
        if (expected.Dimension == MeasureTable.Count.Dimension)
        {
            problems.Add(ProblemCode.BadNumber, place, member, Naming.Shortened(text));
            return;
        }

        var known = measures.All.Where(m => m.Dimension == expected.Dimension).Select(m => m.Name).ToList();
        problems.Add(ProblemCode.BadMeasure, place, member, Naming.Shortened(text), Naming.Listed(known));
    }
}
