using System.Globalization;

namespace ZoningRules.Geo.Reading.Positions;

/// <summary>
/// Reads the text of a point that is nothing but two decimal numbers, as programs write them, without the work that what people write takes. INVARIANT: what it returns is
/// what <see cref="PastedText.ReadPoint"/> returns, which then has no order and no steps.
/// </summary>
internal static class PlainPoint
{
    private const int MostWhole = 8;
    private const int MostDecimals = 12;

    /// <summary>Reads a text such as <c>117.2,29.27</c> or <c>3240000.5, 500000.5</c>; null when it is anything else.</summary>
    public static RawRing? Read(string text)
    {
        var comma = text.IndexOf(',');
        if (comma <= 0)
        {
            return null;
        }

        var first = text.AsSpan(0, comma);
        var second = text.AsSpan(comma + 1);
        second = second is [' ', ..] ? second[1..] : second;
        return IsPlain(first) && IsPlain(second) ? new([NumberOf(first)], [NumberOf(second)]) : null;
    }

    private static double NumberOf(ReadOnlySpan<char> text) => double.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static bool IsPlain(ReadOnlySpan<char> text)
    {
        var point = text.IndexOf('.');
        return point is > 0 and <= MostWhole && text.Length - point - 1 is > 0 and <= MostDecimals
            && !text[..point].ContainsAnyExceptInRange('0', '9') && !text[(point + 1)..].ContainsAnyExceptInRange('0', '9');
    }
}
