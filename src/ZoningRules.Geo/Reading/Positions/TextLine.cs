using System.Text.RegularExpressions;

namespace ZoningRules.Geo.Reading.Positions;

/// <summary>A line of a pasted text, and what it is by itself or under a heading.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Text">Its text with plain signs.</param>
/// <param name="Kind">What it is.</param>
internal sealed partial record TextLine(int Number, string Text, TextLineKind Kind)
{
    private const int LongestName = 20;
    private const int LongestHanName = 6;
    private const int LongestTitle = 40;
    private const int LongestRow = 4_000;

    /// <summary>The position of a row.</summary>
    public PositionRow? Row { get; init; }

    /// <summary>The columns of a heading.</summary>
    public TextHeading? Heading { get; init; }

    /// <summary>What is wrong with a broken row, and where; the column counts from 1.</summary>
    public (int Column, string Zh, string En)? Fault { get; init; }

    /// <summary>Whether a line of words holds numbers that might be coordinates.</summary>
    public bool HasNumbers { get; init; }

    /// <summary>Understands a line.</summary>
    public static TextLine Of(int number, string original, TextHeading? heading)
    {
        var text = PlainSigns.Of(original);
        if (!text.Any(char.IsLetterOrDigit))
        {
            return new(number, text, TextLineKind.Blank);
        }

        if (text.Length > LongestRow)
        {
            return new(number, text[..LongestRow], TextLineKind.Prose) { HasNumbers = true, Fault = (1, "过长，不是一个点", "is too long for a position") };
        }

        if (heading?.RowOf(number, text) is { } byColumns)
        {
            return new(number, text, TextLineKind.Row) { Row = byColumns };
        }

        var tokens = LineTokens.Of(text);
        if (tokens.All(t => t.IsWord || t.Value is { IsCount: true }))
        {
            return Words(number, text, tokens);
        }

        var row = RowOf(number, tokens, heading);
        if (row is not null)
        {
            return new(number, text, TextLineKind.Row) { Row = row };
        }

        var rich = tokens.Count(t => t.Fault is not null || t.Value is { IsCount: false });
        var isMeant = rich > 0 && (HasPointName(tokens) || (!tokens[0].IsWord && rich >= 2));
        return new(number, text, isMeant ? TextLineKind.BrokenRow : TextLineKind.Prose) { Fault = FaultOf(tokens, text), HasNumbers = true };
    }

    private static TextLine Words(int number, string text, IReadOnlyList<LineToken> tokens)
    {
        var trimmed = text.Trim();
        if (TextHeading.Of(trimmed) is { } heading)
        {
            return new(number, text, TextLineKind.Heading) { Heading = heading };
        }

        if (trimmed.Length <= LongestTitle && ParcelTitle().IsMatch(trimmed))
        {
            return new(number, text, TextLineKind.ParcelTitle);
        }

        if (trimmed.Length <= LongestTitle && RingTitle().IsMatch(trimmed))
        {
            return new(number, text, TextLineKind.RingTitle);
        }

        var counts = tokens.Count(t => t.Value is not null);
        if (RowOf(number, tokens, null) is { } row)
        {
            return new(number, text, TextLineKind.Row) { Row = row };
        }

        // A name and one number, or numbers alone: a row that lost something.
        var isMeant = (counts > 0 && HasPointName(tokens)) || tokens.All(t => t.Value is not null);
        return new(number, text, isMeant ? TextLineKind.BrokenRow : TextLineKind.Prose) { Fault = FaultOf(tokens, text), HasNumbers = counts > 0 };
    }

    // name, two coordinates, perhaps a height, perhaps a remark
    private static PositionRow? RowOf(int number, IReadOnlyList<LineToken> tokens, TextHeading? heading)
    {
        if (tokens.Count == 0 || tokens.Any(t => t.Fault is not null && t != tokens[0]))
        {
            return null;
        }

        var start = 0;
        while (start < tokens.Count && tokens[start].Value is null)
        {
            start++;
        }

        var end = start;
        while (end < tokens.Count && tokens[end].Value is not null)
        {
            end++;
        }

        // 1号 117.2, 29.27: a number, its word, then the coordinates.
        if (start == 0 && end == 1 && tokens.Count > 1 && tokens[0].Value!.IsCount && tokens[1].IsWord && tokens[1].Text.Length <= LongestHanName)
        {
            start = 2;
            end = start;
            while (end < tokens.Count && tokens[end].Value is not null)
            {
                end++;
            }
        }

        if (start > 2 || !tokens.Take(start).All(IsName) || tokens.Skip(end).Any(t => !t.IsWord))
        {
            return null;
        }

        var name = start == 0 ? null : string.Join(' ', tokens.Take(start).Select(t => t.Text));
        CoordinateValue[] values = [.. tokens.Skip(start).Take(end - start).Select(t => t.Value!)];
        return Pair(number, name, values, heading);
    }

