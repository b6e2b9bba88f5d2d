using NetTopologySuite.Algorithm;

namespace ZoningRules.Geo.Shapes;

/// <summary>
/// Segments in their natural order under levels of boxes: gaps between two such sets, the gap from a position, and on which side of closed rings a
/// position lies. Immutable; no query allocates. A point is a segment without length.
/// </summary>
internal sealed class SegmentTree
{
    /// <summary>Builds a tree over segments: east and north of the one end, then of the other.</summary>
    public SegmentTree(double[] segments)
    {
        Segments = segments;
        var boxes = new double[segments.Length];
        for (var i = 0; i < segments.Length; i += 4)
        {
            boxes[i] = Math.Min(segments[i], segments[i + 2]);
            boxes[i + 1] = Math.Min(segments[i + 1], segments[i + 3]);
            boxes[i + 2] = Math.Max(segments[i], segments[i + 2]);
            boxes[i + 3] = Math.Max(segments[i + 1], segments[i + 3]);
        }

        Levels = new(boxes);
    }

    /// <summary>How many segments there are.</summary>
    public int Count => Segments.Length / 4;

    private double[] Segments { get; }

    private BoxLevels Levels { get; }

    /// <summary>The segment's two ends.</summary>
    public ReadOnlySpan<double> Segment(int index) => Segments.AsSpan(index * 4, 4);

    /// <summary>Finds the least gap between two sets that is not above that of <paramref name="best"/>.</summary>
    public static void Search(SegmentTree from, SegmentTree to, ref Gap best)
    {
        if (from.Count == 1 && to.Count > 0 && from.Segments[0] == from.Segments[2] && from.Segments[1] == from.Segments[3])
        {
            to.Search(from.Segments[0], from.Segments[1], to.Levels.Top, 0, ref best);
        }
        else if (from.Count > 0 && to.Count > 0)
        {
            Search(from, from.Levels.Top, 0, to, to.Levels.Top, 0, ref best);
        }
    }

    /// <summary>The least gap between two sets; infinite when it is above the limit.</summary>
    public static double Between(SegmentTree from, SegmentTree to, double limit)
    {
        var best = Gap.UpTo(limit);
        Search(from, to, ref best);
        return best.Length;
    }

    /// <summary>How often segments of the set cross each other in their interiors; counting ends at a limit.</summary>
    public int CountCrossings(int limit)
    {
        var count = 0;
        if (Count > 0)
        {
            CountCrossings(Levels.Top, 0, 0, limit, ref count);
        }

        return count;
    }

    /// <summary>How many pairs of segments have boxes within a distance of each other, each segment with itself included; counting ends at a limit.</summary>
    public int CountNear(double distance, int limit)
    {
        var count = 0;
        if (Count > 0)
        {
            CountNear(Levels.Top, 0, 0, distance * distance, limit, ref count);
        }

        return count;
    }

    /// <summary>The least gap from a position; infinite when it is above the limit.</summary>
    public double From(double east, double north, double limit)
    {
        var best = Gap.UpTo(limit);
        if (Count > 0)
        {
            Search(east, north, Levels.Top, 0, ref best);
        }

        return best.Length;
    }

    /// <summary>On which side of the rings that the segments form a position lies; a position in an even number of rings is outside.</summary>
    public Side SideOf(double east, double north)
    {
        var inside = false;
        return Count > 0 && Cross(east, north, Levels.Top, 0, ref inside) ? Side.Border : inside ? Side.Inside : Side.Outside;
    }

    private static void Search(SegmentTree from, int fromLevel, int fromBox, SegmentTree to, int toLevel, int toBox, ref Gap best)
    {
        if (fromLevel == 0 && toLevel == 0)
        {
            SearchPairs(from, fromBox, to, toBox, ref best);
            return;
        }

        // Open the higher box; of two of the same level the second. Nearest children first, so that the rest falls away.
        var openTo = toLevel >= fromLevel;
        var tree = openTo ? to : from;
        var level = openTo ? toLevel : fromLevel;
        var fixedBox = openTo ? from.Levels.Box(fromLevel, fromBox) : to.Levels.Box(toLevel, toBox);
        var (first, end) = tree.Levels.Children(level, openTo ? toBox : fromBox);
        Span<double> gaps = stackalloc double[BoxLevels.Fan];
        for (var i = first; i < end; i++)
        {
            gaps[i - first] = BoxLevels.SquaredGap(tree.Levels.Box(level - 1, i), fixedBox);
        }

        for (var turn = first; turn < end; turn++)
        {
            var nearest = 0;
            for (var i = 1; i < end - first; i++)
            {
                nearest = gaps[i] < gaps[nearest] ? i : nearest;
            }

            if (double.IsPositiveInfinity(gaps[nearest]) || best.Excludes(gaps[nearest]))
            {
                return;
            }

            gaps[nearest] = double.PositiveInfinity;
            if (openTo)
            {
                Search(from, fromLevel, fromBox, to, level - 1, first + nearest, ref best);
            }
            else
            {
                Search(from, level - 1, first + nearest, to, toLevel, toBox, ref best);
            }
        }
    }

