using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Measures;

namespace ZoningRules.Tests.Oracle;

/// <summary>One way a site may lie to a layer.</summary>
internal sealed record PlaceState(bool In, bool Within, decimal Distance, decimal Overlap, decimal Share);

/// <summary>What is known of how a site, or a part of it, lies to a layer; null members are not known.</summary>
internal sealed record PlaceKnowledge(
    bool? In, bool? Within, Interval<decimal>? Distance, Interval<decimal>? Overlap, Interval<decimal>? Share)
{
    private static readonly PlaceKnowledge Nothing = new(null, null, null, null, null);

    /// <summary>docs/semantics.md section 1, Places.</summary>
    public static PlaceKnowledge OfSite(LayerRelation relation, Fact saidIn, Fact saidDistance)
    {
        var (contradicts, isIn, distance) = Declared(saidIn, saidDistance);
        if (contradicts)
        {
            return Nothing;
        }

        if (!IsMeasured(relation))
        {
            // What is covered may still bound the distance.
            var bound = Measured(relation).Distance;
            return bound is { } b && distance is { } said
                ? b.Meets(said) ? new PlaceKnowledge(isIn, null, new(Math.Max(b.Low, said.Low), Math.Min(b.High, said.High)), null, null).Closed() : Nothing
                : new PlaceKnowledge(isIn, null, distance ?? bound, null, null).Closed();
        }

        var measured = Measured(relation);
        if (ConflictsIn(measured, isIn) || (measured.Distance is { } near && distance is { } far && !near.Meets(far)))
        {
            return Nothing;
        }

        var decided = saidIn.Origin == FactOrigin.Decided || saidDistance.Origin == FactOrigin.Decided;
        return measured.In is null && decided && isIn is not null ? (measured with { In = isIn }).Closed() : measured;
    }

    /// <summary>The same about the part in one of several control units.</summary>
    public static PlaceKnowledge OfPart(LayerRelation site, LayerRelation part, Fact saidIn, Fact saidDistance)
    {
        var (contradicts, isIn, distance) = Declared(saidIn, saidDistance);
        if (contradicts)
        {
            return Nothing;
        }

        var whole = Measured(site);
        if ((IsMeasured(site) && ConflictsIn(whole, isIn)) || (whole.Distance is { } near && distance is { } far && !near.Meets(far)))
        {
            return Nothing;
        }

        if (!IsMeasured(part))
        {
            // The part may lie farther away than the site does, never nearer.
            if (Measured(part).Distance is { } most && distance is { } least && least.Low > most.High)
            {
                return Nothing;
            }

            return new PlaceKnowledge(isIn == false ? false : null, null, Measured(part).Distance, null, null).Closed();
        }

        var measured = Measured(part);
        if (isIn == false && measured.In == true)
        {
            return Nothing;
        }

        var decided = saidIn.Origin == FactOrigin.Decided || saidDistance.Origin == FactOrigin.Decided;
        return measured.In is null && decided && isIn == false ? (measured with { In = false }).Closed() : measured;
    }

    /// <summary>Every consistent state, with numbers taken from the given values; any one value where none are given, because then no line asks for it.</summary>
    public IEnumerable<PlaceState> States(IReadOnlyList<decimal> distances, IReadOnlyList<decimal> overlaps, IReadOnlyList<decimal> shares)
    {
        if (In != true)
        {
            foreach (var distance in Allowed(distances, Distance, decimal.MaxValue))
            {
                yield return new(false, false, distance, 0, 0);
            }
        }

        if (In != false)
        {
            foreach (var overlap in Allowed(overlaps, Overlap, decimal.MaxValue))
            {
                if (Within != true)
                {
                    foreach (var share in Allowed(shares, Share, 1))
                    {
                        yield return new(true, false, 0, overlap, share);
                    }
                }

                if (Within != false && Allows(Share, 1))
                {
                    yield return new(true, true, 0, overlap, 1);
                }
            }
        }
    }

    private static IEnumerable<decimal> Allowed(IReadOnlyList<decimal> values, Interval<decimal>? range, decimal most) =>
        values.Count == 0 ? [range?.Low ?? 0] : values.Where(v => v >= 0 && v <= most && Allows(range, v));

    private static bool Allows(Interval<decimal>? range, decimal value) => range is not { } r || (r.Low <= value && value <= r.High);

    private static bool IsMeasured(LayerRelation relation) => relation.Status == LayerStatus.Measured || relation.In == Truth.True;

    private static bool ConflictsIn(PlaceKnowledge measured, bool? said) => measured.In is not null && said is not null && measured.In != said;

    private static (bool Contradicts, bool? In, Interval<decimal>? Distance) Declared(Fact saidIn, Fact saidDistance)
    {
        bool? isIn = saidIn.Value is FactValue.Choice choice ? choice.Index == 1 : null;
        var distance = (saidDistance.Value as FactValue.Number)?.Range;
        return distance is { Low: > 0 } ? (isIn == true, false, distance) : (false, isIn, distance);
    }

    private static PlaceKnowledge Measured(LayerRelation relation) => new PlaceKnowledge(
        Decided(relation.In),
        Decided(relation.Within),
        relation.Distance is { } d ? new(d.Low.Value, d.High.Value) : null,
        relation.Overlap is { } o ? new(o.Low.Value, o.High.Value) : null,
        relation.Share is { } s ? new(s.Low.Value, s.High.Value) : null).Closed();

    private static bool? Decided(Truth truth) => truth == Truth.Unknown ? null : truth == Truth.True;

    private PlaceKnowledge Closed()
    {
        var zero = Interval<decimal>.Of(0);
        var closed = this;
        if (closed.Distance is { Low: > 0 })
        {
            closed = closed with { In = false };
        }

        if (closed.Within == true)
        {
            closed = closed with { In = true, Share = Interval<decimal>.Of(1) };
        }

        if (closed.In == true)
        {
            closed = closed with { Distance = zero };
        }

        return closed.In == false ? closed with { Within = false, Overlap = zero, Share = zero } : closed;
    }
}
