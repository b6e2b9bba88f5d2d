using System.Collections.Immutable;
using ZoningRules.Problems;

namespace ZoningRules.Reports;

/// <summary>The lines of a text report as they are laid out: headings, members with labels, bullets, wrapped to the width.</summary>
internal sealed class TextPage(ImmutableArray<TextLine>.Builder lines, Language language)
{
    /// <summary>Columns a line may take.</summary>
    public const int MaxWidth = 100;

    public void Member(string zh, string en, string value, TextTone tone = TextTone.Plain)
    {
        var label = Columns.Pad(Say(zh + "：", en + ": "), 12);
        Add(value, label, new string(' ', 12), tone);
    }

    public void Heading(string zh, string en, string legend = "")
    {
        Blank();
        Line(Say($"【{zh}】", $"== {en}") + legend, TextTone.Heading);
    }

    public void Bullet(string text, TextTone tone = TextTone.Plain) => Add(text, "  · ", "    ", tone);

    public void Add(string text, string first, string rest, TextTone tone = TextTone.Plain)
    {
        foreach (var line in Columns.Wrap(Columns.Clean(text), MaxWidth, Columns.Clean(first), rest))
        {
            Line(line, tone);
        }
    }

    public void Blank() => Line("", TextTone.Plain);

    public void Line(string text, TextTone tone) => lines.Add(new(Columns.Clean(text), tone));

    private string Say(string zh, string en) => Labels.Say(language, zh, en);
}
