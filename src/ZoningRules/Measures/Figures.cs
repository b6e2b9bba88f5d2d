using System.Globalization;
using ZoningRules.Problems;

namespace ZoningRules.Measures;

/// <summary>Prints numbers for people: rounded, with their measure, the same on every machine.</summary>
public static class Figures
{
    /// <summary>A length: in metres below 1000 m, in kilometres from there on.</summary>
    public static string Of(Metres length) => Length(length.Value, length.Value);

    /// <summary>A length within its ends: the middle and half the width, both ends when they lie far apart; <c>≤</c> when it starts at zero.</summary>
    public static string Of(Interval<Metres> length)
    {
        var (low, high) = (length.Low.Value, length.High.Value);
        if (low == high)
        {
            return Of(length.Low);
        }

        if (low <= 0)
        {
            return "≤ " + Length(high, high);
        }

        var middle = (low / 2) + (high / 2);
        var half = (high / 2) - (low / 2);
        if (half > middle / 5)
        {
            // Two ends say more than a middle that is hardly known.
            return $"{Length(low, low)} – {Length(high, high)}";
        }

        return middle < 1000
            ? $"{Length(middle, middle)} ± {Number(half, half < 100 ? 1 : 0)} m"
            : $"{Length(middle, middle)} ± {Number(half / 1000, half < 10 ? 3 : 2)} km";
    }

    /// <summary>An area: square metres below one hectare, hectares below one square kilometre, then square kilometres.</summary>
    public static string Of(SquareMetres area, Language language) => area.Value switch
    {
        < 10_000 => Number(area.Value, area.Value < 100 ? 1 : 0) + " m²",
        < 1_000_000 => Number(area.Value / 10_000, 2) + (language == Language.Zh ? " 公顷" : " ha"),
        _ => Number(area.Value / 1_000_000, 2) + " km²",
    };

    /// <summary>An area within its ends.</summary>
    public static string Of(Interval<SquareMetres> area, Language language) =>
        area.IsPoint ? Of(area.Low, language) : $"{Of(area.Low, language)} – {Of(area.High, language)}";

    /// <summary>A share in percent. A share that is not nothing never prints as 0 %, and one that is not everything never as 100 %.</summary>
    public static string Of(Ratio share) => share.Value switch
    {
        0 => "0 %",
        1 => "100 %",
        > 0 and < 0.001m => "< 0.1 %",
        > 0.999m and < 1 => "> 99.9 %",
        > 1 => "> 100 %",
        < 0 => "< 0 %",
        _ => Number(share.Value * 100, 1) + " %",
    };

    /// <summary>A share within its ends.</summary>
    public static string Of(Interval<Ratio> share) => share.IsPoint ? Of(share.Low) : $"{Of(share.Low)} – {Of(share.High)}";

    /// <summary>A day as year, month and day with hyphens.</summary>
    public static string Of(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A count.</summary>
    public static string Of(int count) => count.ToString(CultureInfo.InvariantCulture);

    /// <summary>A count with what is counted, as English says it.</summary>
    /// <param name="count">The count.</param>
    /// <param name="one">What one is called.</param>
    /// <param name="many">What any other number is called.</param>
    public static string Counted(long count, string one, string many) => $"{count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";

    /// <summary>A position in degrees.</summary>
    public static string Of((decimal Longitude, decimal Latitude) position) =>
        $"{Number(position.Longitude, 6)}°E, {Number(position.Latitude, 6)}°N";

    /// <summary>A number without needless zeros, rounded half away from zero.</summary>
    internal static string Number(decimal value, int decimals)
    {
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        return rounded.ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture);
    }

    private static string Length(decimal value, decimal size) =>
        size < 1000 ? Number(value, size < 100 ? 1 : 0) + " m" : Fixed(value / 1000) + " km";

    private static string Fixed(decimal kilometres) => kilometres.ToString("0.00", CultureInfo.InvariantCulture);
}
