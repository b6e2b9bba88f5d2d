namespace ZoningRules.Geo.Mapping;

/// <summary>Finds room for labels, one after the other; what is placed is never moved again.</summary>
internal sealed class LabelPlacer(PaperBox frame)
{
    private const double Margin = 0.4;
    private readonly List<PaperBox> taken = [];

    /// <summary>Keeps a place free of labels.</summary>
    public void Reserve(PaperBox box) => taken.Add(box);

    /// <summary>The first of some places, named by their middles, that is inside the frame and free; null when there is none.</summary>
    /// <param name="width">Width of the label.</param>
    /// <param name="height">Height of the label.</param>
    /// <param name="middles">The places, best first.</param>
    public PaperBox? Place(double width, double height, IEnumerable<PaperPoint> middles)
    {
        foreach (var middle in middles)
        {
            var box = Around(middle, width, height);
            if (frame.Holds(box) && !taken.Exists(t => t.Meets(box.Grown(Margin))))
            {
                taken.Add(box);
                return box;
            }
        }

        return null;
    }

    /// <summary>As <see cref="Place"/>, but where no place is free the one that hides least, pushed into the frame.</summary>
    public PaperBox PlaceAnyway(double width, double height, IReadOnlyList<PaperPoint> middles)
    {
        if (Place(width, height, middles) is { } free)
        {
            return free;
        }

        var best = middles.Select(m => Inside(Around(m, width, height))).MinBy(b => taken.Sum(t => t.Common(b)));
        taken.Add(best);
        return best;
    }

    private static PaperBox Around(PaperPoint middle, double width, double height) => new(middle.X - (width / 2), middle.Y - (height / 2), width, height);

    private PaperBox Inside(PaperBox box) => box with
    {
        Left = Math.Clamp(box.Left, frame.Left, Math.Max(frame.Left, frame.Right - box.Width)),
        Top = Math.Clamp(box.Top, frame.Top, Math.Max(frame.Top, frame.Bottom - box.Height)),
    };
}