    // Every pair of boxes of one level once: the second is never before the first.
    private void CountCrossings(int level, int firstBox, int otherBox, int limit, ref int count)
    {
        if (count >= limit || BoxLevels.SquaredGap(Levels.Box(level, firstBox), Levels.Box(level, otherBox)) > 0)
        {
            return;
        }

        var (from, to) = Levels.Children(level, firstBox);
        var (otherFrom, otherTo) = Levels.Children(level, otherBox);
        for (var i = from; i < to; i++)
        {
            for (var j = Math.Max(i, otherFrom); j < otherTo && count < limit; j++)
            {
                if (level > 0)
                {
                    CountCrossings(level - 1, i, j, limit, ref count);
                }
                else if (Crosses(Segment(i), Segment(j)))
                {
                    count++;
                }
            }
        }
    }

    private void CountNear(int level, int firstBox, int otherBox, double squared, int limit, ref int count)
    {
        if (count >= limit || BoxLevels.SquaredGap(Levels.Box(level, firstBox), Levels.Box(level, otherBox)) > squared)
        {
            return;
        }

        var (from, to) = Levels.Children(level, firstBox);
        var (otherFrom, otherTo) = Levels.Children(level, otherBox);
        for (var i = from; i < to; i++)
        {
            for (var j = Math.Max(i, otherFrom); j < otherTo && count < limit; j++)
            {
                if (level > 0)
                {
                    CountNear(level - 1, i, j, squared, limit, ref count);
                }
                else if (SquaredGapOfBoxes(Segment(i), Segment(j)) <= squared)
                {
                    count++;
                }
            }
        }
    }

    private static double SquaredGapOfBoxes(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var east = Math.Max(0, Math.Max(Math.Min(a[0], a[2]) - Math.Max(b[0], b[2]), Math.Min(b[0], b[2]) - Math.Max(a[0], a[2])));
        var north = Math.Max(0, Math.Max(Math.Min(a[1], a[3]) - Math.Max(b[1], b[3]), Math.Min(b[1], b[3]) - Math.Max(a[1], a[3])));
        return (east * east) + (north * north);
    }

    private static void SearchPairs(SegmentTree from, int fromBox, SegmentTree to, int toBox, ref Gap best)
    {
        var (fromFirst, fromEnd) = from.Levels.Children(0, fromBox);
        var (toFirst, toEnd) = to.Levels.Children(0, toBox);
        for (var i = fromFirst; i < fromEnd; i++)
        {
            var a = from.Segment(i);
            for (var j = toFirst; j < toEnd; j++)
            {
                Pair(a, to.Segment(j), ref best);
            }
        }
    }

    private static void Pair(ReadOnlySpan<double> a, ReadOnlySpan<double> b, ref Gap best)
    {
        if (Crosses(a, b))
        {
            // Any common position will do: nobody asks for a bearing between things that meet.
            best.Offer(0, a[0], a[1], a[0], a[1]);
            return;
        }

        Foot(a[0], a[1], b, out var east, out var north, out var squared);
        best.Offer(squared, a[0], a[1], east, north);
        Foot(a[2], a[3], b, out east, out north, out squared);
        best.Offer(squared, a[2], a[3], east, north);
        Foot(b[0], b[1], a, out east, out north, out squared);
        best.Offer(squared, east, north, b[0], b[1]);
        Foot(b[2], b[3], a, out east, out north, out squared);
        best.Offer(squared, east, north, b[2], b[3]);
    }

