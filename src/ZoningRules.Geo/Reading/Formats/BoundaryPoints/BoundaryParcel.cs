using System.Collections.Frozen;
using System.Globalization;
using ZoningRules.Geo.Reading.Formats.Shapefiles;
using ZoningRules.Geo.Reading.Positions;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Formats.BoundaryPoints;

/// <summary>A parcel of a boundary-point file: its title line and its points.</summary>
internal sealed class BoundaryParcel
{
    private const double SquareMetresPerHectare = 10_000;
    private const double SquareMetresPerMu = 2000d / 3;
    private const double AreaShare = 0.01;
    private const double AreaLeast = 1;

    // Members of the title line, in order.
    private static readonly string[] Names = ["界址点数", "地块面积", "地块编号", "地块名称", "图形属性", "图幅号", "地块用途", "地类编码"];

    private BoundaryParcel(int line, string[] fields)
    {
        Line = line;
        Fields = fields;
    }

    /// <summary>Its title line, from 1.</summary>
    public int Line { get; }

    /// <summary>Its points.</summary>
    public List<PositionRow> Rows { get; } = [];

    private string[] Fields { get; }

    private PartKind Kind => Field(4) switch { "点" => PartKind.Point, "线" => PartKind.Line, _ => PartKind.Area };

    private string Title => Field(3) ?? Field(2) ?? $"{Line}";

    /// <summary>Reads the title line; nothing but its end is required, what it states must be right.</summary>
    public static BoundaryParcel Of(int line, string text, LineFaults faults)
    {
        var parcel = new BoundaryParcel(line, text.TrimEnd('@', '＠', ' ').Replace('，', ',').Split(',', StringSplitOptions.TrimEntries));
        if (parcel.Field(4) is { } shape and not ("面" or "线" or "点"))
        {
            faults.Add(line, $"的图形属性应为面、线或点，而不是 `{Excerpt.Of(shape)}`", $"the shape must be 面 (area), 线 (line) or 点 (point), not `{Excerpt.Of(shape)}`");
        }

        if (parcel.Field(0) is { } count && !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            faults.Add(line, $"的界址点数不是整数：`{Excerpt.Of(count)}`", $"the number of points is no whole number: `{Excerpt.Of(count)}`");
        }

        if (parcel.Field(1) is { } area && parcel.StatedArea is null)
        {
            faults.Add(line, $"的地块面积不是数：`{Excerpt.Of(area)}`", $"the area is no number: `{Excerpt.Of(area)}`");
        }

        return parcel;
    }

    /// <summary>The parcel as a feature.</summary>
    public Feature Feature(FeatureWishes wishes, LineFaults faults, List<LocalText> steps, bool isPlane)
    {
        CheckCount(faults);
        var parts = Parts(faults, steps);
        if (isPlane && parts.Count > 0)
        {
            CompareArea(parts, steps);
        }

        return new(parts, Properties(wishes));
    }

    private double? StatedArea =>
        Field(1) is { Length: <= 30 } text
        && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var area) && double.IsFinite(area) ? area : null;

    private string? Field(int index) => index < Fields.Length && Fields[index].Length > 0 ? Fields[index] : null;

    private FrozenDictionary<string, IReadOnlyList<string>> Properties(FeatureWishes wishes)
    {
        var properties = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        for (var i = 0; i < Names.Length; i++)
        {
            if (Field(i) is { } value && wishes.Wants(Names[i]))
            {
                properties.Add(Names[i], [value]);
            }
        }

        return properties.ToFrozenDictionary(StringComparer.Ordinal);
    }

    // The repeated first point of each ring is counted by some programs and not by others.
    private void CheckCount(LineFaults faults)
    {
        if (Field(0) is not { } text || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var stated))
        {
            return;
        }

        var closings = Rows.GroupBy(r => r.Ring, StringComparer.Ordinal).Count(g => g.Count() > 1 && g.First().Position == g.Last().Position);
        if (stated != Rows.Count && stated != Rows.Count - closings)
        {
            faults.Add(
                Line,
                $"的地块 `{Excerpt.Of(Title)}` 说明有 {stated} 个界址点，实有 {Rows.Count} 个",
                $"parcel `{Excerpt.Of(Title)}` states {stated} points and has {Rows.Count}");
        }
    }

    private IReadOnlyList<RawPart> Parts(LineFaults faults, List<LocalText> steps)
    {
        if (Rows.Count == 0)
        {
            faults.Add(Line, $"的地块 `{Excerpt.Of(Title)}` 没有界址点", $"parcel `{Excerpt.Of(Title)}` has no points");
            return [];
        }

        switch (Kind)
        {
            case PartKind.Point:
                return [.. Rows.Select(r => new RawPart(PartKind.Point, [new([r.First.Number], [r.Second.Number])]))];
            case PartKind.Line:
                return [.. Rows.GroupBy(r => r.Ring, StringComparer.Ordinal).Select(g => new RawPart(PartKind.Line, [Ring([.. g])]))];
            default:
                var assembly = new BoundaryAssembly(faults);
                var parts = assembly.Parts(Rows);
                steps.AddRange(assembly.Steps.Select(s => new LocalText($"地块 `{Excerpt.Of(Title)}`：{s.Zh}", $"parcel `{Excerpt.Of(Title)}`: {s.En}")));
                return parts;
        }
    }

    private static RawRing Ring(List<PositionRow> rows) => new([.. rows.Select(r => r.First.Number)], [.. rows.Select(r => r.Second.Number)]);

    private void CompareArea(IReadOnlyList<RawPart> parts, List<LocalText> steps)
    {
        if (Kind != PartKind.Area || StatedArea is not { } hectares || hectares == 0)
        {
            return;
        }

        var computed = parts.Sum(p => AreaOf(p.Rings[0]) - p.Rings.Skip(1).Sum(AreaOf));
        var stated = hectares * SquareMetresPerHectare;
        if (!Differs(computed, stated))
        {
            return;
        }

        var (zh, en) = Differs(computed, hectares) ? Differs(computed, hectares * SquareMetresPerMu) ? ("", "") : ("；像是以亩为单位", "; it looks like mu")
            : ("；像是以平方米为单位", "; it looks like square metres");
        steps.Add(new(
            string.Create(CultureInfo.InvariantCulture, $"地块 `{Excerpt.Of(Title)}` 注明面积 {hectares:0.####} 公顷，按坐标计算为 {computed / SquareMetresPerHectare:0.####} 公顷{zh}；以坐标为准，请核对"),
            string.Create(CultureInfo.InvariantCulture, $"parcel `{Excerpt.Of(Title)}` states {hectares:0.####} ha, its points give {computed / SquareMetresPerHectare:0.####} ha{en}; the points count, please check")));
    }

    private static bool Differs(double computed, double stated) =>
        Math.Abs(computed - stated) > AreaLeast && Math.Abs(computed - stated) > AreaShare * Math.Max(computed, stated);

    private static double AreaOf(RawRing ring) => Math.Abs(RingSorting.SignedArea(ring)) / 2;
}
