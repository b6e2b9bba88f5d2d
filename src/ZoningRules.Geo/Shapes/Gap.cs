namespace ZoningRules.Geo.Shapes;

/// <summary>
/// The least gap found so far between two sets of segments, and the two positions it lies between. A search starts with the greatest gap of interest.
/// </summary>
internal struct Gap
{
    /// <summary>Its square; the limit of the search while nothing is found.</summary>
    public double Squared;

    /// <summary>Whether anything within the limit was found.</summary>
    public bool Found;

    /// <summary>East of the position on the first set.</summary>
    public double FromEast;

    /// <summary>North of the position on the first set.</summary>
    public double FromNorth;

    /// <summary>East of the position on the second set.</summary>
    public double ToEast;

    /// <summary>North of the position on the second set.</summary>
    public double ToNorth;

    /// <summary>The gap; infinite when nothing was found.</summary>
    public readonly double Length => Found ? Math.Sqrt(Squared) : double.PositiveInfinity;

    /// <summary>A search for gaps up to a limit, included.</summary>
    public static Gap UpTo(double limit) => new() { Squared = limit * limit };

    /// <summary>
    /// Whether a box that is this far away cannot hold anything of interest. Ties are looked at, so that the choice among them does not depend on order.
    /// </summary>
    public readonly bool Excludes(double squared) => squared > Squared + Tie(Squared);

    /// <summary>Keeps the smaller gap; of equal ones that with the smaller positions.</summary>
    public void Offer(double squared, double fromEast, double fromNorth, double toEast, double toNorth)
    {
        var tie = Tie(Squared);
        if (squared > Squared + tie || (Found && squared > Squared - tie && !Precedes(fromEast, fromNorth, toEast, toNorth)))
        {
            return;
        }

        Squared = Math.Min(squared, Squared);
        Found = true;
        FromEast = fromEast;
        FromNorth = fromNorth;
        ToEast = toEast;
        ToNorth = toNorth;
    }

    private static double Tie(double squared) => double.IsFinite(squared) ? squared * 1e-12 : 0;

    private readonly bool Precedes(double fromEast, double fromNorth, double toEast, double toNorth) =>
        toEast != ToEast ? toEast < ToEast
        : toNorth != ToNorth ? toNorth < ToNorth
        : fromEast != FromEast ? fromEast < FromEast
        : fromNorth < FromNorth;
}
