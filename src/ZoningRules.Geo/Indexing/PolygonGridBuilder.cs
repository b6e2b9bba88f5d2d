namespace ZoningRules.Geo.Indexing;

/// <summary>
/// Lays a grid over areas. For every area it finds the cells its border goes through, and fills the cells inside it; then everything is packed by cell.
/// </summary>
internal sealed class PolygonGridBuilder
{
    // One cell for so many positions: more cells answer more questions at once, fewer need less memory.
    private const double PositionsPerCell = 1.6;

    private readonly GridFrame frame;
    private readonly RunCollector runs;
    private readonly Sequence<int> borderCells = new();
    private readonly Sequence<int> borderWords = new();
    private readonly Sequence<int> spanCells = new();
    private readonly Sequence<int> spanLengths = new();
    private readonly int[] borderEnds;
    private readonly int[] spanEnds;
    private long[] order = new long[256];
    private int[] crossingRows = new int[256];
    private double[] crossingEasts = new double[256];
    private int[] crossingEdges = new int[256];
    private int crossings;

    private PolygonGridBuilder(PolygonSet set, GridFrame frame)
    {
        Set = set;
        this.frame = frame;
        runs = new(frame);
        borderEnds = new int[set.Count + 1];
        spanEnds = new int[set.Count + 1];
    }

    private PolygonSet Set { get; }

    /// <summary>Lays a grid of a suitable cell size over a set that is not empty.</summary>
    public static PolygonGrid Build(PolygonSet set)
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
        var builder = new PolygonGridBuilder(set, frame);
        for (var area = 0; area < set.Count; area++)
        {
            builder.Add(area);
        }

