using System.Globalization;

namespace ZoningRules.Geo.Reading.Positions;

/// <summary>Reads coordinates from a line with plain signs, one after the other.</summary>
internal sealed class ValueScanner(string line)
{
    private const int LongestNumber = 40;
    private const double GreatestDegrees = 180;

    // Longer words first, so that 东经 is not read as 东.
    private static readonly string[] Directions =
    [
        "东经度", "北纬度", "东经", "北纬", "西经", "南纬", "经度", "纬度", "东", "北", "西", "南",
        "longitude", "latitude", "lon", "lng", "lat", "E", "N", "W", "S",
    ];

    /// <summary>Where the next character is read.</summary>
    public int At { get; set; }

    /// <summary>Why the last value was not one; null when nothing special is known.</summary>
    public (string Zh, string En)? Fault { get; private set; }

    /// <summary>Reads a value with the direction before or after it; null leaves the place as it was.</summary>
    public CoordinateValue? Read()
    {
        var start = At;
        Fault = null;
        var (axis, sign) = Prefix();
        if (Magnitude() is not { } found)
        {
            At = start;
            return null;
        }

        if (axis == AxisWord.None)
        {
            (axis, sign) = Suffix(found.Style == ValueStyle.Plain && line.AsSpan()[start..At].IndexOf('.') < 0);
        }

        if (!EndsHere())
        {
            At = start;
            return null;
        }

        return new(sign * found.Number, found.Style, axis, line[start..At].Trim(), start + 1);
    }

    private static bool IsDegree(char c) => c is PlainSigns.Degree or '度';

    private static bool IsMinute(char c) => c is PlainSigns.Minute or '分';

    private char Peek(int ahead = 0) => At + ahead < line.Length ? line[At + ahead] : '\0';

    private void SkipSpace()
    {
        while (Peek() is ' ')
        {
            At++;
        }
    }

    // X=, Y: need the sign between; E117° needs a number with a point or a mark, because E1 is the name of a point.
    private (AxisWord Axis, int Sign) Prefix()
    {
        if (Peek() is 'X' or 'Y' or 'x' or 'y')
        {
            var before = At++;
            SkipSpace();
            if (Peek() is '=' or ':')
            {
                At++;
                SkipSpace();
                return (AxisWords.Of(line[before].ToString()), 1);
            }

            At = before;
            return (AxisWord.None, 1);
        }

        if (Directions.FirstOrDefault(Starts) is not { } word)
        {
            return (AxisWord.None, 1);
        }

        var start = At;
        At += word.Length;
        SkipSpace();
        var joined = At == start + word.Length;
        if (Peek() is '=' or ':')
        {
            At++;
            joined = false;
            SkipSpace();
        }

        if (!(char.IsAsciiDigit(Peek()) || Peek() is '-' or '+') || (joined && word.Length == 1 && char.IsAsciiLetter(word[0]) && !IsRich()))
        {
            At = start;
            return (AxisWord.None, 1);
        }

        return (AxisWords.Of(word), SignOf(word));
    }

    // Whether the number here has a point, a mark or three parts.
    private bool IsRich()
    {
        var at = AfterDigits(At);
        if (at >= line.Length)
        {
            return false;
        }

        if (line[at] is '-' or ':')
        {
            var second = AfterDigits(at + 1);
            return second > at + 1 && second + 1 < line.Length && line[second] == line[at] && char.IsAsciiDigit(line[second + 1]);
        }

        return line[at] is '.' || IsDegree(line[at]);
    }

    private int AfterDigits(int at)
    {
        while (at < line.Length && char.IsAsciiDigit(line[at]))
        {
            at++;
        }

        return at;
    }

    private (AxisWord Axis, int Sign) Suffix(bool isWhole)
    {
        var before = At;
        SkipSpace();
        var isApart = At > before;
        if (Directions.FirstOrDefault(Starts) is { } word
            && !char.IsLetterOrDigit(Peek(word.Length)) && Peek(word.Length) is not ('-' or '+' or '=' or ':'))
        {
            At += word.Length;
            var after = At;
            SkipSpace();

            // 1  E 117.2: the number of a point, and the direction of what follows.
            if (!isWhole || !isApart || !char.IsAsciiDigit(Peek()))
            {
                At = after;
                return (AxisWords.Of(word), SignOf(word));
            }
        }

        At = before;
        return (AxisWord.None, 1);
    }

