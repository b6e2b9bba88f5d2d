using System.Collections.Immutable;
using System.Globalization;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Formats.Drawings;

/// <summary>
/// DXF as text: closed polylines and circles are areas, open ones and lines are lines. Only the drawing itself is read: no blocks, sheets, splines or
/// hatches; what is left out is counted. A drawing states no coordinate reference system; east comes first. Layers of the drawing are layers of the file.
/// </summary>
internal sealed class DxfFormat : IFeatureFormat
{
    private const int Metres = 6;

    /// <inheritdoc/>
    public LocalText Name { get; } = new("DXF", "DXF");

    /// <inheritdoc/>
    public bool Recognises(FeatureFile file) => IsBinary(file) || IsDwg(file) || BeginsAsText(file.Bytes.Span);

    /// <inheritdoc/>
    public FeatureDocument Read(FeatureFile file, FeatureWishes wishes)
    {
        if (IsBinary(file))
        {
            throw GeometryTextException.Bad($"`{file.Name}` 是二进制 DXF，请在制图软件中另存为文本（ASCII）DXF", $"`{file.Name}` is a binary DXF; save it as text (ASCII) DXF in the drawing program");
        }

        if (IsDwg(file))
        {
            throw GeometryTextException.Bad($"`{file.Name}` 是 DWG，不能读取；请在制图软件中另存为 DXF", $"`{file.Name}` is a DWG, which cannot be read; save it as DXF in the drawing program");
        }

        var drawing = DxfDrawing.Read(file.Bytes);
        var steps = ImmutableArray.CreateBuilder<LocalText>();
        var inDrawing = drawing.Entities.Where(e => !e.IsOnSheet).ToList();
        var usable = inDrawing.Where(IsUsable).ToList();
        var layers = usable.Select(e => e.Layer).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (layers.Count == 0)
        {
            throw GeometryTextException.Bad(
                $"`{file.Name}` 中没有折线，请把边界画成闭合多段线{Listed(inDrawing, "；不读取：", "")}", $"`{file.Name}` holds no lines; draw the boundary as a closed polyline{Listed(inDrawing, "; not read: ", "")}");
        }

        var layer = layers[LayerChoice.Of(file.Name, layers, wishes.Layer)];
        AddUnread(drawing, inDrawing, layer, steps);
        var (features, hasHeight) = DxfFeatures.Make([.. usable.Where(e => e.Layer == layer)], wishes, steps);
        if (drawing.Unit is { } unit and not 0 and not Metres)
        {
            var number = unit.ToString(CultureInfo.InvariantCulture);
            steps.Add(new(
                $"图形单位（$INSUNITS）为 {number}，不是米；坐标未作换算，按所申报坐标系的单位使用",
                $"the drawing's unit ($INSUNITS) is {number}, not metres; coordinates were not converted and count in the unit of the declared system"));
        }

        return new(features, new StatedCrs.NotStated(), hasHeight) { Steps = steps.ToImmutable() };
    }

    private static bool IsBinary(FeatureFile file) => file.Bytes.Span.StartsWith("AutoCAD Binary DXF"u8);

    private static bool IsDwg(FeatureFile file) =>
        file.Bytes.Length > 6 && file.Bytes.Span.StartsWith("AC10"u8) && char.IsAsciiDigit((char)file.Bytes.Span[4]) && char.IsAsciiDigit((char)file.Bytes.Span[5]);

    // Comments may come first.
    private static bool BeginsAsText(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        for (var pair = 0; pair < 100; pair++)
        {
            var code = Line(ref bytes);
            var value = Line(ref bytes);
            if (code.SequenceEqual("0"u8))
            {
                return value.SequenceEqual("SECTION"u8);
            }

            if (!code.SequenceEqual("999"u8))
            {
                return false;
            }
        }

        return false;
    }

    private static ReadOnlySpan<byte> Line(ref ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)'\n');
        var line = end < 0 ? bytes : bytes[..end];
        bytes = end < 0 ? default : bytes[(end + 1)..];
        return line.Trim(" \t\r"u8);
    }

    private static bool IsUsable(DxfEntity entity) => entity.Kind switch
    {
        "LWPOLYLINE" or "POLYLINE" => !entity.IsNet,
        "LINE" or "CIRCLE" or "POINT" => true,
        _ => false,
    };

    private static void AddUnread(DxfDrawing drawing, List<DxfEntity> inDrawing, string layer, ImmutableArray<LocalText>.Builder steps)
    {
        if (Listed(inDrawing.Where(e => e.Layer == layer), "", "") is { Length: > 0 } unread)
        {
            steps.Add(new($"图层 `{layer}` 中未读取的内容：{unread}（块、样条、填充等不作为边界）", $"not read in layer `{layer}`: {unread} (blocks, splines, hatches and the like are no boundary)"));
        }

        var onSheets = drawing.Entities.Count - inDrawing.Count;
        if (onSheets > 0)
        {
            steps.Add(new($"略去图纸空间中的 {onSheets} 个对象", $"left out {onSheets} objects on sheets (paper space)"));
        }
    }

    private static string Listed(IEnumerable<DxfEntity> entities, string before, string after)
    {
        var kinds = entities.Where(e => !IsUsable(e)).GroupBy(e => e.Kind).OrderBy(g => g.Key, StringComparer.Ordinal).Take(10)
            .Select(g => string.Create(CultureInfo.InvariantCulture, $"{Shown(g.Key)} ×{g.Count()}")).ToList();
        return kinds.Count == 0 ? "" : before + string.Join(", ", kinds) + after;
    }

    private static string Shown(string kind) => string.Concat(kind.Where(char.IsAsciiLetterOrDigit).Take(30));
}
