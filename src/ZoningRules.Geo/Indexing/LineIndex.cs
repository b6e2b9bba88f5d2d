namespace ZoningRules.Geo.Indexing;

/// <summary>
/// Tells which line of a set is nearest to a position, exactly. A grid lies over the lines; a cell knows the edges that go through it, or how many cells around it are
/// empty, so that a search leaps over empty country. Immutable and thread-safe; no question allocates.
/// </summary>
/// <remarks>
/// For hosts that screen points against the lines of a whole country. <see cref="SiteLocator"/> does not use it: a site may be an area, and a layer may hold areas and
/// points beside lines, so it asks its layers in another way.
/// </remarks>
public sealed class LineIndex
{
    // Fewer than two edges in a cell that a line goes through, and few cells to leap over.
    private const double CellsPerEdge = 2;

    private readonly GridFrame frame;
    private readonly byte[] empty;
    private readonly int[] starts;
    private readonly int[] runs;
    private readonly double[] positions;

    private LineIndex(LineSet set, GridFrame frame, byte[] empty, int[] starts, int[] runs)
    {
        Set = set;
        this.frame = frame;
        this.empty = empty;
        this.starts = starts;
        this.runs = runs;
        positions = set.Positions;
    }

    /// <summary>The lines.</summary>
    public LineSet Set { get; }

    /// <summary>How many bytes the index needs beside the set.</summary>
    public long IndexBytes => empty.LongLength + (sizeof(int) * (starts.LongLength + runs.LongLength));

    /// <summary>Indexes a set.</summary>
    public static LineIndex Build(LineSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        var (west, south, east, north) = (0d, 0d, 0d, 0d);
        for (var i = 0; i < set.Positions.Length; i += 2)
        {
            (west, east) = i == 0 ? (set.Positions[0], set.Positions[0]) : (Math.Min(west, set.Positions[i]), Math.Max(east, set.Positions[i]));
            (south, north) = i == 0 ? (set.Positions[1], set.Positions[1]) : (Math.Min(south, set.Positions[i + 1]), Math.Max(north, set.Positions[i + 1]));
        }

        var frame = new GridFrame(west, south, east, north, (long)(set.PositionCount * CellsPerEdge));
        var collector = new RunCollector(frame);
        Sequence<int> cells = new();
        Sequence<int> words = new();
        for (var line = 0; line < set.Count; line++)
        {
            collector.Clear();
            collector.Add(set.Positions, set.Starts[line], set.Starts[line + 1] - 1);
            for (var run = 0; run < collector.Count; run++)
            {
                cells.Add(collector.Cells[run]);
                words.Add(line);
                words.Add(collector.Firsts[run]);
                words.Add(collector.Lengths[run]);
            }
        }

        var starts = new int[(frame.Rows * frame.Columns) + 1];
        for (var i = 0; i < cells.Count; i++)
        {
            starts[cells[i] + 1] += 3;
        }

        for (var cell = 1; cell < starts.Length; cell++)
        {
            starts[cell] += starts[cell - 1];
        }

        var empty = Emptiness(frame, starts);
        var runs = new int[3 * cells.Count];
        for (var i = cells.Count - 1; i >= 0; i--)
        {
            // From the last to the first, so that a cell's end moves down to its start.
            var at = starts[cells[i] + 1] -= 3;
            (runs[at], runs[at + 1], runs[at + 2]) = (words[3 * i], words[(3 * i) + 1], words[(3 * i) + 2]);
        }

        // Every start moved one cell on.
        starts.AsSpan(1).CopyTo(starts);
        starts[^1] = runs.Length;
        return new(set, frame, empty, starts, runs);
    }

    /// <summary>Finds the line nearest to a position.</summary>
    /// <param name="east">Its east.</param>
    /// <param name="north">Its north.</param>
    /// <param name="nearest">The line; meaningless when there is none.</param>
    /// <returns>False when the set is empty or the position is not a number.</returns>
    public bool TryFindNearest(double east, double north, out NearestLine nearest)
    {
        var (line, squared) = Search(east, north, double.PositiveInfinity);
        nearest = line < 0 ? default : new(line, Math.Sqrt(squared));
        return line >= 0;
    }

    /// <summary>Whether any line comes within a distance of a position.</summary>
    /// <param name="east">Its east.</param>
    /// <param name="north">Its north.</param>
    /// <param name="distance">The distance, included; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The distance is negative or not a number.</exception>
    public bool IsWithin(double east, double north, double distance)
    {
        if (!(distance >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(distance), distance, "a distance is not negative");
        }

        return Search(east, north, distance * distance).Line >= 0;
    }

