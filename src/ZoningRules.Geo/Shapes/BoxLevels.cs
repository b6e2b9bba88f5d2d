namespace ZoningRules.Geo.Shapes;

/// <summary>
/// Boxes over consecutive items, boxes over four consecutive boxes, and so on up to one box. Neighbours in the order of the items are neighbours in space
/// (the edges of a ring, features sorted by place), so no other sorting is needed and the same items always give the same boxes.
/// </summary>
internal sealed class BoxLevels
{
    /// <summary>How many items or boxes a box holds at most.</summary>
    public const int Fan = 4;

    /// <summary>Builds the levels over item boxes: least east, least north, greatest east, greatest north of each.</summary>
    public BoxLevels(ReadOnlySpan<double> items)
    {
        var count = items.Length / 4;
        List<int> starts = [0];
        for (var size = (count + Fan - 1) / Fan; ; size = (size + Fan - 1) / Fan)
        {
            starts.Add(starts[^1] + size);
            if (size <= 1)
            {
                break;
            }
        }

        Starts = [.. starts];
        Boxes = new double[Starts[^1] * 4];
        Items = count;
        Group(items, Boxes.AsSpan(0, Starts[1] * 4));
        for (var level = 1; level <= Top; level++)
        {
            Group(Boxes.AsSpan(Starts[level - 1] * 4, (Starts[level] - Starts[level - 1]) * 4), Boxes.AsSpan(Starts[level] * 4, Size(level) * 4));
        }
    }

    /// <summary>How many items there are.</summary>
    public int Items { get; }

    /// <summary>The level of the one box over everything; level 0 boxes hold items.</summary>
    public int Top => Starts.Length - 2;

    private int[] Starts { get; }

    private double[] Boxes { get; }

    /// <summary>How many boxes a level has.</summary>
    public int Size(int level) => Starts[level + 1] - Starts[level];

    /// <summary>The children of a box: boxes of the level below, or items for level 0.</summary>
    public (int From, int To) Children(int level, int box)
    {
        var from = box * Fan;
        return (from, Math.Min(from + Fan, level == 0 ? Items : Size(level - 1)));
    }

    /// <summary>The squares of the distances from a position to the children of a box above level 0, in their order.</summary>
    public void SquaredGaps(int level, int box, double east, double north, Span<double> gaps)
    {
        unchecked
        {
            var (from, to) = Children(level, box);
            var boxes = Boxes.AsSpan((Starts[level - 1] + from) * 4, (to - from) * 4);
            for (var i = 0; i + 3 < boxes.Length; i += 4)
            {
                var gapEast = Math.Max(0, Math.Max(boxes[i] - east, east - boxes[i + 2]));
                var gapNorth = Math.Max(0, Math.Max(boxes[i + 1] - north, north - boxes[i + 3]));
                gaps[i / 4] = (gapEast * gapEast) + (gapNorth * gapNorth);
            }
        }
    }

    /// <summary>A box.</summary>
    public ReadOnlySpan<double> Box(int level, int box) => Boxes.AsSpan((Starts[level] + box) * 4, 4);

    /// <summary>The square of the distance between two boxes; 0 when they meet.</summary>
    public static double SquaredGap(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var east = Math.Max(0, Math.Max(b[0] - a[2], a[0] - b[2]));
        var north = Math.Max(0, Math.Max(b[1] - a[3], a[1] - b[3]));
        return (east * east) + (north * north);
    }

    private static void Group(ReadOnlySpan<double> from, Span<double> to)
    {
        for (var i = 0; i < to.Length / 4; i++)
        {
            var (west, south, east, north) = (double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);
            for (var j = i * Fan; j < Math.Min((i + 1) * Fan, from.Length / 4); j++)
            {
                west = Math.Min(west, from[j * 4]);
                south = Math.Min(south, from[(j * 4) + 1]);
                east = Math.Max(east, from[(j * 4) + 2]);
                north = Math.Max(north, from[(j * 4) + 3]);
            }

            to[i * 4] = west;
            to[(i * 4) + 1] = south;
            to[(i * 4) + 2] = east;
            to[(i * 4) + 3] = north;
        }
    }
}
