using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>A leaf that is taken apart from left to right.</summary>
internal sealed class LeafLine
{
    public LeafLine(SourceNode.Text node)
    {
        Whole = new LeafSpan(node, 0, node.Value.Length).Trimmed();
        Rest = Whole;
    }

    /// <summary>The whole leaf.</summary>
    public LeafSpan Whole { get; }

    /// <summary>What is not taken yet, without white space around it.</summary>
    public LeafSpan Rest { get; private set; }

    /// <summary>Takes text up to the next space.</summary>
    public LeafSpan TakeWord() => Take(Rest.Text.IndexOf(' ', StringComparison.Ordinal));

    /// <summary>Takes a name or a call such as <c>distance(site, x)</c>.</summary>
    public LeafSpan TakeOperand()
    {
        var text = Rest.Text;
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var bracket = text.IndexOf('(', StringComparison.Ordinal);
        if (bracket > 0 && (space < 0 || bracket < space))
        {
            var close = text.IndexOf(')', StringComparison.Ordinal);
            return Take(close < 0 ? -1 : close + 1);
        }

        return Take(space);
    }

    private LeafSpan Take(int length)
    {
        var taken = length < 0 ? Rest : new LeafSpan(Rest.Node, Rest.Start, length);
        Rest = new LeafSpan(Rest.Node, Rest.Start + taken.Length, Rest.Length - taken.Length).Trimmed();
        return taken;
    }
}
