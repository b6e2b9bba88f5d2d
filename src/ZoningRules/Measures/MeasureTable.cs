using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ZoningRules.Measures;

/// <summary>The measures known to a rule pack: the built-in ones and its own. Immutable.</summary>
public sealed class MeasureTable
{
    /// <summary>Metre, the base of length.</summary>
    public static readonly MeasureUnit Metre = new("m", "length", 1, 1, 0, new("米", "m"));

    /// <summary>Square metre, the base of area.</summary>
    public static readonly MeasureUnit SquareMetre = new("m2", "area", 1, 1, 0, new("平方米", "m²"));

    /// <summary>Percent; the base of ratio is 1 = 100 %.</summary>
    public static readonly MeasureUnit Percent = new("%", "ratio", 1, 100, 0, new("%", "%"));

    /// <summary>A plain count.</summary>
    public static readonly MeasureUnit Count = new("count", "count", 1, 1, 0, new("个", "count"));

    private static readonly ImmutableArray<MeasureUnit> BuiltIn =
    [
        Metre,
        new("km", "length", 1000, 1, 0, new("公里", "km")),
        SquareMetre,
        new("ha", "area", 10_000, 1, 0, new("公顷", "ha")),
        new("km2", "area", 1_000_000, 1, 0, new("平方公里", "km²")),
        new("mu", "area", 2000, 3, 0, new("亩", "mu")),
        Percent,
        Count,
    ];

    private readonly FrozenDictionary<string, MeasureUnit> byName;

    /// <summary>Makes a table from a pack's own measures, besides the built-in ones.</summary>
    /// <exception cref="ArgumentException">A name occurs twice.</exception>
    public MeasureTable(IEnumerable<MeasureUnit> declared)
    {
        All = [.. BuiltIn, .. declared];
        byName = All.ToFrozenDictionary(m => m.Name, StringComparer.Ordinal);
    }

    /// <summary>The built-in measures only.</summary>
    public static MeasureTable Standard { get; } = new([]);

    /// <summary>All measures, built-in first, then in the order of the pack.</summary>
    public ImmutableArray<MeasureUnit> All { get; }

    /// <summary>Finds a measure by its name.</summary>
    public bool TryFind(string name, [NotNullWhen(true)] out MeasureUnit? measure) => byName.TryGetValue(name, out measure);

    /// <summary>The base measure of a dimension, or null when there is none.</summary>
    public MeasureUnit? BaseOf(string dimension) =>
        All.FirstOrDefault(m => m.Dimension == dimension && m.Numerator == m.Denominator && m.ApproximatePercent == 0)
        ?? (dimension == "ratio" ? Percent : null);

    /// <summary>Reads <c>NUMBER MEASURE</c>, with any white space between; the number in plain decimal notation.</summary>
    public bool TryParse(string text, [NotNullWhen(true)] out Quantity? quantity)
    {
        quantity = null;
        var trimmed = text.AsSpan().Trim();
        var end = 0;
        while (end < trimmed.Length && (char.IsAsciiDigit(trimmed[end]) || trimmed[end] is '.' or '-' or '+'))
        {
            end++;
        }

        var name = trimmed[end..].Trim().ToString();
        if (!TryParseNumber(trimmed[..end], out var value) || !TryFind(name, out var measure))
        {
            return false;
        }

        quantity = new(value, measure);
        return true;
    }

    /// <summary>
    /// Reads a decimal number in plain notation: sign, digits, point, digits; no exponent, no grouping. Numbers beyond 10^15 are refused, so that no arithmetic of an
    /// evaluation can overflow.
    /// </summary>
    public static bool TryParseNumber(ReadOnlySpan<char> text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)
        && Math.Abs(value) <= 1_000_000_000_000_000m;
}
