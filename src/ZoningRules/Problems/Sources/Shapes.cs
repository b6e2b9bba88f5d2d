using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ZoningRules.Problems.Sources;

/// <summary>Checks the form of a node: text, list, mapping, date, word. A wrong form is a problem and null or false.</summary>
internal static class Shapes
{
    /// <summary>Stands for a text that could not be read; compare by reference.</summary>
    public static readonly string Placeholder = new('?', 1);

    /// <summary>Stands for a text in both languages that could not be read.</summary>
    public static readonly LocalText PlaceholderText = LocalText.Same(Placeholder);

    /// <summary>The words of yes and no.</summary>
    public static readonly ImmutableArray<Word<bool>> YesNoWords = [new("yes", true), new("no", false)];

    /// <summary>Whether a text stands for one that could not be read.</summary>
    public static bool IsPlaceholder(string text) => ReferenceEquals(text, Placeholder);

    /// <summary>A text that is not empty.</summary>
    public static string? Text(SourceNode node, string name, ProblemList problems, SourcePlace? place = null)
    {
        if (node is not SourceNode.Text text)
        {
            Wrong(node, name, "文本", "a text", problems, place);
            return null;
        }

        if (string.IsNullOrWhiteSpace(text.Value))
        {
            problems.Add(ProblemCode.EmptyValue, place ?? node.Place, name);
            return null;
        }

        return text.Value;
    }

    /// <summary>A text in both languages.</summary>
    public static LocalText? Local(SourceNode node, string name, ProblemList problems, SourcePlace? place = null)
    {
        if (node is not SourceNode.Map)
        {
            if (!IsNothing(node, name, problems, place))
            {
                Wrong(node, name, "含 zh 和 en 的映射", "a mapping with zh and en", problems, place);
            }

            return null;
        }

        if (Members.Open(node, name, MemberSet.LocalText, problems, place) is not { } members)
        {
            return null;
        }

        return new(members.Text("zh"), members.Text("en"));
    }

    /// <summary>A date.</summary>
    public static DateOnly? Date(SourceNode node, string name, ProblemList problems, SourcePlace? place = null)
    {
        if (Text(node, name, problems, place) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        problems.Add(ProblemCode.BadDate, node.Place, name, Naming.Shortened(text));
        return null;
    }

    /// <summary>One of the words.</summary>
    public static T? Choice<T>(SourceNode node, string name, ImmutableArray<Word<T>> words, ProblemList problems, SourcePlace? place = null)
        where T : struct
    {
        if (Text(node, name, problems, place) is not { } text)
        {
            return null;
        }

        foreach (var word in words)
        {
            if (word.Text == text)
            {
                return word.Value;
            }
        }

        problems.Add(ProblemCode.NotAChoice, node.Place, name, Naming.Shortened(text), Naming.Listed([.. words.Select(w => w.Text)]));
        return null;
    }

    /// <summary>Whether a node is a list.</summary>
    public static bool IsList(SourceNode node, string name, ProblemList problems, SourcePlace? place, [NotNullWhen(true)] out SourceNode.List? list)
    {
        list = node as SourceNode.List;
        if (list is null && !IsNothing(node, name, problems, place))
        {
            Wrong(node, name, "列表", "a list", problems, place);
        }

        return list is not null;
    }

    /// <summary>Whether a node is a mapping.</summary>
    public static bool IsMap(SourceNode node, string name, ProblemList problems, SourcePlace? place, [NotNullWhen(true)] out SourceNode.Map? map)
    {
        map = node as SourceNode.Map;
        if (map is null && !IsNothing(node, name, problems, place))
        {
            Wrong(node, name, "映射", "a mapping", problems, place);
        }

        return map is not null;
    }

    /// <summary>Reports a node of the wrong form.</summary>
    public static void Wrong(SourceNode node, string name, string expectedZh, string expectedEn, ProblemList problems, SourcePlace? place = null) =>
        problems.Add(ProblemCode.WrongShape, place ?? node.Place, Naming.Shortened(name), expectedZh, expectedEn);

    private static bool IsNothing(SourceNode node, string name, ProblemList problems, SourcePlace? place)
    {
        if (node is not SourceNode.Text { Style: TextStyle.Nothing })
        {
            return false;
        }

        problems.Add(ProblemCode.EmptyValue, place ?? node.Place, name);
        return true;
    }
}
