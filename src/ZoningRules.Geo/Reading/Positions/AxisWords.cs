using System.Text.RegularExpressions;

namespace ZoningRules.Geo.Reading.Positions;

/// <summary>The words for directions beside numbers and above columns; texts are given with plain signs.</summary>
internal static partial class AxisWords
{
    private const int LongestHeading = 400;

    /// <summary>The direction a heading names, and <see cref="AxisWord.None"/> when it names none or several. A name outweighs the letters X and Y.</summary>
    public static AxisWord OfHeading(string heading)
    {
        var words = InOrder(heading);
        return words.Count == 1 ? words[0] : AxisWord.None;
    }

    /// <summary>The directions a line of headings names, in order, each once for a run of equal ones. Names outweigh the letters X and Y.</summary>
    public static IReadOnlyList<AxisWord> InOrder(string line)
    {
        List<AxisWord> all = line.Length > LongestHeading ? [] : [.. HeadingWord().Matches(line).Select(m => Of(m.Value))];
        if (all.Any(IsName))
        {
            all.RemoveAll(w => !IsName(w));
        }

        List<AxisWord> words = [];
        foreach (var word in all)
        {
            if (words.Count == 0 || words[^1] != word)
            {
                words.Add(word);
            }
        }

        return words;
    }

    /// <summary>Whether a heading says that degrees, minutes and seconds are packed into one number.</summary>
    public static bool SaysPacked(string heading) => heading.Length <= LongestHeading && PackedNote().IsMatch(heading);

    /// <summary>The direction of one word that stands beside a number.</summary>
    public static AxisWord Of(string word) => char.ToUpperInvariant(word[0]) switch
    {
        'X' => AxisWord.X,
        'Y' => AxisWord.Y,
        '经' or '东' or '横' or 'E' or 'W' or '西' => AxisWord.East,
        'L' => char.ToUpperInvariant(word.Length > 1 ? word[1] : 'O') == 'A' ? AxisWord.North : AxisWord.East,
        _ => AxisWord.North,
    };

    /// <summary>Whether it is a name, not a letter.</summary>
    public static bool IsName(AxisWord word) => word is AxisWord.East or AxisWord.North;

    [GeneratedRegex(
        @"经度|纬度|东经|北纬|[东北][向坐](?:坐标|标|距)?|东距|北距|[纵横]坐标|longitude|latitude|easting|northing|(?<=\()[东北](?=\))|(?<![A-Za-z0-9])(?:long|lon|lng|lat|east|north|[XYENBL])(?![A-Za-z0-9])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HeadingWord();

    [GeneratedRegex(@"度\s*\.\s*分\s*秒|D{1,3}\s*\.\s*MM\s*SS", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PackedNote();
}
