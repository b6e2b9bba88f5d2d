using ZoningRules.Geo.Shapes;

namespace ZoningRules.Geo.Layers;

/// <summary>Finds the features near a site and the nearest one. Immutable.</summary>
internal sealed class FeatureIndex
{
    // So few are looked through as fast as bounded.
    private const int FewShapes = 64;

    /// <summary>Indexes shapes; results name them by their place in this list.</summary>
    public FeatureIndex(IReadOnlyList<Shape> shapes)
    {
        Shapes = [.. shapes];
        Order = SortedByPlace(shapes);
        Boxes = [.. Order.SelectMany(i => shapes[i].Box)];
        Levels = new(Boxes);
        Nearness = Shapes.Length < FewShapes ? null : new(Levels.Box(Levels.Top, 0), Shapes.Length, site => Search(site, 0, double.PositiveInfinity, null).Gap.Length);
    }

    private Shape[] Shapes { get; }

    private int[] Order { get; }

    // Of the shapes in order, side by side: most shapes are passed over without a look at the shape itself.
    private double[] Boxes { get; }

    private BoxLevels Levels { get; }

    private NearnessGrid? Nearness { get; }

    /// <summary>Finds the shapes within <paramref name="keep"/> of a site, in ascending order, and the nearest shape within <paramref name="limit"/>.</summary>
    public FeatureSearch Search(Shape site, double keep, double limit) => Search(site, keep, limit, Nearness);

    private FeatureSearch Search(Shape site, double keep, double limit, NearnessGrid? bounds)
    {
        // What the site's first position is sure to reach, the site reaches. A search with a limit of its own needs no other.
        var search = new FeatureSearch(site, keep, bounds is null || double.IsFinite(limit) ? limit : Math.Min(limit, bounds.At(site.Anchors[0].East, site.Anchors[0].North)));
        if (Shapes.Length > 0)
        {
            Search(Levels.Top, 0, search);
            search.Near.Sort();
        }

        return search;
    }

    private void Search(int level, int box, FeatureSearch search)
    {
        var (first, end) = Levels.Children(level, box);
        var site = search.Site.Box.AsSpan();
        if (level == 0)
        {
            for (var i = first; i < end; i++)
            {
                if (!Gap.UpTo(search.Limit).Excludes(BoxLevels.SquaredGap(site, Boxes.AsSpan(4 * i, 4))))
                {
                    search.Look(Order[i], Shapes[Order[i]]);
                }
            }

            return;
        }

        Span<double> gaps = stackalloc double[BoxLevels.Fan];
        for (var i = first; i < end; i++)
        {
            gaps[i - first] = BoxLevels.SquaredGap(Levels.Box(level - 1, i), site);
        }

        for (var turn = first; turn < end; turn++)
        {
            var nearest = 0;
            for (var i = 1; i < end - first; i++)
            {
                nearest = gaps[i] < gaps[nearest] ? i : nearest;
            }

            if (double.IsPositiveInfinity(gaps[nearest]) || Math.Sqrt(gaps[nearest]) > search.Limit)
            {
                return;
            }

            gaps[nearest] = double.PositiveInfinity;
            Search(level - 1, first + nearest, search);
        }
    }

    // Slices from west to east, each sorted from south to north, so that neighbours in the list are neighbours in space.
    private static int[] SortedByPlace(IReadOnlyList<Shape> shapes)
    {
        var slices = (int)Math.Ceiling(Math.Sqrt(shapes.Count / (double)BoxLevels.Fan));
        var size = Math.Max(1, slices * BoxLevels.Fan);
        return
        [
            .. Enumerable.Range(0, shapes.Count)
                .OrderBy(i => shapes[i].Envelope.Centre.X).ThenBy(i => i)
                .Chunk(size)
                .SelectMany(slice => slice.OrderBy(i => shapes[i].Envelope.Centre.Y).ThenBy(i => i)),
        ];
    }
}
