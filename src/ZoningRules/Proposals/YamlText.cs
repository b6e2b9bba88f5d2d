using System.Globalization;
using System.Text;

namespace ZoningRules.Proposals;

/// <summary>Writes texts so that YAML reads the same texts back.</summary>
internal static class YamlText
{
    // YAML takes a longer name only after a question mark.
    private const int LongestSimpleKey = 500;

    // Marks that mean nothing to YAML wherever they stand after the first character.
    private const string PlainMarks = " .-/_%+()，。（）、；";

    /// <summary>A text on one line: plain where that is safe, otherwise in double quotes.</summary>
    public static string Scalar(string text) => IsPlain(text) ? text : Quoted(text);

    /// <summary>A name.</summary>
    public static string Key(string name) => name.Length <= LongestSimpleKey ? Scalar(name) : "? " + Quoted(name) + " ";

    /// <summary>A text of several lines as a block where that is safe, otherwise as <see cref="Scalar"/>.</summary>
    public static string Block(string text, string indent)
    {
        if (!text.Contains('\n', StringComparison.Ordinal) || !IsBlock(text))
        {
            return Scalar(text);
        }

        var keeps = text.EndsWith('\n');
        var block = new StringBuilder(keeps ? "|" : "|-");
        foreach (var line in (keeps ? text[..^1] : text).Split('\n'))
        {
            block.Append('\n').Append(line.Length == 0 ? string.Empty : indent).Append(line);
        }

        return block.ToString();
    }

    private static bool IsBlock(string text)
    {
        if (text[0] is ' ' or '\n' || text.EndsWith("\n\n", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var c in text)
        {
            if (c != '\n' && !IsShown(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPlain(string text)
    {
        if (text.Length is 0 or > 1000 || !char.IsLetterOrDigit(text[0]) || text[^1] == ' ')
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && !PlainMarks.Contains(c, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                _ when IsShown(c) || char.IsSurrogate(c) => quoted.Append(c),
                _ => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
            };
        }

        return quoted.Append('"').ToString();
    }

    private static bool IsShown(char c) => c
        is (>= ' ' and <= '~')
        or (>= '\u00a1' and <= '\u2027')
        or (>= '\u2030' and <= '\ud7ff')
        or (>= '\ue000' and <= '\ufefe')
        or (>= '\uff00' and <= '\uffef');
}
