namespace ZoningRules.Problems.Sources;

/// <summary>Names in files: which are ids, and which known name a misspelt one is nearest to.</summary>
internal static class Naming
{
    private const int LongestCompared = 64;
    private const int LongestShown = 60;

    /// <summary>Whether a text is lower-case ASCII letters, digits, hyphens and points, beginning with a letter or digit.</summary>
    public static bool IsId(string text) => IsMadeOf(text, static c => char.IsAsciiLetterLower(c));

    /// <summary>As <see cref="IsId"/>, capital letters included.</summary>
    public static bool IsLawId(string text) => IsMadeOf(text, static c => char.IsAsciiLetter(c));

    /// <summary>The text, cut when it is too long to be shown.</summary>
    public static string Shortened(string text) => text.Length <= LongestShown ? text : string.Concat(text.AsSpan(0, LongestShown), "…");

    /// <summary>The nearest known name in back quotes, or an empty text when none is near.</summary>
    public static string Nearest(string name, IEnumerable<string> known)
    {
        if (name.Length is 0 or > LongestCompared)
        {
            return string.Empty;
        }

        string? best = null;
        var least = Math.Max(1, name.Length / 3) + 1;
        foreach (var candidate in known)
        {
            if (candidate.Length > LongestCompared || Math.Abs(candidate.Length - name.Length) >= least)
            {
                continue;
            }

            var distance = Distance(name, candidate);
            if (distance < least || (distance == least && best is not null && string.CompareOrdinal(candidate, best) < 0))
            {
                least = distance;
                best = candidate;
            }
        }

        return best is null ? string.Empty : $"`{best}`";
    }

    /// <summary>The nearest known name, or the known names when none is near.</summary>
    public static string NearestOrAll(string name, IReadOnlyCollection<string> known)
    {
        var nearest = Nearest(name, known);
        return nearest.Length > 0 ? nearest : Listed(known);
    }

    /// <summary>Names as a message lists them; a long list is cut.</summary>
    public static string Listed(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(40)) + (names.Count > 40 ? ", …" : string.Empty);

    // Levenshtein distance, two neighbouring characters exchanged counting as one step.
    private static int Distance(string a, string b)
    {
        var before = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(last[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }
            }

            (before, last, current) = (last, current, before);
        }

        return last[b.Length];
    }

    private static bool IsMadeOf(string text, Func<char, bool> isLetter)
    {
        if (text.Length is 0 or > 100 || text[0] is '.' or '-' || text[^1] is '.' or '-')
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!isLetter(c) && !char.IsAsciiDigit(c) && c is not ('-' or '.'))
            {
                return false;
            }
        }

        return true;
    }
}
