using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ZoningRules.Reports;

/// <summary>Plain text in columns, where a Chinese character takes two.</summary>
internal static class Columns
{
    private const string NeverFirst = "。，、；：？！）》〉」』】〕”’…,.;:?!)]}%";
    private const string NeverLast = "（《〈「『【〔“‘([{";

    /// <summary>How many terminal columns a text takes.</summary>
    public static int Width(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += Width(rune);
        }

        return width;
    }

    /// <summary>The text filled with spaces to a width; unchanged when it is wider.</summary>
    public static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - Width(text)));

    /// <summary>Rows of cells with aligned columns, indented by two; a last cell too long for the line goes on below itself.</summary>
    public static IEnumerable<string> Table(ImmutableArray<ImmutableArray<string>> rows, int width)
    {
        var widths = rows[0].Select((_, i) => rows.Max(r => Width(r[i]))).ToArray();
        foreach (var row in rows)
        {
            var cells = string.Concat(row.Take(row.Length - 1).Select((cell, i) => Pad(Clean(cell), widths[i]) + "  "));
            foreach (var line in Wrap(Clean(row[^1]), width, "  " + cells, new string(' ', Width(cells) + 2)))
            {
                yield return line;
            }
        }
    }

    /// <summary>
    /// What a terminal may safely show: control characters become spaces, and characters that only steer the layout (such as those that reverse the
    /// writing direction) are left out.
    /// </summary>
    public static string Clean(string text)
    {
        if (text.All(c => c is >= ' ' and < '\u007f' or >= '\u3000' and <= '\u9fff'))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    clean.Append(' ');
                    break;
                case UnicodeCategory.Format:
                    break;
                default:
                    clean.Append(rune.ToString());
                    break;
            }
        }

        return clean.ToString();
    }

    /// <summary>Breaks a text into lines of at most a width: between words and between Chinese characters, never before closing punctuation.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">Columns a line may take, the indent included.</param>
    /// <param name="first">What the first line starts with.</param>
    /// <param name="rest">What further lines start with.</param>
    public static IEnumerable<string> Wrap(string text, int width, string first, string rest)
    {
        var line = new StringBuilder(first);
        var used = Width(first);
        var start = line.Length;
        foreach (var piece in Pieces(text))
        {
            var trimmed = line.Length == start ? piece.TrimStart(' ') : piece;
            var size = Width(trimmed.TrimEnd(' '));
            if (used + size > width && line.Length > start)
            {
                yield return line.ToString().TrimEnd(' ');
                line.Clear().Append(rest);
                used = Width(rest);
                start = line.Length;
                trimmed = piece.TrimStart(' ');
            }

            foreach (var rune in trimmed.EnumerateRunes())
            {
                // A word longer than a line is cut.
                if (used + Width(rune) > width && line.Length > start && rune.Value != ' ')
                {
                    yield return line.ToString();
                    line.Clear().Append(rest);
                    used = Width(rest);
                    start = line.Length;
                }

                line.Append(rune.ToString());
                used += Width(rune);
            }
        }

        yield return line.ToString().TrimEnd(' ');
    }

    // Pieces that are not broken: words with the spaces after them, and single wide characters with the punctuation that clings to them.
    private static IEnumerable<string> Pieces(string text)
    {
        var piece = new StringBuilder();
        var previous = default(Rune);
        foreach (var rune in text.EnumerateRunes())
        {
            if (piece.Length > 0 && MayBreak(previous, rune))
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(rune.ToString());
            previous = rune;
        }

        if (piece.Length > 0)
        {
            yield return piece.ToString();
        }
    }

    private static bool MayBreak(Rune before, Rune after)
    {
        if (after.Value == ' ' || Holds(NeverFirst, after) || Holds(NeverLast, before))
        {
            return false;
        }

        return before.Value == ' ' || Width(before) == 2 || Width(after) == 2;
    }

    private static bool Holds(string characters, Rune rune) => rune.IsBmp && characters.Contains((char)rune.Value, StringComparison.Ordinal);

    private static int Width(Rune rune)
    {
        var v = rune.Value;
        if (v < 0x300)
        {
            return v < ' ' ? 0 : 1;
        }

        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
        {
            return 0;
        }

        return v is (>= 0x1100 and <= 0x115f)
            or (>= 0x2e80 and <= 0x303e)
            or (>= 0x3041 and <= 0x4dbf)
            or (>= 0x4e00 and <= 0xa4cf)
            or (>= 0xac00 and <= 0xd7a3)
            or (>= 0xf900 and <= 0xfaff)
            or (>= 0xfe30 and <= 0xfe4f)
            or (>= 0xff00 and <= 0xff60)
            or (>= 0xffe0 and <= 0xffe6)
            or (>= 0x1f300 and <= 0x1f64f)
            or (>= 0x1f680 and <= 0x1f9ff)
            or (>= 0x20000 and <= 0x3fffd)
            ? 2
            : 1;
    }
}
