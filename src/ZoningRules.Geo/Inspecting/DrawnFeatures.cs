using ZoningRules.Geo.Shapes;

namespace ZoningRules.Geo.Inspecting;

/// <summary>Features of areas under levels of boxes, so that those at a place are found without looking at all of them. Immutable.</summary>
internal sealed class DrawnFeatures
{
    /// <summary>Indexes features.</summary>
    public DrawnFeatures(IReadOnlyList<DrawnFeature> all)
    {
        All = all;
        var slices = (int)Math.Ceiling(Math.Sqrt(all.Count / (double)BoxLevels.Fan));
        var size = Math.Max(1, slices * BoxLevels.Fan);
        Order =
        [
            .. Enumerable.Range(0, all.Count)
                .OrderBy(i => all[i].Envelope.Centre.X).ThenBy(i => i)
                .Chunk(size)
                .SelectMany(slice => slice.OrderBy(i => all[i].Envelope.Centre.Y).ThenBy(i => i)),
        ];
        Levels = new([.. Order.SelectMany(i => (double[])[all[i].Envelope.MinX, all[i].Envelope.MinY, all[i].Envelope.MaxX, all[i].Envelope.MaxY])]);
    }

    /// <summary>The features, in the order given.</summary>
    public IReadOnlyList<DrawnFeature> All { get; }

    private int[] Order { get; }

    private BoxLevels Levels { get; }

    /// <summary>The features that hold a position, in order.</summary>
    public List<DrawnFeature> At(double east, double north) => [.. Near(east, north, east, north, 0).Where(f => f.Holds(east, north))];

    /// <summary>The features whose envelope is within a distance of a box, in order.</summary>
    public IEnumerable<DrawnFeature> Near(double west, double south, double east, double north, double distance)
    {
        var found = new List<int>();
        if (All.Count > 0)
        {
            double[] box = [west, south, east, north];
            Search(Levels.Top, 0, box, distance * distance, found);
            found.Sort();
        }

        return found.Select(i => All[i]);
    }

    private void Search(int level, int box, double[] wanted, double limit, List<int> found)
    {
        var (first, end) = Levels.Children(level, box);
        for (var i = first; i < end; i++)
        {
            if (level > 0)
            {
                if (BoxLevels.SquaredGap(Levels.Box(level - 1, i), wanted) <= limit)
                {
                    Search(level - 1, i, wanted, limit, found);
                }
            }
            else
            {
                var envelope = All[Order[i]].Envelope;
                if (BoxLevels.SquaredGap([envelope.MinX, envelope.MinY, envelope.MaxX, envelope.MaxY], wanted) <= limit)
                {
                    found.Add(Order[i]);
                }
            }
        }
    }
}
