using System.Diagnostics;

namespace ZoningRules.Geo.Indexing;

/// <summary>
/// Finds the cells that edges go through and gathers consecutive edges of a chain in one cell into runs. A run may be given a cell that its edges only pass
/// by within the frame's margin; it never lacks one that they meet. Reused from chain to chain.
/// </summary>
internal sealed class RunCollector(GridFrame frame)
{
    private int[] before = new int[16];
    private int[] now = new int[16];
    private int beforeCount;
    private int nowCount;

    /// <summary>The cells of the runs.</summary>
    public int[] Cells { get; private set; } = new int[256];

    /// <summary>The first edges of the runs: the number of the position they start from.</summary>
    public int[] Firsts { get; private set; } = new int[256];

    /// <summary>How many edges the runs have.</summary>
    public int[] Lengths { get; private set; } = new int[256];

    /// <summary>How many runs there are.</summary>
    public int Count { get; private set; }

    private GridFrame Frame { get; } = frame;

    /// <summary>Forgets all runs.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds the runs of a chain of positions.</summary>
    /// <param name="positions">All positions, east and north in turn.</param>
    /// <param name="from">The number of the chain's first position.</param>
    /// <param name="to">The number of its last.</param>
    public void Add(double[] positions, int from, int to)
    {
        beforeCount = 0;
        for (var edge = from; edge < to; edge++)
        {
            nowCount = 0;
            var at = 2 * edge;
            Cover(edge, positions[at], positions[at + 1], positions[at + 2], positions[at + 3]);
            (before, now) = (now, before);
            beforeCount = nowCount;
        }
    }

    private void Cover(int edge, double eastA, double northA, double eastB, double northB)
    {
        var margin = Frame.Margin;
        var (west, east) = eastA < eastB ? (eastA, eastB) : (eastB, eastA);
        var (south, north) = northA < northB ? (northA, northB) : (northB, northA);
        var (firstColumn, lastColumn) = (Frame.Column(west - margin), Frame.Column(east + margin));
        var (firstRow, lastRow) = (Frame.Row(south - margin), Frame.Row(north + margin));
        if (firstColumn == lastColumn || firstRow == lastRow || south == north)
        {
            for (var row = firstRow; row <= lastRow; row++)
            {
                Touch(edge, row, firstColumn, lastColumn);
            }

            return;
        }

        var slope = (eastB - eastA) / (northB - northA);
        for (var row = firstRow; row <= lastRow; row++)
        {
            // What of the edge lies in the row, taken a margin too tall and a margin too wide.
            var low = Math.Clamp(Frame.NorthOf(row) - margin, south, north);
            var high = Math.Clamp(Frame.NorthOf(row + 1) + margin, south, north);
            var atLow = Math.Clamp(eastA + ((low - northA) * slope), west, east);
            var atHigh = Math.Clamp(eastA + ((high - northA) * slope), west, east);
            Touch(edge, row, Frame.Column(Math.Min(atLow, atHigh) - margin), Frame.Column(Math.Max(atLow, atHigh) + margin));
        }
    }

    private void Touch(int edge, int row, int firstColumn, int lastColumn)
    {
        for (var column = firstColumn; column <= lastColumn; column++)
        {
            Touch(edge, (row * Frame.Columns) + column);
        }
    }

    private void Touch(int edge, int cell)
    {
        var run = -1;
        for (var i = 0; i < beforeCount && run < 0; i++)
        {
            run = Cells[before[i]] == cell ? before[i] : -1;
        }

        if (run >= 0)
        {
            Debug.Assert(Firsts[run] + Lengths[run] == edge, "runs are consecutive");
            Lengths[run]++;
        }
        else
        {
            run = Count++;
            if (run == Cells.Length)
            {
                Grow();
            }

            Cells[run] = cell;
            Firsts[run] = edge;
            Lengths[run] = 1;
        }

        if (nowCount == now.Length)
        {
            Array.Resize(ref now, 2 * now.Length);
        }

        now[nowCount++] = run;
    }

    private void Grow()
    {
        var size = 2 * Cells.Length;
        var (cells, firsts, lengths) = (Cells, Firsts, Lengths);
        Array.Resize(ref cells, size);
        Array.Resize(ref firsts, size);
        Array.Resize(ref lengths, size);
        (Cells, Firsts, Lengths) = (cells, firsts, lengths);
    }
}
