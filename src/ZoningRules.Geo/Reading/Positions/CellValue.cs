using System.Text.RegularExpressions;

namespace ZoningRules.Geo.Reading.Positions;

/// <summary>Reads a cell that should hold one coordinate and nothing else.</summary>
internal static partial class CellValue
{
    private const int Longest = 100;

    /// <summary>The coordinate, or what is wrong with it.</summary>
    public static (CoordinateValue? Value, (string Zh, string En)? Fault) Read(string cell)
    {
        var text = PlainSigns.Of(cell).Trim().Trim('*').Trim();
        if (text.Length > Longest)
        {
            return (null, ("的内容过长", "is too long"));
        }

        if (Grouped().IsMatch(text))
        {
            if (!UnmistakablyGrouped().IsMatch(text))
            {
                return (null, ("里的逗号是千分位还是小数点不明，请去掉", "has a comma that may stand for thousands or for the decimal point; leave it out"));
            }

            text = text.Replace(",", "", StringComparison.Ordinal);
        }

        var scanner = new ValueScanner(text);
        if (scanner.Read() is { } value && scanner.At >= text.TrimEnd('.', ',', ';').Length)
        {
            return (value, null);
        }

        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 3 && parts.All(p => Digits().IsMatch(p)))
        {
            return scanner.Angle(parts[0], parts[1], parts[2]) is { } angle
                ? (new(angle, ValueStyle.Spaces, AxisWord.None, text, 1), null)
                : (null, scanner.Fault);
        }

        return (null, scanner.Fault ?? ("不是一个坐标", "is no coordinate"));
    }

    /// <summary>A plain number read as packed degrees, minutes and seconds.</summary>
    public static (CoordinateValue? Value, (string Zh, string En)? Fault) Unpack(CoordinateValue value)
    {
        var digits = new string([.. value.Text.Where(c => char.IsAsciiDigit(c) || c == '.')]);
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var (degrees, rest) = point < 0 ? (digits, "") : (digits[..point], digits[(point + 1)..]);
        rest = rest.PadRight(4, '0');
        var seconds = rest.Length > 4 ? $"{rest[2..4]}.{rest[4..]}" : rest[2..4];
        var scanner = new ValueScanner("");
        return scanner.Angle(degrees, rest[..2], seconds) is { } angle
            ? (value with { Number = value.Number < 0 ? -angle : angle, Style = ValueStyle.Packed }, null)
            : (null, scanner.Fault);
    }

    [GeneratedRegex(@"^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^[-+]?\d{1,3}(,\d{3})+\.\d+$|^[-+]?\d{1,3}(,\d{3}){2,}$", RegexOptions.CultureInvariant)]
    private static partial Regex UnmistakablyGrouped();

    [GeneratedRegex(@"^\d{1,10}(\.\d{1,30})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
