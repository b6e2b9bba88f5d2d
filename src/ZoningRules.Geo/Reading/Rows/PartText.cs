using System.Globalization;
using System.Text;

namespace ZoningRules.Geo.Reading.Rows;

/// <summary>Writes parts as well-known text, every number so that it reads back the same.</summary>
internal static class PartText
{
    /// <summary>The text; empty without parts. Parts of different kinds become a collection.</summary>
    /// <param name="parts">The parts, east before north.</param>
    /// <param name="northFirst">Whether the text has north before east, as proposals have it in a belt.</param>
    public static string Of(IReadOnlyList<RawPart> parts, bool northFirst)
    {
        if (parts.Count == 0)
        {
            return "";
        }

        var text = new StringBuilder();
        if (parts.Count > 1)
        {
            text.Append("GEOMETRYCOLLECTION (");
        }

        for (var i = 0; i < parts.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            Write(text, parts[i], northFirst);
        }

        return text.Append(parts.Count > 1 ? ")" : "").ToString();
    }

    private static void Write(StringBuilder text, RawPart part, bool northFirst)
    {
        text.Append(part.Kind switch { PartKind.Point => "POINT ", PartKind.Line => "LINESTRING ", _ => "POLYGON (" });
        for (var i = 0; i < part.Rings.Count; i++)
        {
            text.Append(i == 0 ? "(" : ", (");
            var ring = part.Rings[i];
            for (var j = 0; j < ring.Count; j++)
            {
                var (first, second) = northFirst ? (ring.Second[j], ring.First[j]) : (ring.First[j], ring.Second[j]);
                text.Append(j == 0 ? "" : ", ").Append(CultureInfo.InvariantCulture, $"{first:R} {second:R}");
            }

            text.Append(')');
        }

        text.Append(part.Kind == PartKind.Area ? ")" : "");
    }
}
