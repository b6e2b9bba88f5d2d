using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ZoningRules.Geo.Indexing;

/// <summary>
/// What a few consecutive edges of a ring say about a position. An edge counts for a position when it crosses the ray from there to the east; of its ends the
/// one that is not north of the position belongs to the south. Positions on an edge are told apart exactly.
/// </summary>
internal static class EdgeRuns
{
    /// <summary>Whether an edge crosses the ray from a position to the east.</summary>
    public static bool IsEastOf(double[] positions, int edge, double east, double north)
    {
        unchecked
        {
            var at = 2 * edge;
            var (a, b) = (positions[at + 1], positions[at + 3]);
            return a <= north != b <= north
                && !(positions[at] < east && positions[at + 2] < east)
                && Turns.Of(positions[at], a, positions[at + 2], b, east, north) == (a <= north ? 1 : -1);
        }
    }

    /// <summary>
    /// The parity of the crossings of a run with the ray from a position to the east. The run's ends are continued to the south, as far as they lie east of
    /// <paramref name="middle"/>: so the parity changes inside the run's cell only where its edges go.
    /// </summary>
    /// <param name="positions">All positions, east and north in turn.</param>
    /// <param name="first">The run's first edge.</param>
    /// <param name="length">How many edges it has.</param>
    /// <param name="middle">The east of the middle of the run's cell.</param>
    /// <param name="east">East of the position.</param>
    /// <param name="north">North of the position.</param>
    /// <param name="isOnEdge">Whether the position lies exactly on one of the edges; then the parity means nothing.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool ParityOf(double[] positions, int first, int length, double middle, double east, double north, out bool isOnEdge)
    {
        unchecked
        {
            ref var at = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(positions), 2 * (nint)first);
            var eastA = at;
            var northA = Unsafe.Add(ref at, 1);
            var below = northA <= north;
            var parity = below & (eastA > middle);
            isOnEdge = northA == north && eastA == east;
            for (var i = 0; i < length; i++)
            {
                at = ref Unsafe.Add(ref at, 2);
                var eastB = at;
                var northB = Unsafe.Add(ref at, 1);
                var belowB = northB <= north;
                if (below != belowB)
                {
                    // Where both ends lie west there is nothing to decide, and a difference too small for a product cannot mislead.
                    var turn = eastA < east & eastB < east ? (below ? -1 : 1) : Turns.Of(eastA, northA, eastB, northB, east, north);
                    isOnEdge |= turn == 0;
                    parity ^= turn == (below ? 1 : -1);
                }
                else if (northB == north)
                {
                    // An end, or a level edge; both ends at or south of the position here.
                    isOnEdge |= eastB == east || (northA == north && Math.Min(eastA, eastB) <= east && east <= Math.Max(eastA, eastB));
                }

                (eastA, northA, below) = (eastB, northB, belowB);
            }

            return parity ^ (below & (eastA > middle));
        }
    }

    /// <summary>
    /// The same crossings, with their ends, counted: an edge that runs north counts once, one that runs south minus once.
    /// </summary>
    public static int TurnsOf(double[] positions, int first, int length, double middle, double east, double north)
    {
        var last = first + length;
        var turns = EndTurn(last) - EndTurn(first);
        for (var edge = first; edge < last; edge++)
        {
            turns += !IsEastOf(positions, edge, east, north) ? 0 : positions[(2 * edge) + 1] <= north ? 1 : -1;
        }

        return turns;

        int EndTurn(int position) => positions[2 * position] > middle && positions[(2 * position) + 1] <= north ? 1 : 0;
    }

    /// <summary>The square of the distance from a position to the nearest place of a run.</summary>
    public static double SquaredDistance(double[] positions, int first, int length, double east, double north)
    {
        unchecked
        {
            var least = double.PositiveInfinity;
            ref var at = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(positions), 2 * (nint)first);
            var (eastA, northA) = (at, Unsafe.Add(ref at, 1));
            for (var i = 0; i < length; i++)
            {
                at = ref Unsafe.Add(ref at, 2);
                var (eastB, northB) = (at, Unsafe.Add(ref at, 1));
                least = Math.Min(least, SquaredDistance(eastA, northA, eastB, northB, east, north));
                (eastA, northA) = (eastB, northB);
            }

            return least;
        }
    }

    /// <summary>The square of the distance from a position to a segment.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double SquaredDistance(double eastA, double northA, double eastB, double northB, double east, double north)
    {
        var (alongEast, alongNorth) = (eastB - eastA, northB - northA);
        var length = (alongEast * alongEast) + (alongNorth * alongNorth);
        var part = length > 0 ? Math.Clamp((((east - eastA) * alongEast) + ((north - northA) * alongNorth)) / length, 0, 1) : 0;
        var footEast = part >= 1 ? eastB : eastA + (part * alongEast);
        var footNorth = part >= 1 ? northB : northA + (part * alongNorth);
        return ((east - footEast) * (east - footEast)) + ((north - footNorth) * (north - footNorth));
    }

    /// <summary>Whether the box of any edge of a run meets a box.</summary>
    public static bool AnyMeets(double[] positions, int first, int length, double west, double south, double east, double north)
    {
        unchecked
        {
            for (var at = 2 * first; at < 2 * (first + length); at += 2)
            {
                if (Math.Max(positions[at], positions[at + 2]) >= west && Math.Min(positions[at], positions[at + 2]) <= east
                    && Math.Max(positions[at + 1], positions[at + 3]) >= south && Math.Min(positions[at + 1], positions[at + 3]) <= north)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
