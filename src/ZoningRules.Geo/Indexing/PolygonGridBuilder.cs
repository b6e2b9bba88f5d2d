namespace ZoningRules.Geo.Indexing;

/// <summary>Lays a grid over areas: what <see cref="AreaCells"/> finds, area by area and on all processors, is packed by cell.</summary>
internal sealed class PolygonGridBuilder
{
    // One cell for so many positions: more cells answer more questions at once, fewer need less memory.
    private const double PositionsPerCell = 1.6;

    /// <summary>So many positions are looked at in one go; there is no gain in sharing out fewer.</summary>
    public const int UsualPositionsPerPart = 1 << 20;

    private readonly GridFrame frame;

    private PolygonGridBuilder(PolygonSet set, GridFrame frame)
    {
        Set = set;
        this.frame = frame;
    }

    private PolygonSet Set { get; }

    /// <summary>Lays a grid of a suitable cell size over a set that is not empty.</summary>
    /// <param name="set">The set.</param>
    /// <param name="positionsPerPart">About how many positions one processor takes at a time. The grid does not depend on it.</param>
    public static PolygonGrid Build(PolygonSet set, int positionsPerPart = UsualPositionsPerPart)
    {
        var (west, south, east, north) = (double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);
        for (var i = 0; i < set.Positions.Length; i += 2)
        {
            west = Math.Min(west, set.Positions[i]);
            east = Math.Max(east, set.Positions[i]);
            south = Math.Min(south, set.Positions[i + 1]);
            north = Math.Max(north, set.Positions[i + 1]);
        }

        var frame = new GridFrame(west, south, east, north, (long)(set.PositionCount / PositionsPerCell));
        var bounds = Bounds(set, positionsPerPart);
        var parts = new AreaCells[bounds.Count - 1];
        if (parts.Length == 1)
        {
            parts[0] = AreaCells.Of(set, frame, bounds[0], bounds[1]);
        }
        else
        {
            Parallel.For(0, parts.Length, i => parts[i] = AreaCells.Of(set, frame, bounds[i], bounds[i + 1]));
        }

        return new PolygonGridBuilder(set, frame).Pack(parts);
    }

    // Where parts of about the same number of positions begin and end, counted in areas.
    private static List<int> Bounds(PolygonSet set, int positionsPerPart)
    {
        List<int> bounds = [0];
        var positions = 0;
        for (var area = 0; area + 1 < set.Count; area++)
        {
            var end = set.RingStarts[set.AreaStarts[area + 1]];
            if (end - positions >= positionsPerPart)
            {
                bounds.Add(area + 1);
                positions = end;
            }
        }

        bounds.Add(set.Count);
        return bounds;
    }

    private PolygonGrid Pack(IReadOnlyList<AreaCells> parts)
    {
        // What each cell needs, then where it starts.
        var cells = new int[frame.Rows * frame.Columns];
        foreach (var part in parts)
        {
            Count(part, cells);
        }

        var size = 0;
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var need = cells[cell];
            cells[cell] = need <= 1 ? 0 : ~size;
            size += need <= 1 ? 0 : need + 1;
        }

        var entries = new int[size];
        foreach (var part in parts)
        {
            Pack(part, cells, entries);
        }

        return new(frame, cells, Tighten(cells, entries));
    }

    private static void Count(AreaCells part, int[] cells)
    {
        for (var (border, word) = (0, 0); border < part.BorderCells.Count; border++)
        {
            var count = part.BorderWords[word] >> 1;
            cells[part.BorderCells[border]] += 1 + (2 * count);
            word += 1 + (2 * count);
        }

        for (var span = 0; span < part.SpanCells.Count; span++)
        {
            for (var i = 0; i < part.SpanLengths[span]; i++)
            {
                cells[part.SpanCells[span] + i]++;
            }
        }
    }

    private void Pack(AreaCells part, int[] cells, int[] entries)
    {
        var (at, next, words) = (0, 0, 0);
        for (var area = part.From; area < part.End; area++)
        {
            for (; at < part.BorderEndOf(area); at++)
            {
                words = PackBorder(area, cells[part.BorderCells[at]], part.BorderWords, words, entries);
            }

            for (; next < part.SpanEndOf(area); next++)
            {
                PackSpan(area, cells.AsSpan(part.SpanCells[next], part.SpanLengths[next]), entries);
            }
        }
    }

    private int PackBorder(int area, int cell, Sequence<int> borderWords, int word, int[] entries)
    {
        var (count, parity) = (borderWords[word] >> 1, borderWords[word] & 1);
        var to = ~cell + 1 + entries[~cell];
        if (count == 1 && LastBorder(entries, ~cell) is var other and >= 0
            && IsReverse(entries[other + 1], entries[other + 2] >> 2, borderWords[word + 1], borderWords[word + 2] >> 1))
        {
            var same = ((entries[other] >> 1) & 1) == parity;
            entries[to] = (area << PolygonGrid.AreaShift) | PolygonGrid.Twin | (same ? PolygonGrid.Same : 0);
            entries[~cell]++;
            return word + 3;
        }

        entries[~cell] += 1 + (2 * count);
        entries[to++] = (area << PolygonGrid.AreaShift) | PolygonGrid.Border | (parity * PolygonGrid.Odd);
        word++;
        for (var run = 0; run < count; run++)
        {
            entries[to++] = borderWords[word++];
            entries[to++] = (borderWords[word++] << 1) | (run + 1 < count ? 1 : 0);
        }

        return word;
    }

    // Where the cell's last border entry stands when it has one run; otherwise -1.
    private static int LastBorder(int[] entries, int start)
    {
        var last = -1;
        for (var at = start + 1; at < start + 1 + entries[start];)
        {
            var entry = entries[at];
            if ((entry & PolygonGrid.Border) == 0)
            {
                at++;
                continue;
            }

            last = (entries[at + 2] & 1) == 0 ? at : -1;
            at++;
            while ((entries[at + 1] & 1) != 0)
            {
                at += 2;
            }

            at += 2;
        }

        return last;
    }

    // Whether a new run has the same edges as another, the other way round.
    private bool IsReverse(int first, int length, int newFirst, int newLength)
    {
        if (newLength != length)
        {
            return false;
        }

        var (a, b) = (2 * first, 2 * (newFirst + length));
        for (var i = 0; i <= length; i++, a += 2, b -= 2)
        {
            if (Set.Positions[a] != Set.Positions[b] || Set.Positions[a + 1] != Set.Positions[b + 1])
            {
                return false;
            }
        }

        return true;
    }

    // Twins need less than was counted: entries move together.
    private static int[] Tighten(int[] cells, int[] entries)
    {
        var to = 0;
        for (var cell = 0; cell < cells.Length; cell++)
        {
            if (cells[cell] < 0)
            {
                var from = ~cells[cell];
                var count = entries[from] + 1;
                Array.Copy(entries, from, entries, to, count);
                cells[cell] = ~to;
                to += count;
            }
        }

        return entries.AsSpan(0, to).ToArray();
    }

    private static void PackSpan(int area, Span<int> cells, int[] entries)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i] == 0)
            {
                cells[i] = area + 1;
            }
            else
            {
                var start = ~cells[i];
                entries[start + 1 + entries[start]] = (area << PolygonGrid.AreaShift) | PolygonGrid.Inside;
                entries[start]++;
            }
        }
    }
}
