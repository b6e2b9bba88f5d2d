using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Positions;

/// <summary>Finds the positions among the lines of a pasted text, and says what became of the other lines.</summary>
internal sealed class TextRows(LineFaults faults, PositionLimit limit)
{
    private const int MostOtherLines = 20_000;

    /// <summary>The heading; null without one.</summary>
    public TextHeading? Heading { get; private set; }

    /// <summary>What was done.</summary>
    public List<LocalText> Steps { get; } = [];

    /// <summary>The positions in order; none for a text without a letter or digit.</summary>
    /// <exception cref="GeometryTextException">Lines are meant as positions and are none.</exception>
    public IReadOnlyList<PositionRow> Read(string text)
    {
        var lines = Lines(text);
        var first = lines.FindIndex(l => l.Kind == TextLineKind.Row);
        var last = lines.FindLastIndex(l => l.Kind == TextLineKind.Row);
        if (first < 0)
        {
            if (lines.FirstOrDefault(l => l.Kind != TextLineKind.Blank) is { } only)
            {
                var some = lines.FirstOrDefault(l => l.Fault is not null) ?? only;
                AddFault(some, $"应为两个坐标，而不是 `{Excerpt.Of(some.Text)}`", $"expected two coordinates, not `{Excerpt.Of(some.Text)}`");
            }

            faults.ThrowIfAny();
            return [];
        }

        List<(int, string)> skipped = [];
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var isInside = i > first && i < last;
            if (line.Kind == TextLineKind.BrokenRow || (line.Kind == TextLineKind.Prose && line.HasNumbers && isInside))
            {
                AddFault(line, $"应为两个坐标，而不是 `{Excerpt.Of(line.Text)}`", $"expected two coordinates, not `{Excerpt.Of(line.Text)}`");
            }
            else if (line.Kind == TextLineKind.Prose)
            {
                skipped.Add((line.Number, line.Text));
            }
        }

        faults.ThrowIfAny();
        if (PastedText.SkippedStep(skipped) is { } step)
        {
            Steps.Add(step);
        }

        return Grouped(lines);
    }

    private List<TextLine> Lines(string text)
    {
        List<TextLine> lines = [];
        var number = 0;
        var others = 0;
        foreach (var span in text.AsSpan().EnumerateLines())
        {
            number++;
            if (span.IsWhiteSpace() && lines is [.., { Kind: TextLineKind.Blank }])
            {
                continue;
            }

            var line = TextLine.Of(number, span.ToString(), Heading);
            if (line.Kind == TextLineKind.Row)
            {
                limit.Add();
            }

            if (line.Heading is { } heading)
            {
                Take(line, heading, lines.Exists(l => l.Kind == TextLineKind.Row));
            }

            if (line.Kind != TextLineKind.Blank || lines.Count == 0 || lines[^1].Kind != TextLineKind.Blank)
            {
                lines.Add(line);
                others += line.Kind == TextLineKind.Row ? 0 : 1;
            }

            if (others > MostOtherLines)
            {
                throw GeometryTextException.Bad($"超过 {MostOtherLines} 行不是坐标，不像是坐标表", $"more than {MostOtherLines} lines hold no position; this is no list of positions");
            }

            if (faults.IsFull)
            {
                break;
            }
        }

        return lines;
    }

    private void Take(TextLine line, TextHeading heading, bool isAfterRows)
    {
        if (heading.IsSideBySide)
        {
            faults.Add(line.Number, "的表头有两栏并排的坐标，请改成一栏", "the heading names two lists side by side; put them below each other");
        }
        else if (isAfterRows && Heading is { } earlier
            && (PositionOrder.Of(earlier.First, earlier.Second) != PositionOrder.Of(heading.First, heading.Second) || earlier.IsPacked != heading.IsPacked))
        {
            faults.Add(line.Number, "的表头与前面的表头次序或写法不同，请分开提交", "its heading differs in order or style from the one before; submit the lists one by one");
        }
        else if (isAfterRows && Heading is null)
        {
            faults.Add(line.Number, "的表头之前已有没有表头的坐标", "there are positions without heading above this heading");
        }

        Heading = heading;
    }

    private void AddFault(TextLine line, string zh, string en)
    {
        if (line.Fault is { } fault)
        {
            faults.Add(line.Number, fault.Column, fault.Zh, fault.En);
        }
        else
        {
            faults.Add(line.Number, zh, en);
        }
    }

    private List<PositionRow> Grouped(List<TextLine> lines)
    {
        List<PositionRow> rows = [];
        var block = 0;
        var (ring, parcel) = ("", "");
        foreach (var line in lines)
        {
            switch (line.Kind)
            {
                case TextLineKind.Blank:
                    block++;
                    break;
                case TextLineKind.RingTitle:
                    ring = $"{line.Number}";
                    break;
                case TextLineKind.ParcelTitle:
                    parcel = $"{line.Number}. {line.Text.Trim().TrimEnd(':')}";
                    ring = "";
                    break;
                case TextLineKind.Row:
                    rows.Add(line.Row! with
                    {
                        Block = block,
                        Ring = line.Row.Ring.Length > 0 ? line.Row.Ring : ring,
                        Parcel = line.Row.Parcel.Length > 0 ? line.Row.Parcel : parcel,
                    });
                    break;
                default:
                    break;
            }
        }

        if (rows.Any(r => r.NameIsGuess))
        {
            Steps.Add(new("没有表头：每行的第一个整数作为点号", "without a heading, the whole number at the start of a line was taken as the number of the point"));
        }

        return rows;
    }
}