    // Whether two segments cross in their interiors. Where they only touch, one of the four feet finds it.
    private static bool Crosses(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        if (Math.Max(a[0], a[2]) < Math.Min(b[0], b[2]) || Math.Max(b[0], b[2]) < Math.Min(a[0], a[2])
            || Math.Max(a[1], a[3]) < Math.Min(b[1], b[3]) || Math.Max(b[1], b[3]) < Math.Min(a[1], a[3]))
        {
            return false;
        }

        return Turn(a, b[0], b[1]) * Turn(a, b[2], b[3]) < 0 && Turn(b, a[0], a[1]) * Turn(b, a[2], a[3]) < 0;
    }

    private static double Turn(ReadOnlySpan<double> segment, double east, double north) =>
        ((segment[2] - segment[0]) * (north - segment[1])) - ((segment[3] - segment[1]) * (east - segment[0]));

    // The position of a segment that is nearest to another position.
    private static void Foot(double east, double north, ReadOnlySpan<double> segment, out double footEast, out double footNorth, out double squared)
    {
        var alongEast = segment[2] - segment[0];
        var alongNorth = segment[3] - segment[1];
        var length = (alongEast * alongEast) + (alongNorth * alongNorth);
        var part = length > 0 ? Math.Clamp((((east - segment[0]) * alongEast) + ((north - segment[1]) * alongNorth)) / length, 0, 1) : 0;
        footEast = part >= 1 ? segment[2] : segment[0] + (part * alongEast);
        footNorth = part >= 1 ? segment[3] : segment[1] + (part * alongNorth);
        squared = ((east - footEast) * (east - footEast)) + ((north - footNorth) * (north - footNorth));
    }

    private static double Squared(double east, double north, double toEast, double toNorth) =>
        ((toEast - east) * (toEast - east)) + ((toNorth - north) * (toNorth - north));

    private void Search(double east, double north, int level, int box, ref Gap best)
    {
        var (first, end) = Levels.Children(level, box);
        if (level == 0)
        {
            for (var i = first; i < end; i++)
            {
                // As for a pair of segments: the foot, and both ends, so that a tie is broken in the same way.
                var segment = Segment(i);
                Foot(east, north, segment, out var footEast, out var footNorth, out var squared);
                best.Offer(squared, east, north, footEast, footNorth);
                best.Offer(Squared(east, north, segment[0], segment[1]), east, north, segment[0], segment[1]);
                best.Offer(Squared(east, north, segment[2], segment[3]), east, north, segment[2], segment[3]);
            }

            return;
        }

        Span<double> gaps = stackalloc double[BoxLevels.Fan];
        Levels.SquaredGaps(level, box, east, north, gaps);
        for (var turn = first; turn < end; turn++)
        {
            var nearest = 0;
            for (var i = 1; i < end - first; i++)
            {
                nearest = gaps[i] < gaps[nearest] ? i : nearest;
            }

            if (double.IsPositiveInfinity(gaps[nearest]) || best.Excludes(gaps[nearest]))
            {
                return;
            }

            gaps[nearest] = double.PositiveInfinity;
            Search(east, north, level - 1, first + nearest, ref best);
        }
    }

    // Counts crossings of the ray to the east; true when the position is on a segment.
    private bool Cross(double east, double north, int level, int box, ref bool inside)
    {
        var (first, end) = Levels.Children(level, box);
        for (var i = first; i < end; i++)
        {
            if (level > 0)
            {
                var child = Levels.Box(level - 1, i);
                if (child[1] <= north && child[3] >= north && child[2] >= east && Cross(east, north, level - 1, i, ref inside))
                {
                    return true;
                }
            }
            else if (CrossSegment(Segment(i), east, north, ref inside))
            {
                return true;
            }
        }

        return false;
    }

    private static bool CrossSegment(ReadOnlySpan<double> s, double east, double north, ref bool inside)
    {
        if ((s[0] < east && s[2] < east) || (s[2] == east && s[3] == north))
        {
            return s[0] >= east || s[2] >= east;
        }

        if (s[1] == north && s[3] == north)
        {
            return Math.Min(s[0], s[2]) <= east && Math.Max(s[0], s[2]) >= east;
        }

        if ((s[1] > north && s[3] <= north) || (s[3] > north && s[1] <= north))
        {
            // Exact: a position on the border must be told apart from its neighbours on both sides.
            var turn = CGAlgorithmsDD.OrientationIndex(s[0], s[1], s[2], s[3], east, north);
            if (turn == 0)
            {
                return true;
            }

            inside ^= (s[3] < s[1] ? -turn : turn) > 0;
        }

        return false;
    }
}
