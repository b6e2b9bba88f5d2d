using System.Buffers;
using System.Text.RegularExpressions;

namespace ZoningRules.Analysis;

/// <summary>How the words around a number in a sentence of law bound it.</summary>
/// <param name="Below">Whether the words mean what lies below the number; false for above.</param>
/// <param name="Inclusive">Whether the number itself is meant too.</param>
/// <param name="Words">The words that say so.</param>
internal sealed partial record LimitWords(bool Below, bool Inclusive, string Words)
{
    // Civil Code art. 1259: 以上、以下、以内、届满 include the number itself; 不满、超过、以外 do not. The longer words stand first.
    private static readonly (string Words, bool Below, bool Inclusive)[] After =
    [
        ("及以下", true, true), ("及以上", false, true), ("以下", true, true), ("以上", false, true), ("以内", true, true), ("范围内", true, true), ("之内", true, true),
        ("以外", false, false), ("之外", false, false), ("内", true, true), ("外", false, false),
    ];

    private static readonly (string Words, bool Below, bool Inclusive)[] Before =
    [
        ("不小于", false, true), ("不低于", false, true), ("不少于", false, true), ("不大于", true, true), ("不超过", true, true), ("不高于", true, true), ("不多于", true, true),
        ("小于", true, false), ("低于", true, false), ("少于", true, false), ("不足", true, false), ("不满", true, false), ("大于", false, false), ("超过", false, false), ("高于", false, false),
        ("多于", false, false), ("达到", false, true), ("下降到", true, true), ("提高到", false, true),
    ];

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("，。；,;、");

    /// <summary>The words around each place where a number stands in a sentence; null where nothing there says on which side.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="number">The number as it is written.</param>
    public static IEnumerable<LimitWords?> Around(string sentence, string number)
    {
        var text = Spaces().Replace(sentence, string.Empty);
        foreach (var match in Numbers().Matches(text).Where(m => m.Value == number))
        {
            yield return At(text, match.Index, match.Index + match.Length);
        }
    }

    /// <summary>The numbers of a sentence, years and the numbers of documents left out.</summary>
    public static IEnumerable<string> NumbersIn(string sentence)
    {
        var text = Spaces().Replace(sentence, string.Empty);
        return Numbers().Matches(text)
            .Where(m => !IsYear(text, m) && (m.Index == 0 || text[m.Index - 1] is not ('〔' or '第' or '[' or '号' or '（')) && (m.Index + m.Length == text.Length || text[m.Index + m.Length] is not ('号' or '〕' or ']')))
            .Select(m => m.Value);
    }

    private static bool IsYear(string text, Match number) =>
        number.Length == 4 && number.Value[0] is '1' or '2' && number.Index + number.Length < text.Length && text[number.Index + number.Length] is '年' or '-' or '—' or '版' or '～';

    private static LimitWords? At(string text, int from, int to)
    {
        var clauseEnd = text.AsSpan(to).IndexOfAny(ClauseEnds);
        var after = text.AsSpan(to, Math.Min(clauseEnd < 0 ? text.Length - to : clauseEnd, 14)).ToString();
        var clauseStart = text.AsSpan(0, from).LastIndexOfAny(ClauseEnds) + 1;
        var before = text.AsSpan(Math.Max(clauseStart, from - 8), from - Math.Max(clauseStart, from - 8)).ToString();
        var excluded = after.Contains("不含", StringComparison.Ordinal);
        foreach (var (words, below, inclusive) in Before)
        {
            if (before.Contains(words, StringComparison.Ordinal))
            {
                return new(below, inclusive && !excluded, excluded ? $"{words}…（不含）" : words);
            }
        }

        foreach (var (words, below, inclusive) in After)
        {
            if (after.Contains(words, StringComparison.Ordinal))
            {
                return new(below, inclusive && !excluded, excluded ? $"{words}（不含）" : words);
            }
        }

        return null;
    }

    [GeneratedRegex(@"\d+(?:\.\d+)?")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
