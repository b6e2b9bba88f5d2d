using ZoningRules.Geo.Shapes;

namespace ZoningRules.Geo.Layers;

/// <summary>What a search of features has found.</summary>
internal sealed class FeatureSearch(Shape site, double keep, double limit)
{
    /// <summary>The site searched from.</summary>
    public Shape Site { get; } = site;

    /// <summary>The features within the distance to keep.</summary>
    public List<int> Near { get; } = [];

    /// <summary>The nearest feature, the first in order of several that are equally near; -1 when there is none.</summary>
    public int Nearest { get; private set; } = -1;

    /// <summary>The gap to the nearest feature.</summary>
    public Gap Gap { get; private set; } = Gap.UpTo(limit);

    /// <summary>Nothing farther away than this is of interest any more.</summary>
    public double Limit => Math.Max(keep, Math.Min(limit, Gap.Length + Tolerance.Length));

    /// <summary>Looks at a feature.</summary>
    public void Look(int index, Shape shape)
    {
        var gap = Site.GapTo(shape, Limit);
        var length = gap.Length;
        if (length <= keep)
        {
            Near.Add(index);
        }

        if (length <= limit && (length < Gap.Length - Tolerance.Length || (length <= Gap.Length + Tolerance.Length && (Nearest < 0 || index < Nearest))))
        {
            Gap = gap;
            Nearest = index;
        }
    }
}
