using System.Buffers;

namespace ZoningRules.Geo.Indexing;

/// <summary>
/// Sums what a site has in common with areas. In each cell the site is a heap of slanted strips between its edges and the cell's western side; an area's edges
/// cut the same kind of strips. What two strips share is an integral of the lesser of two straight lines, so nothing has to be decided and nothing can fail.
/// </summary>
internal ref struct ShareSum(GridFrame frame, int[] cells, int[] entries, double[] positions, Span<AreaShare> shares)
{
    // Sums this far below the site's own measure are rounding.
    private const double Rounding = 1e-13;

    private readonly GridFrame frame = frame;
    private readonly int[] cells = cells;
    private readonly int[] entries = entries;
    private readonly double[] positions = positions;
    private readonly Span<AreaShare> shares = shares;
    private int found = 0;

    /// <summary>Adds a site and says how many areas were found.</summary>
    public int Add(PolygonSet sites, int site)
    {
        var rings = sites.AreaStarts.AsSpan(site, 2);
        var (from, to) = (sites.RingStarts[rings[0]], sites.RingStarts[rings[1]]);
        var inRow = ArrayPool<SlantedStrip>.Shared.Rent(to - from);
        var inCell = ArrayPool<SlantedStrip>.Shared.Rent(3 * (to - from));
        AddRows(sites, rings[0], rings[1], inRow, inCell);
        ArrayPool<SlantedStrip>.Shared.Return(inRow);
        ArrayPool<SlantedStrip>.Shared.Return(inCell);
        if (found <= shares.Length)
        {
            var least = Rounding * sites.MeasureOf(site);
            var kept = 0;
            for (var i = 0; i < found; i++)
            {
                if (shares[i].Common > least)
                {
                    shares[kept++] = shares[i];
                }
            }

            found = kept;
        }

        return found;
    }

    private void AddRows(PolygonSet sites, int firstRing, int endRing, SlantedStrip[] inRow, SlantedStrip[] inCell)
    {
        var (south, north) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var i = sites.RingStarts[firstRing]; i < sites.RingStarts[endRing]; i++)
        {
            var at = sites.Positions[(2 * i) + 1];
            south = Math.Min(south, at);
            north = Math.Max(north, at);
        }

        if (!(south <= frame.North && north >= frame.South))
        {
            return;
        }

        for (var row = frame.Row(south); row <= frame.Row(north); row++)
        {
            var bottom = frame.NorthOf(row);
            var count = 0;
            var (west, east) = (double.PositiveInfinity, double.NegativeInfinity);
            for (var ring = firstRing; ring < endRing; ring++)
            {
                var edges = sites.RingOf(ring);
                for (var i = 0; i + 3 < edges.Length; i += 2)
                {
                    if (SlantedStrip.TryCut(edges.Slice(i, 4), sites.RingTurns[ring], bottom, frame.Size, out var strip))
                    {
                        inRow[count++] = strip;
                        west = Math.Min(west, Math.Min(strip.AtLow, strip.AtHigh));
                        east = Math.Max(east, Math.Max(strip.AtLow, strip.AtHigh));
                    }
                }
            }

            if (count > 0 && west <= frame.East && east >= frame.West)
            {
                AddCells(row, inRow.AsSpan(0, count), west, east, inCell);
            }
        }
    }

    private void AddCells(int row, ReadOnlySpan<SlantedStrip> inRow, double west, double east, SlantedStrip[] inCell)
    {
        for (var column = frame.Column(west); column <= frame.Column(east); column++)
        {
            var cell = cells[(row * frame.Columns) + column];
            if (cell == 0)
            {
                continue;
            }

            var count = 0;
            var measure = 0d;
            var left = frame.EastOf(column);
            foreach (ref readonly var strip in inRow)
            {
                count += strip.CutToCell(left, frame.Size, inCell.AsSpan(count));
            }

            var strips = inCell.AsSpan(0, count);
            foreach (ref readonly var strip in strips)
            {
                measure += strip.Measure;
            }

            if (cell > 0)
            {
                AddTo(cell - 1, measure);
            }
            else if (count > 0)
            {
                AddBorderCell(~cell, row, column, strips, measure);
            }
        }
    }

    private void AddBorderCell(int at, int row, int column, ReadOnlySpan<SlantedStrip> strips, double measure)
    {
        var end = at + 1 + entries[at];
        at++;
        var common = 0d;
        while (at < end)
        {
            var entry = entries[at++];
            var area = entry >> PolygonGrid.AreaShift;
            if ((entry & PolygonGrid.Border) == 0)
            {
                AddTo(area, (entry & PolygonGrid.Kinds) == PolygonGrid.Inside ? measure : (entry & PolygonGrid.Same) != 0 ? common : measure - common);
                continue;
            }

            // How often the area goes around the middle of the cell, less what its edges here say of that; both count edges in the same way.
            var (middleEast, middleNorth) = (frame.MiddleEast(column), frame.MiddleNorth(row));
            var inside = (entry & PolygonGrid.Odd) != 0;
            var turns = 0;
            common = 0;
            int run;
            do
            {
                var first = entries[at];
                run = entries[at + 1];
                at += 2;
                inside ^= EdgeRuns.ParityOf(positions, first, run >> 2, middleEast, middleEast, middleNorth, out _);
                var turn = (run & 2) != 0 ? 1 : -1;
                turns += turn * EdgeRuns.TurnsOf(positions, first, run >> 2, middleEast, middleEast, middleNorth);
                common += turn * RunShare(first, run >> 2, row, column, strips, measure);
            }
            while ((run & 1) != 0);

            common += ((inside ? 1 : 0) - turns) * measure;
            AddTo(area, common);
        }
    }

    // What of the strips lies west of the run's edges, and north of those of its ends that lie east of the cell's middle.
    private readonly double RunShare(int first, int length, int row, int column, ReadOnlySpan<SlantedStrip> strips, double measure)
    {
        var (left, bottom) = (frame.EastOf(column), frame.NorthOf(row));
        var sum = 0d;
        for (var edge = first; edge < first + length; edge++)
        {
            var ends = positions.AsSpan(2 * edge, 4);
            if (SlantedStrip.TryCut(ends, 1, bottom, frame.Size, out var whole) && whole.TryShift(left, out var cut))
            {
                foreach (ref readonly var strip in strips)
                {
                    if (strip.Low < cut.High && strip.High > cut.Low)
                    {
                        sum += cut.Direction * strip.Common(cut);
                    }
                }
            }
        }

        return sum + EndShare(first + length, row, column, strips, measure) - EndShare(first, row, column, strips, measure);
    }

    private readonly double EndShare(int position, int row, int column, ReadOnlySpan<SlantedStrip> strips, double measure)
    {
        if (!(positions[2 * position] > frame.MiddleEast(column)))
        {
            return 0;
        }

        var low = positions[(2 * position) + 1] - frame.NorthOf(row);
        if (low <= 0 || low >= frame.Size)
        {
            return low <= 0 ? measure : 0;
        }

        var sum = 0d;
        foreach (ref readonly var strip in strips)
        {
            sum += strip.MeasureAbove(low);
        }

        return sum;
    }

    private void AddTo(int area, double common)
    {
        for (var i = Math.Min(found, shares.Length) - 1; i >= 0; i--)
        {
            if (shares[i].Area == area)
            {
                shares[i] = new(area, shares[i].Common + common);
                return;
            }
        }

        if (found < shares.Length)
        {
            shares[found] = new(area, common);
        }

        found++;
    }
}
