namespace ZoningRules.Geo.Reading.Positions;

/// <summary>Brings the many signs of typed, copied and scanned text to few, one character for one, so that columns stay what they are.</summary>
internal static class PlainSigns
{
    /// <summary>The degree sign.</summary>
    public const char Degree = '°';

    /// <summary>The minute sign.</summary>
    public const char Minute = '\'';

    /// <summary>The second sign.</summary>
    public const char Second = '"';

    /// <summary>The text with plain signs; as long as before.</summary>
    public static string Of(string text) => string.Create(text.Length, text, static (to, from) =>
    {
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = Of(from[i]);
        }
    });

    private static char Of(char c) => c switch
    {
        'º' or '˚' or '゜' or '∘' or '⁰' or '˙' => Degree,
        '′' or '‘' or '’' or '´' or '`' or 'ʹ' or '‵' or '‛' => Minute,
        '″' or '“' or '”' or 'ʺ' or '〃' or '‶' or '〞' or '〝' or '¨' => Second,
        '−' or '–' or '—' or '‐' or '‑' or '﹣' or '―' => '-',
        '、' => ',',
        '【' or '〔' or '「' => '[',
        '】' or '〕' or '」' => ']',
        '\u00A0' or '\u3000' or '\u202F' or '\u205F' or '\u200B' or '\u2060' or '\uFEFF' or (>= '\u2000' and <= '\u200A') => ' ',
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        _ => c,
    };
}
