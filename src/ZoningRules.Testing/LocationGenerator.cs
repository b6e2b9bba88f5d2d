using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.RulePacks;

namespace ZoningRules.Testing;

/// <summary>
/// Generates locations as facts: control units hit and perhaps hit, gaps, and the relation of the site and of each of its parts to every layer, each consistent in itself and the
/// whole consistent with its parts. No geometry is needed.
/// </summary>
/// <param name="pack">The pack whose units and layers are used.</param>
/// <param name="limits">The limits that distances, areas and shares aim at.</param>
/// <param name="mix">How much is known.</param>
public sealed class LocationGenerator(RulePack pack, LimitTable limits, ScenarioMix mix)
{
    private const int MostUnits = 3;

    private readonly ImmutableArray<LayerDefinition> layers = [.. pack.Layers.Where(l => l.IsPlace)];

    /// <summary>A location; null, which means not known at all, a third as often as an attribute is unknown.</summary>
    public Gen<SiteLocation?> Locations => Gen.Frequency(
        (mix.UnknownPercent, Gen.Constant<SiteLocation?>(null)),
        (300 - mix.UnknownPercent, Known.Select(SiteLocation? (l) => l)));

    /// <summary>A location of which something is known.</summary>
    public Gen<SiteLocation> Known =>
        from count in Gen.Frequency((1, Gen.Constant(0)), (15, Gen.Choose(Math.Min(1, pack.Units.Length), Math.Min(MostUnits, pack.Units.Length))))
        from units in Gen.Shuffle<ControlUnit>(pack.Units)
        from certain in Gen.CollectToArray(units.Take(count), _ => Gen.Frequency((4, Gen.Constant(Truth.True)), (1, Gen.Constant(Truth.Unknown))))
        from gap in Gen.Choose(0, count == 0 ? 0 : 11)
        from kind in Gen.Choose(0, 2)
        let gaps = gap == 0 ? ImmutableArray.Create(new UnitGap(new(10), new(0.1m), kind == 0 ? "洞" : null, kind == 1)) : []
        from relations in Gen.CollectToArray(Enumerable.Range(0, count + gaps.Length), _ => Gen.CollectToArray(layers, RelationOf))
        from unanswered in Gen.CollectToArray(layers, _ => Gen.Choose(0, 99))
        select Of(units.Take(count), certain, gaps, [.. relations.Select(r => Unanswered(r, unanswered))]);

    /// <summary>How something may lie to a layer: within it, partly in it, at its edge, outside, or not answered.</summary>
    public Gen<LayerRelation> RelationOf(LayerDefinition layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        var overlap = ProposalGenerator.NumberNear(limits.ForOverlap(layer), 0, 1_000_000);
        var share = ProposalGenerator.NumberNear(limits.ForShare(layer), 0, 1);
        var isArea = layer.Shape == LayerShape.Areas;
        var within = Range(overlap).Select(o => Measured(layer) with { In = Truth.True, Within = Truth.True, Distance = Metres(0, 0), Overlap = Area(o), Share = Shares((1, 1)) });
        var nearlyWithin = Range(overlap).Select(o => Measured(layer) with { In = Truth.True, Within = Truth.Unknown, Distance = Metres(0, 0), Overlap = Area(o), Share = Shares((0.9m, 1)) });
        var partly =
            from o in Range(overlap)
            from s in Range(share)
            select Measured(layer) with { In = Truth.True, Within = Truth.False, Distance = Metres(0, 0), Overlap = Area(isArea ? o : (0, 0)), Share = Shares(isArea ? s : (0, 0)) };
        var atEdge =
            from d in ProposalGenerator.NumberNear(limits.ForDistance(layer), 0, 100_000)
            from o in overlap
            from s in share
            select Measured(layer) with { In = Truth.Unknown, Within = Truth.False, Distance = Metres(0, d), Overlap = Area((0, isArea ? o : 0)), Share = Shares((0, isArea ? s : 0)) };
        var outside = Range(ProposalGenerator.NumberNear(limits.ForDistance(layer), 0, 100_000)).Select(d =>
            Measured(layer) with { In = Truth.False, Within = Truth.False, Distance = Metres(d.Low, d.High), Overlap = Area((0, 0)), Share = Shares((0, 0)) });
        var notCovered = ProposalGenerator.NumberNear(limits.ForDistance(layer), 0, 100_000).Select(d =>
            LayerRelation.Unanswered(layer.Id, LayerStatus.NotCovered) with { Distance = Metres(0, d) });
        var partlyCovered = Gen.Constant(LayerRelation.Unanswered(layer.Id, LayerStatus.NotCovered) with { In = Truth.True, Distance = Metres(0, 0) });
        return Gen.Frequency(
            (isArea ? 3 : 0, within),
            (isArea ? mix.UnknownPercent / 10 : 0, nearlyWithin),
            (4, partly),
            (mix.UnknownPercent / 8, atEdge),
            (5, outside),
            (mix.UnknownPercent / 15, notCovered),
            (mix.UnknownPercent / 15, partlyCovered));
    }

