using System.Globalization;
using System.Text;

namespace ZoningRules.Geo.Mapping;

/// <summary>Writes well-formed SVG, the same bytes for the same calls. Lengths are millimetres.</summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder text = new();
    private readonly Stack<string> open = new();

    /// <summary>A length: at most two decimals, a hundredth of a millimetre.</summary>
    public static string Number(double value) => Fixed(value, "0.##");

    /// <summary>A length that is read off against a scale: at most four decimals.</summary>
    public static string Exact(double value) => Fixed(value, "0.####");

    /// <summary>Opens an element.</summary>
    public void Open(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        text.Append(">\n");
        open.Push(name);
    }

    /// <summary>Closes the element opened last.</summary>
    public void Close() => text.Append("</").Append(open.Pop()).Append(">\n");

    /// <summary>An element without content.</summary>
    public void Element(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        text.Append("/>\n");
    }

    /// <summary>An element with text.</summary>
    public void Words(string name, string words, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        text.Append('>');
        Escape(words);
        text.Append("</").Append(name).Append(">\n");
    }

    /// <summary>Everything written.</summary>
    public override string ToString() => text.ToString();

    private static string Fixed(double value, string format)
    {
        var number = value.ToString(format, CultureInfo.InvariantCulture);
        return number == "-0" ? "0" : number;
    }

    private void Start(string name, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        text.Append('<').Append(name);
        foreach (var (key, value) in attributes)
        {
            text.Append(' ').Append(key).Append("=\"");
            Escape(value);
            text.Append('"');
        }
    }

    // What XML cannot hold is left out: names come from files of any origin.
    private void Escape(string words)
    {
        foreach (var rune in words.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&':
                    text.Append("&amp;");
                    break;
                case '<':
                    text.Append("&lt;");
                    break;
                case '>':
                    text.Append("&gt;");
                    break;
                case '"':
                    text.Append("&quot;");
                    break;
                case '\n' or '\t' or '\r':
                    text.Append(' ');
                    break;
                case < 0x20 or 0x7f or 0xfffd or 0xfffe or 0xffff:
                    break;
                default:
                    text.Append(rune.ToString());
                    break;
            }
        }
    }
}
