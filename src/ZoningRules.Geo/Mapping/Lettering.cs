using System.Text;

namespace ZoningRules.Geo.Mapping;

/// <summary>How wide text will be, before a font is at hand: never less than the fonts named in <see cref="Fonts"/> need.</summary>
internal static class Lettering
{
    /// <summary>The fonts asked for, best first; all of them hold Chinese.</summary>
    public const string Fonts = "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC','WenQuanYi Micro Hei','SimHei',sans-serif";

    /// <summary>The height of a line as a multiple of the size of its letters.</summary>
    public const double LineHeight = 1.25;

    /// <summary>The width of a line of text.</summary>
    /// <param name="text">The line.</param>
    /// <param name="size">The size of its letters in millimetres.</param>
    public static double Width(string text, double size) => text.EnumerateRunes().Sum(r => Em(r)) * size;

    /// <summary>A text in lines no wider than given; a word that is wider is cut.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var used = 0d;
        foreach (var piece in Pieces(text))
        {
            var wide = Width(piece, size);
            if (used > 0 && used + wide > width)
            {
                lines.Add(line.ToString().TrimEnd());
                line.Clear();
                used = 0;
            }

            if (used == 0 && piece == " ")
            {
                continue;
            }

            if (wide <= width)
            {
                line.Append(piece);
                used += wide;
                continue;
            }

            foreach (var rune in piece.EnumerateRunes())
            {
                var em = Em(rune) * size;
                if (used > 0 && used + em > width)
                {
                    lines.Add(line.ToString());
                    line.Clear();
                    used = 0;
                }

                line.Append(rune.ToString());
                used += em;
            }
        }

        if (line.Length > 0)
        {
            lines.Add(line.ToString().TrimEnd());
        }

        return lines;
    }

    /// <summary>A text in no more lines than given; what is cut off is shown by an ellipsis.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width, int most)
    {
        var lines = Wrap(text, size, width);
        if (lines.Count <= most)
        {
            return lines;
        }

        var last = lines[most - 1];
        while (last.Length > 0 && Width(last + "…", size) > width)
        {
            last = last[..^(last.Length > 1 && char.IsLowSurrogate(last[^1]) ? 2 : 1)];
        }

        return [.. lines.Take(most - 1), last + "…"];
    }

    // Words of Latin letters stay whole; between Chinese characters a line may break anywhere but before a closing and after an opening mark.
    private static List<string> Pieces(string text)
    {
        var pieces = new List<string>();
        foreach (var rune in text.EnumerateRunes())
        {
            var one = rune.ToString();
            var joins = pieces.Count > 0 && pieces[^1] != " " && one != " "
                && ((IsNarrow(rune) && IsNarrow(pieces[^1].EnumerateRunes().Last())) || "（《“‘〔".Contains(pieces[^1][^1], StringComparison.Ordinal) || "，。；：、！？）》】”’%℃".Contains(one, StringComparison.Ordinal));
            if (joins)
            {
                pieces[^1] += one;
            }
            else
            {
                pieces.Add(one);
            }
        }

        return pieces;
    }

    private static bool IsNarrow(Rune rune) => rune.Value < 0x1100;

    private static double Em(Rune rune) => rune.Value switch
    {
        ' ' => 0.25,
        'm' or 'w' or 'M' or 'W' or '@' or '%' => 0.95,
        'i' or 'l' or 'j' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' => 0.32,
        >= 'A' and <= 'Z' => 0.72,
        < 0x7f => 0.6,
        '°' or '′' or '″' or '·' => 0.5,
        < 0x1100 => 0.75,
        _ => 1,
    };
}
