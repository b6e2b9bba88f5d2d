using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ZoningRules.Geo.Indexing;

/// <summary>
/// Tells which areas of a set hold a position, and how much of them a site takes. A grid lies over the set: a cell inside an area answers at once, a cell on
/// a border knows the edges that go through it. Answers are exact: the same as those of a point-in-polygon test over all edges with exact orientation, on every
/// vertex and border too. Immutable and thread-safe; no question allocates memory that outlives it.
/// </summary>
public sealed class PolygonIndex
{
    // How many positions of a long list are answered together.
    private const int Together = 64;

    private readonly GridFrame frame;
    private readonly int[] cells;
    private readonly int[] entries;
    private readonly double[] positions;

    private PolygonIndex(PolygonSet set, PolygonGrid grid)
    {
        Set = set;
        frame = grid.Frame;
        cells = grid.Cells;
        entries = grid.Entries;
        positions = set.Positions;
    }

    /// <summary>The areas.</summary>
    public PolygonSet Set { get; }

    /// <summary>How many bytes the index needs beside the set.</summary>
    public long IndexBytes => sizeof(int) * (cells.LongLength + entries.LongLength);

    internal GridFrame Frame => frame;

    /// <summary>Indexes a set.</summary>
    public static PolygonIndex Build(PolygonSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return new(set, set.Count == 0 ? new(new(0, 0, 0, 0, 1), new int[1], []) : PolygonGridBuilder.Build(set));
    }

    /// <summary>Finds the areas that hold a position or have it on their border.</summary>
    /// <param name="east">Its east.</param>
    /// <param name="north">Its north.</param>
    /// <param name="hits">Takes the areas in ascending order, as many as there is room for.</param>
    /// <returns>How many areas there are, which may be more than there was room for. 0 for a position that is not a number.</returns>
    public int Locate(double east, double north, Span<AreaHit> hits)
    {
        if (!frame.Holds(east, north))
        {
            return 0;
        }

        var cell = cells[(frame.Row(north) * frame.Columns) + frame.Column(east)];
        return cell == 0 ? 0 : LocateIn(cell, east, north, hits);
    }

    /// <summary>
    /// Does the same for many positions. Over a large set this is several times as fast as one by one, because the memory of many is fetched at once.
    /// </summary>
    /// <param name="places">The positions, east and north in turn.</param>
    /// <param name="ends">Takes for each position where its areas end in <paramref name="hits"/>; they begin where those of the position before end.</param>
    /// <param name="hits">Takes the areas of the positions, in their order.</param>
    /// <returns>How many positions were answered: all, unless <paramref name="hits"/> has no room for the areas of the next.</returns>
    /// <exception cref="ArgumentException">An odd number of coordinates, or no room for the ends.</exception>
    public int LocateAll(ReadOnlySpan<double> places, Span<int> ends, Span<AreaHit> hits)
    {
        if (places.Length % 2 != 0 || ends.Length < places.Length / 2)
        {
            throw new ArgumentException("two coordinates and one end a position", nameof(places));
        }

        Span<int> fetched = stackalloc int[Together];
        var (done, used) = (0, 0);
        while (done < places.Length / 2)
        {
            var group = places.Slice(2 * done, 2 * Math.Min(Together, (places.Length / 2) - done));
            Fetch(group, fetched);
            for (var i = 0; i < group.Length / 2; i++)
            {
                var found = fetched[i] == 0 ? 0 : LocateIn(fetched[i], group[2 * i], group[(2 * i) + 1], hits[used..]);
                if (found > hits.Length - used)
                {
                    return done;
                }

                used += found;
                ends[done++] = used;
            }
        }

        return done;
    }

    /// <summary>Finds the areas that hold a position or come within a distance of it.</summary>
    /// <param name="east">Its east.</param>
    /// <param name="north">Its north.</param>
    /// <param name="distance">The distance, included; not negative. An area whose border is within it counts as having the place on its border.</param>
    /// <param name="hits">Takes the areas, those that hold the position first; otherwise in no order.</param>
    /// <returns>How many areas there are; more than the length of <paramref name="hits"/> when there was not enough room, and then perhaps too many.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The distance is negative or not a number.</exception>
    public int Near(double east, double north, double distance, Span<AreaHit> hits)
    {
        CheckDistance(distance);
        var found = Locate(east, north, hits);
        var place = new Place(east - distance, north - distance, east + distance, north + distance, east, north, distance * distance);
        return found > hits.Length ? found : AddBorders(place, found, hits);
    }

