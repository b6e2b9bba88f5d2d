using System.Collections.Immutable;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>A part of a leaf.</summary>
/// <param name="Node">The leaf.</param>
/// <param name="Start">Where the part starts.</param>
/// <param name="Length">How long it is.</param>
internal readonly record struct LeafSpan(SourceNode.Text Node, int Start, int Length)
{
    /// <summary>Its text.</summary>
    public string Text => Node.Value.Substring(Start, Length);

    /// <summary>Its text without quotation marks.</summary>
    public string Unquoted => Length >= 2 && Node.Value[Start] == '"' && Node.Value[Start + Length - 1] == '"' ? Text[1..^1] : Text;

    /// <summary>Where it stands.</summary>
    public SourcePlace Place => Node.PlaceOf(Start, Length);

    /// <summary>The part without white space around it.</summary>
    public LeafSpan Trimmed()
    {
        var text = Node.Value.AsSpan(Start, Length);
        var start = text.Length - text.TrimStart().Length;
        return new(Node, Start + start, text.Trim().Length);
    }

    /// <summary>For <c>name(inner)</c> the inner part; null otherwise.</summary>
    public LeafSpan? Call(string name)
    {
        var text = Text;
        return text.Length > name.Length + 2 && text.StartsWith(name, StringComparison.Ordinal) && text[name.Length] == '(' && text[^1] == ')'
            ? new LeafSpan(Node, Start + name.Length + 1, Length - name.Length - 2).Trimmed()
            : null;
    }

    /// <summary>What follows a word and a space; null when the part does not begin so.</summary>
    public LeafSpan? After(string word) => Text.StartsWith(word + ' ', StringComparison.Ordinal)
        ? new LeafSpan(Node, Start + word.Length, Length - word.Length).Trimmed()
        : null;

    /// <summary>For <c>[a, b]</c> its items, at least one and none empty; null otherwise.</summary>
    public ImmutableArray<LeafSpan>? Items()
    {
        var text = Text;
        if (text.Length < 3 || text[0] != '[' || text[^1] != ']')
        {
            return null;
        }

        return Split(new LeafSpan(Node, Start + 1, Length - 2));
    }

    /// <summary>Splits a part at its commas; null when an item is empty.</summary>
    public static ImmutableArray<LeafSpan>? Split(LeafSpan inner)
    {
        var items = ImmutableArray.CreateBuilder<LeafSpan>();
        var start = 0;
        var text = inner.Text;
        while (true)
        {
            var comma = text.IndexOf(',', start);
            var end = comma < 0 ? text.Length : comma;
            var item = new LeafSpan(inner.Node, inner.Start + start, end - start).Trimmed();
            if (item.Length == 0)
            {
                return null;
            }

            items.Add(item);
            if (comma < 0)
            {
                return items.DrainToImmutable();
            }

            start = comma + 1;
        }
    }
}
