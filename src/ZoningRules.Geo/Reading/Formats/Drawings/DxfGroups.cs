using System.Globalization;
using System.Text;

namespace ZoningRules.Geo.Reading.Formats.Drawings;

/// <summary>The groups of a DXF text: a line with a code, then a line with its value.</summary>
internal sealed class DxfGroups
{
    private readonly ReadOnlyMemory<byte> bytes;
    private readonly Encoding encoding;
    private int at;
    private int line;

    private DxfGroups(ReadOnlyMemory<byte> bytes, Encoding encoding)
    {
        this.bytes = bytes;
        this.encoding = encoding;
    }

    /// <summary>The code of the group that was read last.</summary>
    public int Code { get; private set; }

    /// <summary>Its value, without white space around it.</summary>
    public string Value => Decoded(RawValue.Span);

    private ReadOnlyMemory<byte> RawValue { get; set; }

    /// <summary>Begins at the start of a text.</summary>
    public static DxfGroups Of(ReadOnlyMemory<byte> bytes) => new(bytes, Encoding.Latin1);

    /// <summary>Begins again at the start, with the encoding that the drawing states.</summary>
    public DxfGroups Decoding(Encoding stated) => new(bytes, stated);

    /// <summary>Reads the next group; false at the end of the text.</summary>
    /// <exception cref="GeometryTextException">A line is no group code, or its value is missing.</exception>
    public bool Next()
    {
        if (at >= bytes.Length)
        {
            return false;
        }

        var code = Line();
        if (code.Span.IsEmpty && at >= bytes.Length)
        {
            return false;
        }

        if (!int.TryParse(code.Span, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || at >= bytes.Length)
        {
            throw Wrong("组码", "a group code");
        }

        Code = number;
        RawValue = Line();
        return true;
    }

    /// <summary>Whether the group has a code and a value.</summary>
    public bool Is(int code, ReadOnlySpan<byte> value) => Code == code && RawValue.Span.SequenceEqual(value);

    /// <summary>The value as a finite number.</summary>
    /// <exception cref="GeometryTextException">It is none.</exception>
    public double Number() =>
        double.TryParse(RawValue.Span, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw Wrong("数", "a number");

    /// <summary>The value as a whole number.</summary>
    /// <exception cref="GeometryTextException">It is none.</exception>
    public int Integer() =>
        int.TryParse(RawValue.Span, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong("整数", "a whole number");

    private ReadOnlyMemory<byte> Line()
    {
        line++;
        var rest = bytes[at..];
        var end = rest.Span.IndexOf((byte)'\n');
        at = end < 0 ? bytes.Length : at + end + 1;
        return (end < 0 ? rest : rest[..end]).Trim(" \t\r"u8);
    }

    // \U+XXXX stands for a character that an old encoding lacks.
    private string Decoded(ReadOnlySpan<byte> value)
    {
        string text;
        try
        {
            text = encoding.GetString(value);
        }
        catch (DecoderFallbackException)
        {
            text = FileText.Decode(value) ?? Encoding.Latin1.GetString(value);
        }

        for (var mark = text.IndexOf(@"\U+", StringComparison.OrdinalIgnoreCase); mark >= 0; mark = text.IndexOf(@"\U+", mark + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (mark + 7 <= text.Length && ushort.TryParse(text.AsSpan(mark + 3, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                text = $"{text[..mark]}{(char)code}{text[(mark + 7)..]}";
            }
        }

        return text;
    }

    private GeometryTextException Wrong(string zh, string en)
    {
        var number = line.ToString(CultureInfo.InvariantCulture);
        return GeometryTextException.Bad($"DXF 第 {number} 行应为{zh}", $"line {number} of the DXF should be {en}");
    }
}