    private static PositionRow? Pair(int number, string? name, CoordinateValue[] values, TextHeading? heading)
    {
        if (values.Length is 7 && values[0].IsCount && name is null)
        {
            return Pair(number, values[0].Text, values[1..], heading);
        }

        if (values.Length is 6 && Spaced(values.AsSpan()[..3]) is { } first && Spaced(values.AsSpan()[3..]) is { } second)
        {
            return new(number, first, second) { Name = name };
        }

        var hasHeight = heading is { HasHeight: true } && values.Length >= 3;
        if (hasHeight)
        {
            values = values[..^1];
        }

        return values.Length switch
        {
            2 => new(number, values[0], values[1]) { Name = name, HasHeight = hasHeight },
            3 when values[0].IsCount && (name is null || !name.Any(char.IsAsciiDigit)) =>
                new(number, values[1], values[2]) { Name = $"{name}{values[0].Text}", HasHeight = hasHeight, NameIsGuess = name is null && heading is not { HasNames: true } },
            _ => null,
        };
    }

    private static CoordinateValue? Spaced(ReadOnlySpan<CoordinateValue> parts)
    {
        foreach (var part in parts)
        {
            if (part.Style != ValueStyle.Plain || part.Number < 0)
            {
                return null;
            }
        }

        var text = $"{parts[0].Text} {parts[1].Text} {parts[2].Text}";
        var axis = parts[0].Axis != AxisWord.None ? parts[0].Axis : parts[2].Axis;
        return new ValueScanner("").Angle(Digits(parts[0]), Digits(parts[1]), Digits(parts[2])) is { } angle
            ? new(angle, ValueStyle.Spaces, axis, text, parts[0].Column)
            : null;

        static string Digits(CoordinateValue value) => new([.. value.Text.Where(c => char.IsAsciiDigit(c) || c == '.')]);
    }

    private static bool HasPointName(IReadOnlyList<LineToken> tokens) =>
        tokens[0].IsWord && NumberedName().IsMatch(tokens[0].Text) && !NotAName().IsMatch(tokens[0].Text);

    private static bool IsName(LineToken token) =>
        token.Value is { IsCount: true }
        || (token.Fault is not null && token.Text.Length <= LongestName && DashedName().IsMatch(token.Text))
        || (token.IsWord && token.Text.Length <= LongestName && !NotAName().IsMatch(token.Text)
            && (token.Text.Length <= LongestHanName || token.Text.Any(char.IsAsciiLetterOrDigit)));

    private static (int Column, string Zh, string En) FaultOf(IReadOnlyList<LineToken> tokens, string text)
    {
        if (tokens.FirstOrDefault(t => t.Fault is not null) is { Fault: { } fault } bad)
        {
            return (bad.Column, $" `{Excerpt.Of(bad.Text)}` {fault.Zh}", $"`{Excerpt.Of(bad.Text)}` {fault.En}");
        }

        var values = tokens.Count(t => t.Value is not null);
        var shown = Excerpt.Of(text);
        return values switch
        {
            >= 4 when Thousands().IsMatch(text) =>
                (1, $"应为两个坐标，而不是 `{shown}`；千分位逗号请去掉", $"expected two coordinates, not `{shown}`; leave out commas between thousands"),
            >= 4 => (1, $"有 {values} 个数：`{shown}`；每行只写一个点", $"holds {values} numbers: `{shown}`; write one point a line"),
            3 => (1, $"有三个数：`{shown}`；请加表头说明各列（点号、圈号、高程 …）", $"holds three numbers: `{shown}`; add a heading that names the columns (point, ring, height …)"),
            _ => (1, $"应为两个坐标，而不是 `{shown}`", $"expected two coordinates, not `{shown}`"),
        };
    }

    [GeneratedRegex(@"^(\p{L}{1,4}-?|.{0,4}点)\d+", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedName();

    [GeneratedRegex(@"^\d+[-#]\d+$|^\d+[A-Za-z]+\d*$", RegexOptions.CultureInvariant)]
    private static partial Regex DashedName();

    [GeneratedRegex("中心|质心|位于|坐标|范围|面积|占地|长度|比例|项目|工程|用地|中央|^[表图附第共]|centre|center|area|length", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotAName();

    [GeneratedRegex("地块|宗地|图斑|片区|区块|parcel|plot", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ParcelTitle();

    [GeneratedRegex("[内外]环|[内外]圈|圈|环$|环 ?[0-9一二三四五六七八九十]+|^(inner|outer)? ?ring|hole", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RingTitle();

    [GeneratedRegex(@"\d{1,3}(,\d{3})+", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();
}