    private bool Starts(string word) => string.Compare(line, At, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static int SignOf(string word) => word is "W" or "w" or "S" or "s" or "西经" or "南纬" or "西" or "南" ? -1 : 1;

    private (double Number, ValueStyle Style)? Magnitude()
    {
        var sign = 1;
        if (Peek() is '-' or '+')
        {
            sign = Peek() == '-' ? -1 : 1;
            At++;
        }

        if (Digits() is not { } first)
        {
            return null;
        }

        if (Peek() is 'e' or 'E' && (char.IsAsciiDigit(Peek(1)) || (Peek(1) is '-' or '+' && char.IsAsciiDigit(Peek(2)))))
        {
            Fault = ("是科学计数法，位数可能已丢失；请写全部数字", "is in scientific notation, which may have lost digits; write all of them");
            return null;
        }

        var after = At;
        SkipSpace();
        if (IsDegree(Peek()))
        {
            At++;
            return Marked(first) is { } marked ? (sign * marked.Number, marked.Style) : null;
        }

        At = after;
        foreach (var (separator, style) in (ReadOnlySpan<(char, ValueStyle)>)[('-', ValueStyle.Hyphens), (':', ValueStyle.Colons)])
        {
            if (Peek() == separator && char.IsAsciiDigit(Peek(1)))
            {
                return Separated(first, separator) is { } parts ? (sign * parts, style) : null;
            }
        }

        if (Peek() is 'm' or '米')
        {
            At++;
        }

        return (sign * double.Parse(first, CultureInfo.InvariantCulture), ValueStyle.Plain);
    }

    // After the degree sign: minutes count only with their sign, because 117.2° 29.27° are two values.
    private (double Number, ValueStyle Style)? Marked(string degrees)
    {
        var after = At;
        SkipSpace();
        var joined = At == after;
        var minutes = Digits();
        var beforeSign = At;
        SkipSpace();
        if (minutes is null || !IsMinute(Peek()))
        {
            At = minutes is not null && joined ? beforeSign : after;
            if (minutes is not null && joined)
            {
                Fault = ("缺少分的符号（′）", "lacks the sign of minutes (′)");
                return null;
            }

            return (double.Parse(degrees, CultureInfo.InvariantCulture), ValueStyle.Degrees);
        }

        At++;
        if (Peek() == PlainSigns.Minute)
        {
            Fault = ("度后面应先写分，再写秒", "has seconds where minutes should be");
            return null;
        }

        after = At;
        SkipSpace();
        joined = At == after;
        var seconds = Digits();
        beforeSign = At;
        SkipSpace();
        if (seconds is null || !Second())
        {
            // 117°12′00 without the last sign is common; with a space before it the number is another value.
            At = seconds is not null && joined ? beforeSign : after;
            seconds = joined ? seconds : null;
        }
        else if (Peek() is '.' && char.IsAsciiDigit(Peek(1)) && !seconds.Contains('.', StringComparison.Ordinal))
        {
            // 12″.5, the old way of writing 12.5″
            seconds += Fraction();
        }

        return Angle(degrees, minutes, seconds) is { } angle ? (angle, ValueStyle.Marked) : null;
    }

    private bool Second()
    {
        if (Peek() is PlainSigns.Second or '秒')
        {
            At++;
            return true;
        }

        if (Peek() is PlainSigns.Minute && Peek(1) is PlainSigns.Minute)
        {
            At += 2;
            return true;
        }

        return false;
    }

    private double? Separated(string degrees, char separator)
    {
        At++;
        var minutes = Digits();
        if (minutes is null || Peek() != separator || !char.IsAsciiDigit(Peek(1)))
        {
            return null;
        }

        At++;
        return Angle(degrees, minutes, Digits());
    }

    /// <summary>Degrees, minutes and seconds as one number; null, with the fault, when they cannot be.</summary>
    public double? Angle(string degrees, string minutes, string? seconds)
    {
        if (degrees.Contains('.', StringComparison.Ordinal) || (seconds is not null && minutes.Contains('.', StringComparison.Ordinal)))
        {
            Fault = ("度或分带了小数，后面又有分或秒", "has a fraction before its last part");
            return null;
        }

        var (d, m, s) = (Parse(degrees), Parse(minutes), seconds is null ? 0 : Parse(seconds));
        if (m >= 60 || s >= 60)
        {
            Fault = ("的分或秒不小于 60", "has 60 or more minutes or seconds");
            return null;
        }

        if (d > GreatestDegrees)
        {
            Fault = ("的度数大于 180", "has more than 180 degrees");
            return null;
        }

        return d + (m / 60) + (s / 3600);
    }

    private static double Parse(string number) => double.Parse(number, CultureInfo.InvariantCulture);

    private string? Digits()
    {
        var start = At;
        while (char.IsAsciiDigit(Peek()))
        {
            At++;
        }

        if (At == start)
        {
            return null;
        }

        if (Peek() is '.' && char.IsAsciiDigit(Peek(1)))
        {
            Fraction();
        }

        if (At - start > LongestNumber)
        {
            Fault = ("的位数过多", "has too many digits");
            At = start;
            return null;
        }

        return line[start..At];
    }

    private string Fraction()
    {
        var start = At++;
        while (char.IsAsciiDigit(Peek()))
        {
            At++;
        }

        return line[start..At];
    }

    // A value is followed by the end, a separator, a bracket, or a word in Chinese; never by more of a number.
    private bool EndsHere()
    {
        var next = Peek();
        if (char.IsAsciiLetterOrDigit(next) || IsDegree(next) || IsMinute(next) || next is PlainSigns.Second or '秒' or '%')
        {
            return false;
        }

        return next is not ('.' or '。' or '-' or ':') || !char.IsAsciiLetterOrDigit(Peek(1));
    }
}
