namespace ZoningRules.Geo.Reading.Positions;

/// <summary>Cuts a line with plain signs into coordinates and words.</summary>
internal static class LineTokens
{
    private const string Between = " \t,;|()[]{}=。:<>*_#/\\";
    private const string AfterNumber = " \t,;|()[]{}=。<>";
    private const string AfterWord = " \t,;|()[]{}=。<>:";

    /// <summary>The pieces of a line, in order.</summary>
    public static IReadOnlyList<LineToken> Of(string line)
    {
        List<LineToken> tokens = [];
        var scanner = new ValueScanner(line);
        while (scanner.At < line.Length)
        {
            var start = scanner.At;
            var c = line[start];
            if (Between.Contains(c, StringComparison.Ordinal) || (c is '.' or '-' or '\'' or '"' && !StartsNumber(line, start)))
            {
                scanner.At++;
                continue;
            }

            if (scanner.Read() is { } value)
            {
                tokens.Add(new(value.Text, value.Column, value, null));
                continue;
            }

            if (StartsNumber(line, start))
            {
                scanner.At = End(line, start, AfterNumber);
                var text = line[start..scanner.At];
                tokens.Add(new(text, start + 1, null, scanner.Fault ?? ("不是一个坐标", "is no coordinate")));
                continue;
            }

            scanner.At = EndOfWord(line, start);
            tokens.Add(new(line[start..scanner.At].TrimEnd('*', '_', '.'), start + 1, null, null));
        }

        return tokens;
    }

    private static bool StartsNumber(string line, int at) =>
        char.IsAsciiDigit(line[at]) || (line[at] is '-' or '+' or '.' && at + 1 < line.Length && char.IsAsciiDigit(line[at + 1]));

    private static int End(string line, int start, string stops)
    {
        var at = start + 1;
        while (at < line.Length && !stops.Contains(line[at], StringComparison.Ordinal))
        {
            at++;
        }

        return at;
    }

    // Digits belong to the word, as in J1 and 拐点1, unless a coordinate begins there, as in 坐标为117.2 or 中心东经117°.
    private static int EndOfWord(string line, int start)
    {
        var at = start + 1;
        while (at < line.Length && !AfterWord.Contains(line[at], StringComparison.Ordinal))
        {
            var afterHan = !char.IsAscii(line[at - 1]) && char.IsLetter(line[at - 1]);
            if (afterHan && (char.IsAsciiDigit(line[at]) || !char.IsAscii(line[at]) || line[at] is 'E' or 'N')
                && new ValueScanner(line) { At = at }.Read() is { } value && (value.IsAngle || value.Text.Contains('.', StringComparison.Ordinal)))
            {
                break;
            }

            at++;
        }

        return at;
    }
}
