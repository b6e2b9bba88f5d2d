namespace ZoningRules.Geo.Reading.Positions;

/// <summary>A piece of somebody's text, fit for a message.</summary>
internal static class Excerpt
{
    private const int Longest = 40;

    /// <summary>At most forty characters, without control characters and halves of pairs.</summary>
    public static string Of(string text)
    {
        var trimmed = text.AsSpan().Trim();
        var start = trimmed[..Math.Min(trimmed.Length, Longest)].ToString();
        var shown = new string([.. start.Select(c => char.IsControl(c) || char.IsSurrogate(c) || c == '`' ? ' ' : c)]);
        return trimmed.Length > Longest ? $"{shown}…" : shown;
    }
}