    /// <summary>Finds the areas that may meet a box: those that hold all of it, and those with an edge whose own box meets it.</summary>
    /// <param name="west">Its least east.</param>
    /// <param name="south">Its least north.</param>
    /// <param name="east">Its greatest east.</param>
    /// <param name="north">Its greatest north.</param>
    /// <param name="hits">Takes the areas, in no order.</param>
    /// <returns>How many areas there are; more than the length of <paramref name="hits"/> when there was not enough room, and then perhaps too many.</returns>
    public int Around(double west, double south, double east, double north, Span<AreaHit> hits)
    {
        var found = Locate(west, south, hits);
        var place = new Place(west, south, east, north, west, south, double.PositiveInfinity);
        return found > hits.Length ? found : AddBorders(place, found, hits);
    }

    /// <summary>
    /// Measures what a site has in common with each area, by integrals along the edges of both, cell by cell; nothing is overlaid, so no site is too intricate.
    /// </summary>
    /// <param name="sites">A set of sites.</param>
    /// <param name="site">The number of the site in it.</param>
    /// <param name="shares">Takes the areas in ascending order, as many as there is room for. An area whose border the site only touches may be listed with a measure of about 0.</param>
    /// <returns>How many areas there are; more than the length of <paramref name="shares"/> when there was not enough room, and then perhaps too many.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such site.</exception>
    public int Shares(PolygonSet sites, int site, Span<AreaShare> shares)
    {
        ArgumentNullException.ThrowIfNull(sites);
        sites.CheckArea(site);
        var found = new ShareSum(frame, cells, entries, positions, shares).Add(sites, site);
        if (found <= shares.Length)
        {
            shares[..found].Sort(static (a, b) => a.Area.CompareTo(b.Area));
        }

        return found;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int LocateIn(int cell, double east, double north, Span<AreaHit> hits)
    {
        if (cell < 0)
        {
            return LocateAtBorder(~cell, frame.MiddleEast(frame.Column(east)), east, north, hits);
        }

        if (hits.Length > 0)
        {
            hits[0] = new(cell - 1, AreaContact.Holds);
        }

        return 1;
    }

    // The cells of some positions; 0 outside. What their answers will read is read here, each step for all of them, so that no position waits for another.
    private void Fetch(ReadOnlySpan<double> group, Span<int> fetched)
    {
        unchecked
        {
            for (var i = 0; i < group.Length / 2; i++)
            {
                var (east, north) = (group[2 * i], group[(2 * i) + 1]);
                fetched[i] = frame.Holds(east, north) ? cells[(frame.Row(north) * frame.Columns) + frame.Column(east)] : 0;
            }

            Span<int> starts = stackalloc int[Together];
            Span<int> lengths = stackalloc int[Together];
            for (var i = 0; i < group.Length / 2; i++)
            {
                // Entries of a cell are at least three numbers; three more belong to a border that comes first.
                var at = fetched[i] < 0 ? ~fetched[i] : 0;
                var isBorder = fetched[i] < 0 && (entries[at + 1] & PolygonGrid.Border) != 0;
                starts[i] = isBorder ? entries[at + 2] : 0;
                lengths[i] = isBorder ? entries[at + 3] >> 2 : 0;
            }

            var read = 0d;
            for (var i = 0; i < group.Length / 2; i++)
            {
                read += positions[2 * starts[i]] + positions[2 * (starts[i] + lengths[i])];
            }

            // The sum is used, so that nothing of this is left out.
            fetched[^1] = double.IsNaN(read) ? 0 : fetched[^1];
        }
    }

    private static void CheckDistance(double distance)
    {
        if (!(distance >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(distance), distance, "a distance is not negative");
        }
    }

    private static int Add(int area, int found, Span<AreaHit> hits)
    {
        for (var i = 0; i < Math.Min(found, hits.Length); i++)
        {
            if (hits[i].Area == area)
            {
                hits[i] = new(area, AreaContact.Border);
                return found;
            }
        }

        if (found < hits.Length)
        {
            hits[found] = new(area, AreaContact.Border);
        }

        return found + 1;
    }

    private int LocateAtBorder(int start, double middle, double east, double north, Span<AreaHit> hits)
    {
        unchecked
        {
            var found = 0;
            var (inside, onEdge) = (false, false);
            ref var at = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(entries), start);
            ref var end = ref Unsafe.Add(ref at, at + 1);
            at = ref Unsafe.Add(ref at, 1);
            while (Unsafe.IsAddressLessThan(ref at, ref end))
            {
                var entry = at;
                at = ref Unsafe.Add(ref at, 1);
                var contact = AreaContact.Holds;
                if ((entry & PolygonGrid.Kinds) != PolygonGrid.Inside)
                {
                    if ((entry & PolygonGrid.Border) != 0)
                    {
                        inside = (entry & PolygonGrid.Odd) != 0;
                        onEdge = false;
                        int run;
                        do
                        {
                            run = Unsafe.Add(ref at, 1);
                            inside ^= EdgeRuns.ParityOf(positions, at, run >> 2, middle, east, north, out var onRun);
                            onEdge |= onRun;
                            at = ref Unsafe.Add(ref at, 2);
                        }
                        while ((run & 1) != 0);
                    }

                    var holds = (entry & PolygonGrid.Border) != 0 ? inside : inside == ((entry & PolygonGrid.Same) != 0);
                    if (!holds && !onEdge)
                    {
                        continue;
                    }

                    contact = onEdge ? AreaContact.Border : AreaContact.Holds;
                }

                if (found < hits.Length)
                {
                    hits[found] = new(entry >> PolygonGrid.AreaShift, contact);
                }

                found++;
            }

            return found;
        }
    }

