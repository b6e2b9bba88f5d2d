using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ZoningRules.Geo.Reading.Formats.Definitions;

/// <summary>A keyword of a coordinate reference system's well-known text with what stands in its brackets.</summary>
/// <param name="Keyword">The keyword in upper case.</param>
/// <param name="Values">Texts, numbers and words in its brackets, in order.</param>
/// <param name="Children">Keywords in its brackets, in order.</param>
internal sealed record WktNode(string Keyword, ImmutableArray<string> Values, ImmutableArray<WktNode> Children)
{
    private const int MostCharacters = 100_000;
    private const int MaximumDepth = 20;

    /// <summary>The first text, which is a name; empty when there is none.</summary>
    public string Name => Values.IsEmpty ? "" : Values[0];

    /// <summary>The first child with one of some keywords, or null.</summary>
    public WktNode? Child(params ReadOnlySpan<string> keywords)
    {
        foreach (var child in Children)
        {
            if (keywords.Contains(child.Keyword))
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>A value as a number, or null.</summary>
    public double? Number(int index) =>
        index < Values.Length && double.TryParse(Values[index], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;

    /// <summary>Reads a text, or gives null when it is none. Of several, as ESRI writes a system with heights, the first counts.</summary>
    public static WktNode? Parse(string text)
    {
        if (text.Length > MostCharacters)
        {
            return null;
        }

        var at = 0;
        SkipSpace(text, ref at);
        var node = Node(text, ref at, 0);
        SkipSpace(text, ref at);
        while (node is not null && at < text.Length && text[at] == ',')
        {
            at++;
            SkipSpace(text, ref at);
            node = Node(text, ref at, 0) is null ? null : node;
            SkipSpace(text, ref at);
        }

        return at == text.Length ? node : null;
    }

    private static WktNode? Node(string text, ref int at, int depth)
    {
        var keyword = Word(text, ref at);
        SkipSpace(text, ref at);
        return keyword.Length > 0 && at < text.Length && text[at] is '[' or '(' ? Inside(keyword, text, ref at, depth) : null;
    }

    private static WktNode? Inside(string keyword, string text, ref int at, int depth)
    {
        if (depth > MaximumDepth)
        {
            return null;
        }

        var close = text[at] == '[' ? ']' : ')';
        var values = ImmutableArray.CreateBuilder<string>();
        var children = ImmutableArray.CreateBuilder<WktNode>();
        do
        {
            at++;
            SkipSpace(text, ref at);
            if (at < text.Length && text[at] == '"')
            {
                if (Quoted(text, ref at) is not { } quoted)
                {
                    return null;
                }

                values.Add(quoted);
            }
            else
            {
                var word = Word(text, ref at);
                SkipSpace(text, ref at);
                if (at < text.Length && text[at] is '[' or '(')
                {
                    if (word.Length == 0 || Inside(word, text, ref at, depth + 1) is not { } child)
                    {
                        return null;
                    }

                    children.Add(child);
                }
                else if (word.Length > 0)
                {
                    values.Add(word);
                }
                else
                {
                    return null;
                }
            }

            SkipSpace(text, ref at);
        }
        while (at < text.Length && text[at] == ',');

        if (at >= text.Length || text[at] != close)
        {
            return null;
        }

        at++;
        return new(keyword, values.ToImmutable(), children.ToImmutable());
    }

    // A quotation mark inside is doubled.
    private static string? Quoted(string text, ref int at)
    {
        var value = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                value.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                value.Append('"');
                at++;
            }
            else
            {
                at++;
                return value.ToString();
            }
        }

        return null;
    }

    private static string Word(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '+' or '-' or '.'))
        {
            at++;
        }

        return text[start..at].ToUpperInvariant();
    }

    private static void SkipSpace(string text, ref int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is '\uFEFF' or '\0'))
        {
            at++;
        }
    }
}