    private LayerRelation[] Unanswered(LayerRelation[] relations, int[] dice) =>
        [.. relations.Select((r, i) => dice[i] < mix.UnknownPercent / 2
            ? LayerRelation.Unanswered(r.Layer, (LayerStatus)(1 + (dice[i] % 4)))
            : r)];

    private static SiteLocation Of(IEnumerable<ControlUnit> units, Truth[] certain, ImmutableArray<UnitGap> gaps, LayerRelation[][] regions) => new()
    {
        Area = new(100),
        Units = [.. units.Select((u, i) => new UnitHit
        {
            Code = u.Code,
            Name = u.Name,
            Category = u.Category,
            Certainty = certain[i],
            Area = new(90),
            ShareOfSite = new(0.9m),
            ShareOfUnit = new(0.01m),
            Relations = [.. regions[i]],
        })],
        Gaps = gaps,
        Relations = [.. Enumerable.Range(0, regions[0].Length).Select(layer => Joined([.. regions.Select(r => r[layer])]))],
    };

    // What the parts say about the whole.
    private static LayerRelation Joined(LayerRelation[] parts)
    {
        if (parts.Length == 1)
        {
            return parts[0];
        }

        if (!Array.TrueForAll(parts, p => p.Status == LayerStatus.Measured))
        {
            return Array.Exists(parts, p => p.In == Truth.True)
                ? LayerRelation.Unanswered(parts[0].Layer, LayerStatus.NotCovered) with { In = Truth.True, Distance = Metres(0, 0) }
                : LayerRelation.Unanswered(parts[0].Layer, Array.Find(parts, p => p.Status != LayerStatus.Measured)!.Status);
        }

        return parts[0] with
        {
            In = parts.Max(p => p.In),
            Within = parts.Min(p => p.Within),
            Distance = Metres(parts.Min(p => p.Distance!.Value.Low.Value), parts.Min(p => p.Distance!.Value.High.Value)),
            Overlap = Area((parts.Sum(p => p.Overlap!.Value.Low.Value), parts.Sum(p => p.Overlap!.Value.High.Value))),
            Share = Shares((parts.Min(p => p.Share!.Value.Low.Value), parts.Max(p => p.Share!.Value.High.Value))),
        };
    }

    private Gen<(decimal Low, decimal High)> Range(Gen<decimal> value) => Gen.Frequency(
        (100 - mix.IntervalPercent, value.Select(v => (v, v))),
        (mix.IntervalPercent, value.Two().Select(p => (Math.Min(p.Item1, p.Item2), Math.Max(p.Item1, p.Item2)))));

    private static LayerRelation Measured(LayerDefinition layer) => LayerRelation.Unanswered(layer.Id, LayerStatus.Measured);

    private static Interval<Metres> Metres(decimal low, decimal high) => new(new(low), new(high));

    private static Interval<SquareMetres> Area((decimal Low, decimal High) range) => new(new(range.Low), new(range.High));

    private static Interval<Ratio> Shares((decimal Low, decimal High) range) => new(new(range.Low), new(range.High));
}
