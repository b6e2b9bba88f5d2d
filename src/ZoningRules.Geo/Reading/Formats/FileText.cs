using System.Text;

namespace ZoningRules.Geo.Reading.Formats;

/// <summary>The text of a file: UTF-8 or UTF-16 by its byte order mark, else UTF-8 when every byte fits, else GB 18030, which covers GBK and GB 2312.</summary>
internal static class FileText
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private static readonly Encoding StrictChinese = CodePagesEncodingProvider.Instance.GetEncoding(
        54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>GB 18030, for old formats that do not say how their text is encoded.</summary>
    public static Encoding Chinese { get; } = CodePagesEncodingProvider.Instance.GetEncoding(54936)!;

    /// <summary>The text, or null when the bytes are no text: a NUL, or neither UTF-8 nor GB 18030.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            if (bytes.StartsWith(Encoding.Unicode.Preamble))
            {
                return Plain(new UnicodeEncoding(false, true, true).GetString(bytes[2..]));
            }

            if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
            {
                return Plain(new UnicodeEncoding(true, true, true).GetString(bytes[2..]));
            }

            if (bytes.StartsWith(Encoding.UTF8.Preamble))
            {
                return Plain(StrictUtf8.GetString(bytes[3..]));
            }
        }
        catch (DecoderFallbackException)
        {
            return null;
        }

        try
        {
            return Plain(StrictUtf8.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            try
            {
                return Plain(StrictChinese.GetString(bytes));
            }
            catch (DecoderFallbackException)
            {
                return null;
            }
        }
    }

    private static string? Plain(string text) => text.Contains('\0', StringComparison.Ordinal) ? null : text;
}