    // Adds the areas with an edge near a position, or near a box, to those that hold it.
    private int AddBorders(in Place place, int found, Span<AreaHit> hits)
    {
        if (!(place.West <= frame.East && place.East >= frame.West && place.South <= frame.North && place.North >= frame.South))
        {
            return found;
        }

        var (firstColumn, lastColumn) = (frame.Column(place.West), frame.Column(place.East));
        var lastRow = frame.Row(place.North);
        for (var row = frame.Row(place.South); row <= lastRow; row++)
        {
            for (var column = firstColumn; column <= lastColumn; column++)
            {
                var cell = cells[(row * frame.Columns) + column];
                if (cell < 0)
                {
                    found = AddBorders(~cell, place, found, hits);
                }
            }
        }

        return found;
    }

    private int AddBorders(int at, in Place place, int found, Span<AreaHit> hits)
    {
        var end = at + 1 + entries[at];
        var meets = false;
        at++;
        while (at < end)
        {
            var entry = entries[at++];
            if ((entry & PolygonGrid.Kinds) == PolygonGrid.Inside)
            {
                continue;
            }

            if ((entry & PolygonGrid.Border) != 0)
            {
                meets = false;
                int run;
                do
                {
                    run = entries[at + 1];
                    meets = meets || Meets(entries[at], run >> 2, place);
                    at += 2;
                }
                while ((run & 1) != 0);
            }

            found = meets ? Add(entry >> PolygonGrid.AreaShift, found, hits) : found;
        }

        return found;
    }

    private bool Meets(int first, int length, in Place place) =>
        double.IsPositiveInfinity(place.SquaredDistance)
            ? EdgeRuns.AnyMeets(positions, first, length, place.West, place.South, place.East, place.North)
            : EdgeRuns.SquaredDistance(positions, first, length, place.AtEast, place.AtNorth) <= place.SquaredDistance;

    // A box, or a position with a distance around it in a box.
    private readonly record struct Place(double West, double South, double East, double North, double AtEast, double AtNorth, double SquaredDistance);
}
