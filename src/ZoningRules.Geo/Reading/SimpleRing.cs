using System.Buffers;
using ZoningRules.Geo.Indexing;

namespace ZoningRules.Geo.Reading;

/// <summary>
/// Proves quickly that a ring bounds a valid polygon, which nearly every ring of an official layer does. What it does not prove goes to the library, which says
/// what is wrong or that all is well.
/// </summary>
internal static class SimpleRing
{
    // Comparisons a position after which the proof is given up: the ring lies in an awkward way.
    private const int MostComparisons = 256;

    /// <summary>
    /// Whether the ring is closed, has only finite numbers, repeats no position, never turns back on itself, and no two edges of it meet but neighbours in
    /// their common end. Then it is the valid border of a polygon without holes. False means nothing.
    /// </summary>
    public static bool IsProvenValid(RawRing ring)
    {
        var (x, y) = (ring.First, ring.Second);
        var edges = ring.Count - 1;
        if (edges < 3 || x[0] != x[edges] || y[0] != y[edges])
        {
            return false;
        }

        for (var i = 0; i < edges; i++)
        {
            var after = i + 1 == edges ? 1 : i + 2;
            if (!double.IsFinite(x[i]) || !double.IsFinite(y[i]) || (x[i] == x[i + 1] && y[i] == y[i + 1])
                || (Turns.Of(x[i], y[i], x[i + 1], y[i + 1], x[after], y[after]) == 0 && TurnsBack(x, y, i, after)))
            {
                return false;
            }
        }

        var order = ArrayPool<int>.Shared.Rent(edges);
        var wests = ArrayPool<double>.Shared.Rent(edges);
        for (var i = 0; i < edges; i++)
        {
            order[i] = i;
            wests[i] = Math.Min(x[i], x[i + 1]);
        }

        Array.Sort(wests, order, 0, edges);
        var proven = NoneMeet(x, y, order.AsSpan(0, edges), wests);
        ArrayPool<int>.Shared.Return(order);
        ArrayPool<double>.Shared.Return(wests);
        return proven;
    }

    // Of three positions in a line, whether the way leads back from the second.
    private static bool TurnsBack(double[] x, double[] y, int from, int to) =>
        ((x[from + 1] - x[from]) * (x[to] - x[from + 1])) + ((y[from + 1] - y[from]) * (y[to] - y[from + 1])) <= 0;

    // A sweep over the edges in the order of their western ends.
    private static bool NoneMeet(double[] x, double[] y, ReadOnlySpan<int> order, double[] wests)
    {
        var left = (long)MostComparisons * order.Length;
        for (var i = 0; i < order.Length; i++)
        {
            var a = order[i];
            var east = Math.Max(x[a], x[a + 1]);
            var (south, north) = (Math.Min(y[a], y[a + 1]), Math.Max(y[a], y[a + 1]));
            for (var j = i + 1; j < order.Length && wests[j] <= east; j++)
            {
                var b = order[j];
                if (Math.Max(y[b], y[b + 1]) >= south && Math.Min(y[b], y[b + 1]) <= north && !AreNeighbours(a, b, order.Length) && Meet(x, y, a, b))
                {
                    return false;
                }

                if (--left < 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool AreNeighbours(int a, int b, int count) => Math.Abs(a - b) is var apart && (apart == 1 || apart == count - 1);

    // Their boxes meet. Edges in one line count as meeting.
    private static bool Meet(double[] x, double[] y, int a, int b) =>
        Turns.Of(x[a], y[a], x[a + 1], y[a + 1], x[b], y[b]) * Turns.Of(x[a], y[a], x[a + 1], y[a + 1], x[b + 1], y[b + 1]) <= 0
        && Turns.Of(x[b], y[b], x[b + 1], y[b + 1], x[a], y[a]) * Turns.Of(x[b], y[b], x[b + 1], y[b + 1], x[a + 1], y[a + 1]) <= 0;
}
