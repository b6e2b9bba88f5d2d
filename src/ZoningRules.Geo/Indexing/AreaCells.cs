namespace ZoningRules.Geo.Indexing;

/// <summary>
/// Finds, for some consecutive areas of a set, the cells of a grid their borders go through and the cells inside them. What it finds of one area does not depend on the others.
/// </summary>
internal sealed class AreaCells
{
    private readonly GridFrame frame;
    private readonly RunCollector runs;
    private readonly int from;
    private readonly int[] borderEnds;
    private readonly int[] spanEnds;
    private long[] order = new long[256];
    private int[] crossingRows = new int[256];
    private double[] crossingEasts = new double[256];
    private int[] crossingEdges = new int[256];
    private int crossings;

    private AreaCells(PolygonSet set, GridFrame frame, int from, int end)
    {
        Set = set;
        this.frame = frame;
        this.from = from;
        runs = new(frame);
        borderEnds = new int[end - from + 1];
        spanEnds = new int[end - from + 1];
    }

    /// <summary>The first area.</summary>
    public int From => from;

    /// <summary>The end of the areas, not included.</summary>
    public int End => from + borderEnds.Length - 1;

    /// <summary>The cells on borders, area by area, each in ascending order.</summary>
    public Sequence<int> BorderCells { get; } = new();

    /// <summary>For each of them how many runs of edges it has and the parity at its west, then the runs: first position, and length with the turn of the ring.</summary>
    public Sequence<int> BorderWords { get; } = new();

    /// <summary>The first cells of rows of cells inside, area by area.</summary>
    public Sequence<int> SpanCells { get; } = new();

    /// <summary>How many cells each of those rows has.</summary>
    public Sequence<int> SpanLengths { get; } = new();

    private PolygonSet Set { get; }

    /// <summary>Looks at the areas from one to another, the latter not included.</summary>
    public static AreaCells Of(PolygonSet set, GridFrame frame, int from, int end)
    {
        var cells = new AreaCells(set, frame, from, end);
        for (var area = from; area < end; area++)
        {
            cells.Add(area);
        }

        return cells;
    }

    /// <summary>Where the cells on the border of an area end in <see cref="BorderCells"/>.</summary>
    public int BorderEndOf(int area) => borderEnds[area + 1 - from];

    /// <summary>Where the rows inside an area end in <see cref="SpanCells"/>.</summary>
    public int SpanEndOf(int area) => spanEnds[area + 1 - from];

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
        borderEnds[area + 1 - from] = BorderCells.Count;
        spanEnds[area + 1 - from] = SpanCells.Count;
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
                    SpanCells.Add(previous + 1);
                    SpanLengths.Add(cell - previous - 1);
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

        BorderCells.Add(cell);
        BorderWords.Add(((to - from) << 1) | (inside ? 1 : 0));
        for (var i = from; i < to; i++)
        {
            var run = (int)(order[i] & uint.MaxValue);
            BorderWords.Add(runs.Firsts[run]);
            BorderWords.Add((runs.Lengths[run] << 1) | (TurnOf(area, runs.Firsts[run]) > 0 ? 1 : 0));
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
}
