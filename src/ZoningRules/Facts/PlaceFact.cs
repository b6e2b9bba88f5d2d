using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;

namespace ZoningRules.Facts;

/// <summary>What is known of how a site, or the part of it in one control unit, lies to one layer. Distances in metres, areas in square metres, shares as ratios.</summary>
/// <param name="In">Whether a part of the site lies in the layer's area.</param>
/// <param name="Within">Whether the whole site does.</param>
/// <param name="Distance">Least distance, or null when unknown.</param>
/// <param name="Overlap">Common area, or null when unknown.</param>
/// <param name="Share">Common area as a share of the site, or null when unknown.</param>
/// <param name="Reasons">Why whatever is unknown is unknown.</param>
/// <param name="Origin">Where the fact comes from.</param>
/// <param name="Dispute">When two sources disagree: what each of them says; null otherwise.</param>
public sealed record PlaceFact(
    Truth In,
    Truth Within,
    Interval<decimal>? Distance,
    Interval<decimal>? Overlap,
    Interval<decimal>? Share,
    UnknownReasons Reasons,
    FactOrigin Origin,
    LocalText? Dispute = null)
{
    private static readonly Interval<decimal> Zero = Interval<decimal>.Of(0);
    private static readonly Interval<decimal> One = Interval<decimal>.Of(1);

    /// <summary>Whether everything a rule may ask of it is known.</summary>
    public bool IsKnown =>
        In != Truth.Unknown && Within != Truth.Unknown && Distance is { IsPoint: true } && Share is { IsPoint: true } && Overlap is { IsPoint: true };

    /// <summary>A fact of which nothing is known.</summary>
    public static PlaceFact Unknown(UnknownReasons reasons) => new(Truth.Unknown, Truth.Unknown, null, null, null, reasons, FactOrigin.None);

    /// <summary>
    /// Joins a measurement with what the applicant declared or an officer decided, as docs/semantics.md section 1 says.
    /// </summary>
    /// <param name="measured">The measurement, about the whole site or a part.</param>
    /// <param name="declaredIn">The fact of <c>site.in.LAYER</c>: yes-no or unknown.</param>
    /// <param name="declaredDistance">The fact of <c>site.distance.LAYER</c>: a number or unknown.</param>
    /// <param name="extent">Whether the measurement is about the whole site.</param>
    public static PlaceFact Of(LayerRelation measured, Fact declaredIn, Fact declaredDistance, SiteExtent extent)
    {
        Truth? saidIn = declaredIn.Value is FactValue.Choice choice ? (choice.Index == 1 ? Truth.True : Truth.False) : null;
        var saidDistance = (declaredDistance.Value as FactValue.Number)?.Range;
        if (saidDistance is { Low: > 0 })
        {
            if (saidIn == Truth.True)
            {
                return Disputed(
                    new($"申报在内，又申报相距 {declaredDistance.Shown}", $"declared inside, and declared {declaredDistance.Shown} away"));
            }

            saidIn = Truth.False;
        }

        if (measured.Status == LayerStatus.Measured || measured.In == Truth.True)
        {
            var fact = Measured(measured);
            var decided = declaredIn.Origin == FactOrigin.Decided || declaredDistance.Origin == FactOrigin.Decided;
            var conflictingIn = saidIn is { } said && fact.In != Truth.Unknown && said != fact.In && !(extent == SiteExtent.Part && said == Truth.True);
            var conflictingDistance = extent == SiteExtent.Whole && saidDistance is { } far && fact.Distance is { } near && !far.Meets(near);
            return conflictingIn ? Disputed(fact.In == Truth.True
                    ? new("图层测得在内，申报在外", "measured inside, declared outside")
                    : new("图层测得在外，申报在内", "measured outside, declared inside"))
                : conflictingDistance ? TooFar(fact.Distance!.Value, declaredDistance)
                : fact.In == Truth.Unknown && decided && (extent == SiteExtent.Whole || saidIn == Truth.False) && saidIn is { } settled
                    ? Consistent(fact with { In = settled, Origin = FactOrigin.Decided })
                : fact;
        }

        var reason = measured.Status switch
        {
            LayerStatus.NoLayer => UnknownReasons.NoLayer,
            LayerStatus.NotCovered => UnknownReasons.NotCovered,
            LayerStatus.Failed => UnknownReasons.LayerFailed,
            _ => UnknownReasons.NotProvided,
        };

        // A layer that does not cover the site may still bound the distance from above.
        Interval<decimal>? bound = measured.Distance is { } most ? Metres(most) : null;
        if (extent == SiteExtent.Part && saidIn != Truth.False)
        {
            return Unknown(saidIn is null ? reason : UnknownReasons.NotProvided) with { Distance = bound };
        }

        if (saidIn is null && saidDistance is null)
        {
            return Unknown(reason) with { Distance = bound };
        }

        // A part may lie farther away than the site does, never nearer.
        if (bound is { } b && saidDistance is { } stated && (extent == SiteExtent.Part ? stated.Low > b.High : !b.Meets(stated)))
        {
            return TooFar(b, declaredDistance);
        }

        var distance = extent == SiteExtent.Part ? bound
            : bound is { } outer && saidDistance is { } inner ? new(Math.Max(outer.Low, inner.Low), Math.Min(outer.High, inner.High))
            : saidDistance ?? bound;
        return Said(saidIn, distance, declaredIn.Origin == FactOrigin.None ? declaredDistance.Origin : declaredIn.Origin, reason);
    }

    private static PlaceFact TooFar(Interval<decimal> measured, Fact declared) =>
        Disputed(new($"图层测得相距 {Printed(measured)}，申报 {declared.Shown}", $"measured {Printed(measured)} away, declared {declared.Shown}"));

    private static PlaceFact Disputed(LocalText dispute) => Unknown(UnknownReasons.Conflicting) with { Dispute = dispute };

    private static string Printed(Interval<decimal> metres) => Figures.Of(new Interval<Metres>(new(metres.Low), new(metres.High)));

    private static PlaceFact Measured(LayerRelation measured) => Consistent(new(
        measured.In,
        measured.Within,
        measured.Distance is { } d ? Metres(d) : null,
        measured.Overlap is { } o ? new(o.Low.Value, o.High.Value) : null,
        measured.Share is { } s ? new(s.Low.Value, s.High.Value) : null,
        UnknownReasons.Imprecise,
        FactOrigin.Measured));

    private static PlaceFact Said(Truth? isIn, Interval<decimal>? distance, FactOrigin origin, UnknownReasons reason) =>
        Consistent(new(isIn ?? Truth.Unknown, Truth.Unknown, distance, null, null, reason, origin));

    // INVARIANT: what follows from one member about another is always drawn.
    private static PlaceFact Consistent(PlaceFact fact)
    {
        if (fact.Distance is { Low: > 0 })
        {
            fact = fact with { In = Truth.False };
        }

        if (fact.Within == Truth.True)
        {
            fact = fact with { In = Truth.True, Share = One };
        }

        return fact.In switch
        {
            Truth.True => fact with { Distance = Zero },
            Truth.False => fact with { Within = Truth.False, Overlap = Zero, Share = Zero },
            _ => fact,
        };
    }

    private static Interval<decimal> Metres(Interval<Metres> range) => new(range.Low.Value, range.High.Value);
}