        return builder.Pack();
    }

    private void Add(int area)
    {
        runs.Clear();
        crossings = 0;
        for (var ring = Set.AreaStarts[area]; ring < Set.AreaStarts[area + 1]; ring++)
        {
            runs.Add(Set.Positions, Set.RingStarts[ring], Set.RingStarts[ring + 1] - 1);
            AddCrossings(Set.RingStarts[ring], Set.RingStarts[ring + 1] - 1);
        }

        if (order.Length < Math.Max(runs.Count, crossings))
        {
            order = new long[2 * Math.Max(runs.Count, crossings)];
        }

        SortCrossings();
        for (var i = 0; i < runs.Count; i++)
        {
            order[i] = ((long)runs.Cells[i] << 32) | (uint)i;
        }

        order.AsSpan(0, runs.Count).Sort();
        Sweep(area);
        borderEnds[area + 1] = borderCells.Count;
        spanEnds[area + 1] = spanCells.Count;
    }

    // Where edges cross the middles of rows.
    private void AddCrossings(int from, int to)
    {
        var positions = Set.Positions;
        for (var edge = from; edge < to; edge++)
        {
            var at = 2 * edge;
            var (a, b) = (positions[at + 1], positions[at + 3]);
            var (low, high) = a < b ? (a, b) : (b, a);
            for (var row = frame.Row(low); row <= frame.Row(high); row++)
            {
                var middle = frame.MiddleNorth(row);
                if (a <= middle == b <= middle)
                {
                    continue;
                }

                if (crossings == crossingRows.Length)
                {
                    Array.Resize(ref crossingRows, 2 * crossings);
                    Array.Resize(ref crossingEasts, 2 * crossings);
                    Array.Resize(ref crossingEdges, 2 * crossings);
                }

                crossingRows[crossings] = row;
                crossingEasts[crossings] = positions[at] + ((middle - a) * ((positions[at + 2] - positions[at]) / (b - a)));
                crossingEdges[crossings++] = edge;
            }
        }
    }

    // By row, then from west to east.
    private void SortCrossings()
    {
        for (var i = 0; i < crossings; i++)
        {
            order[i] = ((long)crossingRows[i] << 32) | (uint)i;
        }

        var sorted = order.AsSpan(0, crossings);
        sorted.Sort();
        var (rows, easts, edges) = (new int[crossings], new double[crossings], new int[crossings]);
        for (var i = 0; i < crossings; i++)
        {
            var from = (int)(sorted[i] & uint.MaxValue);
            (rows[i], easts[i], edges[i]) = (crossingRows[from], crossingEasts[from], crossingEdges[from]);
        }

        for (var i = 0; i < crossings;)
        {
            var end = i + 1;
            while (end < crossings && rows[end] == rows[i])
            {
                end++;
            }

            Array.Sort(easts, edges, i, end - i);
            i = end;
        }

        rows.CopyTo(crossingRows, 0);
        easts.CopyTo(crossingEasts, 0);
        edges.CopyTo(crossingEdges, 0);
    }

    // Row by row, from west to east: the parity of each border cell, and the cells between two of them that lie inside.
    private void Sweep(int area)
    {
        var crossing = 0;
        for (var i = 0; i < runs.Count;)
        {
            var row = (int)(order[i] >> 32) / frame.Columns;
            while (crossing < crossings && crossingRows[crossing] < row)
            {
                crossing++;
            }

            var end = crossing;
            while (end < crossings && crossingRows[end] == row)
            {
                end++;
            }

            var west = crossing;
            var previous = int.MaxValue;
            while (i < runs.Count && (int)(order[i] >> 32) / frame.Columns == row)
            {
                var cell = (int)(order[i] >> 32);
                if (previous < cell - 1 && IsInside(previous + 1, row, end, ref west))
                {
                    spanCells.Add(previous + 1);
                    spanLengths.Add(cell - previous - 1);
                }

                var last = i + 1;
                while (last < runs.Count && (int)(order[last] >> 32) == cell)
                {
                    last++;
                }

                AddBorderCell(area, cell, row, i, last, IsInside(cell, row, end, ref west));
                previous = cell;
                i = last;
            }

            crossing = end;
        }
    }

    // Whether the middle of a cell lies inside, by the same rule by which borders are counted. Crossings before `west` lie west of it.
    private bool IsInside(int cell, int row, int end, ref int west)
    {
        var (east, north) = (frame.MiddleEast(cell - (row * frame.Columns)), frame.MiddleNorth(row));
        while (west < end && crossingEasts[west] < east - frame.Margin)
        {
            west++;
        }

        var inside = false;
        for (var i = west; i < end; i++)
        {
            if (crossingEasts[i] > east + frame.Margin)
            {
                return inside ^ ((end - i) % 2 == 1);
            }

            inside ^= EdgeRuns.IsEastOf(Set.Positions, crossingEdges[i], east, north);
        }

        return inside;
    }

    private void AddBorderCell(int area, int cell, int row, int from, int to, bool inside)
    {
        var middle = frame.MiddleEast(cell - (row * frame.Columns));
        var north = frame.MiddleNorth(row);
        for (var i = from; i < to; i++)
        {
            var run = (int)(order[i] & uint.MaxValue);
            inside ^= EdgeRuns.ParityOf(Set.Positions, runs.Firsts[run], runs.Lengths[run], middle, middle, north, out _);
        }

        borderCells.Add(cell);
        borderWords.Add(((to - from) << 1) | (inside ? 1 : 0));
        for (var i = from; i < to; i++)
        {
            var run = (int)(order[i] & uint.MaxValue);
            borderWords.Add(runs.Firsts[run]);
            borderWords.Add((runs.Lengths[run] << 1) | (TurnOf(area, runs.Firsts[run]) > 0 ? 1 : 0));
        }
    }

    private int TurnOf(int area, int position)
    {
        var ring = Set.AreaStarts[area];
        while (Set.RingStarts[ring + 1] <= position)
        {
            ring++;
        }

        return Set.RingTurns[ring];
    }

    private PolygonGrid Pack()
    {
        // What each cell needs, then where it starts.
        var cells = new int[frame.Rows * frame.Columns];
        for (var (border, word) = (0, 0); border < borderCells.Count; border++)
        {
            var count = borderWords[word] >> 1;
            cells[borderCells[border]] += 1 + (2 * count);
            word += 1 + (2 * count);
        }

        for (var span = 0; span < spanCells.Count; span++)
        {
            for (var i = 0; i < spanLengths[span]; i++)
            {
                cells[spanCells[span] + i]++;
            }
        }

        var size = 0;
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var need = cells[cell];
            cells[cell] = need <= 1 ? 0 : ~size;
            size += need <= 1 ? 0 : need + 1;
        }

        var entries = new int[size];
        var (at, next, words) = (0, 0, 0);
        for (var area = 0; area < Set.Count; area++)
        {
            for (; at < borderEnds[area + 1]; at++)
            {
                words = PackBorder(area, cells[borderCells[at]], words, entries);
            }

            for (; next < spanEnds[area + 1]; next++)
            {
                PackSpan(area, cells.AsSpan(spanCells[next], spanLengths[next]), entries);
            }
        }

        return new(frame, cells, Tighten(cells, entries));
    }

    private int PackBorder(int area, int cell, int word, int[] entries)
    {
        var (count, parity) = (borderWords[word] >> 1, borderWords[word] & 1);
        var to = ~cell + 1 + entries[~cell];
        if (count == 1 && LastBorder(entries, ~cell) is var other and >= 0 && IsReverse(entries[other + 1], entries[other + 2] >> 2, word + 1))
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
    private bool IsReverse(int first, int length, int word)
    {
        if (borderWords[word + 1] >> 1 != length)
        {
            return false;
        }

        var (a, b) = (2 * first, 2 * (borderWords[word] + length));
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
