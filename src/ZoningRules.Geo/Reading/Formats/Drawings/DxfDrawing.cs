using System.Globalization;
using System.Text;

namespace ZoningRules.Geo.Reading.Formats.Drawings;

/// <summary>The entities that a DXF text lists in its section ENTITIES, and what its head says.</summary>
internal sealed class DxfDrawing
{
    private const int FirstUtf8Version = 1021;
    private const int ChinesePage = 54936;
    private const int WesternPage = 1252;

    private readonly List<DxfEntity> entities = [];
    private DxfEntity? current;
    private DxfEntity? outline;

    private DxfDrawing() { }

    /// <summary>Its entities, in order; vertices stand in their line.</summary>
    public IReadOnlyList<DxfEntity> Entities => entities;

    /// <summary>The number of its unit of length, as DXF counts them: 0 none, 4 millimetres, 6 metres; null when not said.</summary>
    public int? Unit { get; private set; }

    /// <summary>Reads a text.</summary>
    /// <exception cref="GeometryTextException">It is cut off or not DXF.</exception>
    public static DxfDrawing Read(ReadOnlyMemory<byte> bytes)
    {
        var drawing = new DxfDrawing();
        var groups = DxfGroups.Of(bytes);
        groups = groups.Decoding(drawing.ReadHead(groups));
        string? section = null;
        var hasEnd = false;
        while (!hasEnd && groups.Next())
        {
            if (groups.Code != 0)
            {
                if (section == "" && groups.Code == 2)
                {
                    section = groups.Value;
                }
                else if (section == "ENTITIES")
                {
                    drawing.Take(groups);
                }

                continue;
            }

            if (section == "ENTITIES")
            {
                drawing.EndEntity();
            }

            hasEnd = groups.Is(0, "EOF"u8);
            if (groups.Is(0, "SECTION"u8))
            {
                section = "";
            }
            else if (groups.Is(0, "ENDSEC"u8))
            {
                section = null;
            }
            else if (section == "ENTITIES")
            {
                drawing.Begin(groups.Value);
            }
        }

        return hasEnd && section is null && drawing.outline is null
            ? drawing
            : throw GeometryTextException.Bad("DXF 不完整：缺少结尾（EOF）", "the DXF is cut off: it has no end (EOF)");
    }

    // The unit, and the encoding: UTF-8 since AutoCAD 2007, else by the code page. Code page 1252 stands in drawings of any language and says nothing.
    private Encoding ReadHead(DxfGroups groups)
    {
        var (version, page, variable) = (0, "", "");
        while (groups.Next() && !groups.Is(0, "ENDSEC"u8))
        {
            if (groups.Code == 9)
            {
                variable = groups.Value;
                continue;
            }

            switch (variable)
            {
                case "$ACADVER" when groups.Value.StartsWith("AC", StringComparison.Ordinal):
                    version = int.TryParse(groups.Value.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
                    break;
                case "$DWGCODEPAGE":
                    page = groups.Value.ToUpperInvariant();
                    break;
                case "$INSUNITS" when groups.Code == 70:
                    Unit = groups.Integer();
                    break;
                default:
                    break;
            }
        }

        return version >= FirstUtf8Version ? new UTF8Encoding(false, true) : Page(page) ?? new UTF8Encoding(false, true);
    }

    private static Encoding? Page(string page)
    {
        var number = page is "ANSI_936" or "GB2312" or "GBK" ? ChinesePage
            : page.StartsWith("ANSI_", StringComparison.Ordinal)
                && ushort.TryParse(page.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var stated)
                && stated != WesternPage ? stated
            : 0;
        try
        {
            return number == 0 ? null : CodePagesEncodingProvider.Instance.GetEncoding(number, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private void Begin(string kind)
    {
        current = new() { Kind = kind };
        if (outline is not null && kind is not ("VERTEX" or "SEQEND"))
        {
            throw GeometryTextException.Bad("DXF 的 POLYLINE 没有结尾（SEQEND）", "a POLYLINE of the DXF has no end (SEQEND)");
        }
    }

    // A vertex belongs to the line before it; a line of vertices is complete at its SEQEND.
    private void EndEntity()
    {
        switch (current?.Kind)
        {
            case null:
                break;
            case "POLYLINE":
                outline = current;
                outline.Clear();
                break;
            case "VERTEX":
                // Control points of a curve are no positions of it.
                if (outline is not null && (current.Flags & 16) == 0 && current.Vertices is [var vertex, ..])
                {
                    outline.Add(vertex.X, vertex.Y, vertex.Bulge);
                    outline.HasHeight |= current.HasHeight;
                }

                break;
            case "SEQEND":
                if (outline is not null)
                {
                    entities.Add(outline);
                }

                outline = null;
                break;
            default:
                entities.Add(current);
                break;
        }

        current = null;
    }

    private void Take(DxfGroups groups)
    {
        if (current is null || !IsRead(current.Kind))
        {
            // The layer and the place are wanted even of entities that are only counted.
            if (current is not null && groups.Code == 8)
            {
                current.Layer = groups.Value;
            }
            else if (current is not null && groups.Code == 67)
            {
                current.IsOnSheet = groups.Integer() == 1;
            }

            return;
        }

        switch (groups.Code)
        {
            case 8:
                current.Layer = groups.Value;
                break;
            case 67:
                current.IsOnSheet = groups.Integer() == 1;
                break;
            case 70:
                current.Flags = groups.Integer();
                break;
            case 10:
                current.AddX(groups.Number());
                break;
            case 20:
                current.SetY(groups.Number());
                break;
            case 42:
                current.SetBulge(groups.Number());
                break;
            case 11 when current.Kind == "LINE":
                current.End = (groups.Number(), 0);
                break;
            case 21 when current.Kind == "LINE" && current.End is { } end:
                current.End = end with { Y = groups.Number() };
                break;
            case 30 or 31 or 38:
                current.HasHeight |= groups.Number() != 0;
                break;
            case 40 when current.Kind == "CIRCLE":
                current.Radius = groups.Number();
                break;
            case 210:
                current.Normal = current.Normal with { X = groups.Number() };
                break;
            case 220:
                current.Normal = current.Normal with { Y = groups.Number() };
                break;
            case 230:
                current.Normal = current.Normal with { Z = groups.Number() };
                break;
            default:
                break;
        }
    }

    private static bool IsRead(string kind) => kind is "LWPOLYLINE" or "POLYLINE" or "VERTEX" or "LINE" or "POINT" or "CIRCLE";
}