    // For each cell, how many rings of cells around it, itself included, hold no edge; up to what a byte holds.
    private static byte[] Emptiness(GridFrame frame, int[] starts)
    {
        var empty = new byte[frame.Rows * frame.Columns];
        for (var cell = 0; cell < empty.Length; cell++)
        {
            empty[cell] = starts[cell + 1] > starts[cell] ? (byte)0 : byte.MaxValue;
        }

        for (var row = 0; row < frame.Rows; row++)
        {
            for (var column = 0; column < frame.Columns; column++)
            {
                Lower(row, column, row, column - 1);
                Lower(row, column, row - 1, column - 1);
                Lower(row, column, row - 1, column);
                Lower(row, column, row - 1, column + 1);
            }
        }

        for (var row = frame.Rows - 1; row >= 0; row--)
        {
            for (var column = frame.Columns - 1; column >= 0; column--)
            {
                Lower(row, column, row, column + 1);
                Lower(row, column, row + 1, column + 1);
                Lower(row, column, row + 1, column);
                Lower(row, column, row + 1, column - 1);
            }
        }

        return empty;

        void Lower(int row, int column, int otherRow, int otherColumn)
        {
            if (otherRow >= 0 && otherRow < frame.Rows && otherColumn >= 0 && otherColumn < frame.Columns)
            {
                ref var here = ref empty[(row * frame.Columns) + column];
                here = (byte)Math.Min(here, Math.Min(byte.MaxValue, empty[(otherRow * frame.Columns) + otherColumn] + 1));
            }
        }
    }

    // Rings of cells around the position, until no ring can hold anything nearer. With a limit, anything within it will do.
    private (int Line, double Squared) Search(double east, double north, double limit)
    {
        var best = (Line: -1, Squared: limit);
        if (runs.Length == 0 || double.IsNaN(east) || double.IsNaN(north))
        {
            return best;
        }

        unchecked
        {
            // From outside, the search starts at the nearest place of the grid's box: what is at a distance from there is at least as far from the position.
            var (startEast, startNorth) = (Math.Clamp(east, frame.West, frame.East), Math.Clamp(north, frame.South, frame.North));
            var outside = ((east - startEast) * (east - startEast)) + ((north - startNorth) * (north - startNorth));
            var (column, row) = (frame.Column(startEast), frame.Row(startNorth));
            var inColumn = Math.Min(startEast - frame.EastOf(column), frame.EastOf(column + 1) - startEast);
            var inRow = Math.Min(startNorth - frame.NorthOf(row), frame.NorthOf(row + 1) - startNorth);
            var clear = Math.Min(inColumn, inRow) - frame.Margin;
            var last = Math.Max(Math.Max(column, frame.Columns - 1 - column), Math.Max(row, frame.Rows - 1 - row));
            for (int ring = empty[(row * frame.Columns) + column]; ring <= last; ring++)
            {
                var gap = Math.Max(0, clear + ((ring - 1) * frame.Size));
                if (ring > 0 && (gap * gap) + outside > best.Squared)
                {
                    break;
                }

                LookAtRing(ring, column, row, east, north, ref best);
                if (best.Line >= 0 && double.IsFinite(limit))
                {
                    break;
                }
            }

            return best;
        }
    }

    private void LookAtRing(int ring, int column, int row, double east, double north, ref (int Line, double Squared) best)
    {
        unchecked
        {
            var (west, right) = (Math.Max(0, column - ring), Math.Min(frame.Columns - 1, column + ring));
            var (south, top) = (Math.Max(0, row - ring + 1), Math.Min(frame.Rows - 1, row + ring - 1));
            if (row - ring >= 0)
            {
                LookAlong(((row - ring) * frame.Columns) + west, 1, right - west + 1, east, north, ref best);
            }

            if (ring > 0 && row + ring < frame.Rows)
            {
                LookAlong(((row + ring) * frame.Columns) + west, 1, right - west + 1, east, north, ref best);
            }

            if (ring > 0 && column - ring >= 0)
            {
                LookAlong((south * frame.Columns) + column - ring, frame.Columns, top - south + 1, east, north, ref best);
            }

            if (ring > 0 && column + ring < frame.Columns)
            {
                LookAlong((south * frame.Columns) + column + ring, frame.Columns, top - south + 1, east, north, ref best);
            }
        }
    }

    // A cell around which so many rings are empty lets the walk leap over as many cells.
    private void LookAlong(int cell, int step, int count, double east, double north, ref (int Line, double Squared) best)
    {
        unchecked
        {
            for (var i = 0; i < count;)
            {
                var at = cell + (i * step);
                if (empty[at] > 0)
                {
                    i += empty[at];
                    continue;
                }

                for (var run = starts[at]; run < starts[at + 1]; run += 3)
                {
                    var squared = EdgeRuns.SquaredDistance(positions, runs[run + 1], runs[run + 2], east, north);
                    if (squared < best.Squared || (squared == best.Squared && (best.Line < 0 || runs[run] < best.Line)))
                    {
                        best = (runs[run], squared);
                    }
                }

                i++;
            }
        }
    }
}
