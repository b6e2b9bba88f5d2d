using System.Globalization;
using System.Text;

namespace ZoningRules.Geo.Reading.Formats.Shapefiles;

/// <summary>The encoding of a dBASE table's text.</summary>
internal static class DbfText
{
    private const int Utf8Page = 65001;
    private const int ChinesePage = 54936;

    /// <summary>The encoding by the <c>.cpg</c> file, else by the table's language driver; null when neither says, or says nothing known.</summary>
    public static Encoding? Stated(string? codePage, byte languageDriver)
    {
        if (codePage is not null)
        {
            var plain = string.Concat(codePage.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
            var page = plain switch
            {
                "UTF8" => Utf8Page,
                "GBK" or "GB2312" or "GB18030" or "CP936" or "ANSI936" or "OEM936" or "EUCCN" => ChinesePage,
                "BIG5" or "CP950" or "ANSI950" => 950,
                "ISO88591" or "88591" => 1252,
                _ => int.TryParse(plain.StartsWith("CP", StringComparison.Ordinal) ? plain[2..] : plain.Replace("ANSI", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? number == 936 ? ChinesePage : number
                    : 0,
            };
            if (Page(page) is { } encoding)
            {
                return encoding;
            }
        }

        // 0x03 and 0x57 say only that the text is of the writer's Windows, which in China is GBK; they are not taken at their word.
        return languageDriver switch
        {
            0x4D or 0x7A => Page(ChinesePage),
            0x4F or 0x78 => Page(950),
            _ => null,
        };
    }

    /// <summary>UTF-8 when all texts are, else GB 18030.</summary>
    public static Encoding Detect(IEnumerable<ReadOnlyMemory<byte>> texts) =>
        texts.All(t => Decode(t.Span, Page(Utf8Page)!) is not null) ? Page(Utf8Page)! : Page(ChinesePage)!;

    /// <summary>
    /// The text without the space that fills it up, or null when it is not of the encoding. A character that was cut off at the end of the field is dropped.
    /// </summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var end = bytes.IndexOf((byte)0);
        bytes = (end < 0 ? bytes : bytes[..end]).TrimEnd((byte)' ');
        for (var cut = 0; cut < 4 && cut <= bytes.Length; cut++)
        {
            try
            {
                var text = encoding.GetString(bytes[..^cut]);

                // Only bytes of a longer character may be dropped.
                return cut > 0 && bytes[^1] < 0x80 ? null : text.Trim();
            }
            catch (DecoderFallbackException)
            {
            }
        }

        return null;
    }

    private static Encoding? Page(int page)
    {
        if (page == Utf8Page)
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true);
        }

        try
        {
            return page is > 0 and < 65536
                ? CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
