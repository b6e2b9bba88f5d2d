using System.Text;
using System.Text.Json;
using ZoningRules.Problems.Sources;

namespace ZoningRules.Proposals;

/// <summary>Writes nodes as JSON text, so that a GeoJSON object may stand inside a YAML file.</summary>
internal static class GeoJsonText
{
    /// <summary>The JSON text of a node: plain numbers, true, false and null as such, everything else as strings.</summary>
    public static string Of(SourceNode node)
    {
        var text = new StringBuilder();
        Write(text, node);
        return text.ToString();
    }

    private static void Write(StringBuilder text, SourceNode node)
    {
        switch (node)
        {
            case SourceNode.Text { Style: TextStyle.Nothing }:
                text.Append("null");
                break;
            case SourceNode.Text scalar:
                text.Append(scalar.Style == TextStyle.Plain && IsBare(scalar.Value) ? scalar.Value : Quoted(scalar.Value));
                break;
            case SourceNode.List list:
                text.Append('[');
                for (var i = 0; i < list.Items.Length; i++)
                {
                    text.Append(i == 0 ? string.Empty : ",");
                    Write(text, list.Items[i]);
                }

                text.Append(']');
                break;
            case SourceNode.Map map:
                text.Append('{');
                for (var i = 0; i < map.Entries.Length; i++)
                {
                    text.Append(i == 0 ? string.Empty : ",").Append(Quoted(map.Entries[i].Name)).Append(':');
                    Write(text, map.Entries[i].Node);
                }

                text.Append('}');
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private static bool IsBare(string text)
    {
        if (text is "true" or "false" or "null")
        {
            return true;
        }

        // JSON numbers only: no plus sign, no leading zero or point.
        var at = text.StartsWith('-') ? 1 : 0;
        var digits = Digits(text, ref at);
        if (digits == 0 || (digits > 1 && text[at - digits] == '0'))
        {
            return false;
        }

        if (at < text.Length && text[at] == '.')
        {
            at++;
            if (Digits(text, ref at) == 0)
            {
                return false;
            }
        }

        if (at < text.Length && text[at] is ('e' or 'E'))
        {
            at++;
            if (at < text.Length && text[at] is ('+' or '-'))
            {
                at++;
            }

            if (Digits(text, ref at) == 0)
            {
                return false;
            }
        }

        return at == text.Length;
    }

    private static int Digits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at - start;
    }
}
