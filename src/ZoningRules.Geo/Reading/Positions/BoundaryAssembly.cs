using ZoningRules.Geo.Reading.Formats.Shapefiles;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Positions;

/// <summary>Makes the rings and parcels of a list of positions.</summary>
internal sealed class BoundaryAssembly(LineFaults faults)
{
    private int Rings { get; set; }

    private List<LocalText> Notes { get; } = [];

    /// <summary>What was done, in order.</summary>
    public IReadOnlyList<LocalText> Steps => Notes;

    /// <summary>
    /// The parcels in order of appearance, each with its polygons. Rings of one parcel are separated by their ring, by an empty line, or by a return to
    /// their first position. Where only empty lines separate them, the first is the outer one and the others are holes, as written down for such lists;
    /// otherwise what lies in what decides.
    /// </summary>
    /// <exception cref="GeometryTextException">A ring has too few positions, or a point name stands for two positions.</exception>
    public IReadOnlyList<(string Parcel, IReadOnlyList<PositionRow> Rows, IReadOnlyList<RawPart> Parts)> Parcels(IReadOnlyList<PositionRow> rows)
    {
        // As in text copied with double spacing.
        if (rows.Count >= 3 && rows.DistinctBy(r => r.Block).Count() == rows.Count)
        {
            Notes.Add(new("每个点之间的空行不作为环的分界", "the empty line after every position was not taken as the end of a ring"));
            rows = [.. rows.Select(r => r with { Block = 0 })];
        }

        List<(string Parcel, IReadOnlyList<PositionRow> Rows, IReadOnlyList<RawPart> Parts)> parcels = [];
        foreach (var parcel in rows.GroupBy(r => r.Parcel, StringComparer.Ordinal))
        {
            List<PositionRow> own = [.. parcel];
            parcels.Add((parcel.Key, own, Parts(own)));
        }

        faults.ThrowIfAny();
        return parcels;
    }

    /// <summary>The polygons of one parcel.</summary>
    public IReadOnlyList<RawPart> Parts(List<PositionRow> rows)
    {
        List<RawRing> rings = [];
        var isNested = false;
        foreach (var group in rows.GroupBy(r => (r.Ring, r.Block)))
        {
            var start = 0;
            List<PositionRow> list = [.. group];
            isNested |= list[0].Ring.Length > 0;
            while (start < list.Count)
            {
                var end = EndOfRing(list, start);
                isNested |= start > 0;
                CheckNames(list[start..end]);
                AddRing(list[start..end], rings);
                start = end;
            }
        }

        if (rings.Count == 0)
        {
            return [];
        }

        if (!isNested || rings.Count < 2)
        {
            return [new(PartKind.Area, rings)];
        }

        var (parts, _) = RingSorting.Sort(rings);
        var holes = rings.Count - parts.Count;
        Notes.Add(new($"按包含关系，{rings.Count} 个环组成 {parts.Count} 个部分、{holes} 个内环", $"by what lies in what, {rings.Count} rings are {parts.Count} parts with {holes} holes"));
        return parts;
    }

    // After the position that repeats the first one, when three different ones lie between.
    private static int EndOfRing(List<PositionRow> rows, int start)
    {
        for (var i = start + 3; i < rows.Count; i++)
        {
            if (rows[i].Position == rows[start].Position)
            {
                var end = i + 1;
                while (end < rows.Count && rows[end].Position == rows[start].Position)
                {
                    end++;
                }

                return end;
            }
        }

        return rows.Count;
    }

    private void CheckNames(List<PositionRow> ring)
    {
        var named = new Dictionary<string, PositionRow>(StringComparer.Ordinal);
        foreach (var row in ring)
        {
            if (row.Name is { } name && !named.TryAdd(name, row) && named[name].Position != row.Position)
            {
                faults.Add(
                    row.Line,
                    $"的点号 `{Excerpt.Of(name)}` 与第 {named[name].Line} 行重复而坐标不同；不同的环之间请空一行，或加圈号列",
                    $"the point name `{Excerpt.Of(name)}` is that of line {named[name].Line} with other numbers; put an empty line between rings, or add a ring column");
            }
        }
    }

    private void AddRing(List<PositionRow> rows, List<RawRing> rings)
    {
        Rings++;
        if (rows.Select(r => r.Position).Distinct().Take(3).Count() < 3)
        {
            faults.Add($"第 {Rings} 个环不足三个不同的点（第 {rows[0].Line} 行起）", $"ring {Rings}, from line {rows[0].Line}, has fewer than three different positions");
            return;
        }

        List<double> first = [.. rows.Select(r => r.First.Number)];
        List<double> second = [.. rows.Select(r => r.Second.Number)];
        if (rows[0].Position != rows[^1].Position)
        {
            first.Add(first[0]);
            second.Add(second[0]);
            Notes.Add(new($"第 {Rings} 个环首尾不重合，已用首点闭合", $"ring {Rings} did not return to its first position and was closed with it"));
        }

        rings.Add(new([.. first], [.. second]));
    }
}
