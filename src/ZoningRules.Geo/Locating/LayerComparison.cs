using ZoningRules.Geo.Layers;
using ZoningRules.Geo.Shapes;
using ZoningRules.Locations;
using ZoningRules.Measures;

namespace ZoningRules.Geo.Locating;

/// <summary>
/// Compares footprints with layers for one site. A layer is taken as two sets: what is seen for certain, and that together with everything outside its
/// coverage. A relation is True or False only if it holds for both and for every border within the accuracies.
/// </summary>
/// <param name="accuracies">How far borders may be off.</param>
/// <param name="reach">How far from each layer it matters how large a distance is.</param>
internal sealed class LayerComparison(Accuracies accuracies, DistanceReach reach)
{
    // What is not found within the reach and the doubt is surely beyond the reach, whatever rounding does.
    private const double Slack = 1;

    // The edge of a coverage is looked for once for all layers, unless one of them states a worse accuracy than this.
    private const double UsualLayerDoubt = 100;

    // Most layers of a pack share one coverage file, so these stay short; what was asked last is asked again.
    private List<(Coverage Coverage, Shape Shape, double Limit, CoverageRelation Relation)> Covered { get; } = [];

    private List<(Coverage Coverage, Shape Shape, double Doubt, CoveredPart Part)> CoveredParts { get; } = [];

    /// <summary>How a footprint lies to a layer.</summary>
    public LayerRelation Relate(Footprint footprint, FeatureLayer layer)
    {
        var doubt = accuracies.DoubtAbout(layer.Root, layer.Facts);
        var limit = LimitFor(layer, doubt);
        var found = layer.Index.Search(footprint.Possible, doubt + Tolerance.Length, limit);
        var gap = found.Gap.Length;
        var least = Math.Min(Math.Min(gap, limit), CoverageOf(layer.Coverage, footprint.Possible, limit).Clearance);
        var isAreas = layer.Shape is LayerShape.Areas or LayerShape.ControlUnits;
        var apart = least > doubt + Tolerance.Length;
        var region = isAreas && !apart ? RegionOf(footprint, layer, found.Near, doubt) : null;
        var meets = apart ? Truth.False
            : isAreas ? MeetsArea(footprint, region, doubt, (double)layer.Facts.Sliver.Value + Tolerance.Area)
            : MeetsFeature(footprint, layer, found.Near, doubt);
        var within = apart || !isAreas ? Truth.False : Within(footprint, layer, region, doubt);
        var overlap = isAreas && footprint.Drawn.IsArea ? OverlapOf(footprint, layer, region, doubt, apart, within) : ((double Low, double High)?)null;
        return new()
        {
            Layer = layer.Id,
            Status = CoverageOf(layer.Coverage, footprint.Drawn, limit).Covered ? LayerStatus.Measured : LayerStatus.NotCovered,
            In = meets,
            Within = within,
            Distance = meets == Truth.True ? Numbers.Metres(0, 0) : DistanceOf(footprint, layer, gap, least, doubt),
            Overlap = overlap is { } area ? Numbers.SquareMetres(area.Low, area.High) : null,
            Share = overlap is { } part ? ShareOf(footprint, part.Low, part.High) : null,
            Accuracy = Numbers.Metres(doubt),
            NearestFeature = found.Nearest < 0 ? null : layer.Features[found.Nearest].Name,
            BearingDegrees = found.Nearest < 0 || gap <= Tolerance.Length
                ? null
                : Numbers.Bearing(found.Gap.ToEast - found.Gap.FromEast, found.Gap.ToNorth - found.Gap.FromNorth),
            Illustrative = layer.Facts.Illustrative,
        };
    }

    // What the features near the footprint cover together. Of one that surrounds it beyond doubt nothing more need be known: then so does the whole.
    private static Shape? RegionOf(Footprint footprint, FeatureLayer layer, List<int> near, double doubt)
    {
        if (near.Count > 1)
        {
            foreach (var feature in near)
            {
                if (Surrounds(layer.Features[feature].Shape, footprint.Possible, doubt))
                {
                    return layer.Features[feature].Shape;
                }
            }
        }

        return layer.RegionOf(near);
    }

    // How far a search must go for a layer: everything nearer than the reach, and everything that the doubt may bring there.
    private double LimitFor(FeatureLayer layer, double doubt) =>
        reach.To(layer.Id) is { } bound ? (double)bound.Value + doubt + Slack : double.PositiveInfinity;

    // Distances to the edge of the coverage count up to the limit, and perhaps beyond.
    private CoverageRelation CoverageOf(Coverage coverage, Shape shape, double limit)
    {
        for (var i = Covered.Count - 1; i >= 0; i--)
        {
            if (ReferenceEquals(Covered[i].Shape, shape) && ReferenceEquals(Covered[i].Coverage, coverage) && Covered[i].Limit >= limit)
            {
                return Covered[i].Relation;
            }
        }

        var far = Math.Max(limit, (double)(reach.Greatest.Value + accuracies.Site.Value) + UsualLayerDoubt);
        var relation = coverage.Relate(shape, far);
        Covered.Add((coverage, shape, far, relation));
        return relation;
    }

    private CoveredPart CoveredPartOf(Coverage coverage, Shape shape, double doubt)
    {
        foreach (var known in CoveredParts)
        {
            if (ReferenceEquals(known.Shape, shape) && ReferenceEquals(known.Coverage, coverage) && known.Doubt == doubt)
            {
                return known.Part;
            }
        }

        var part = new CoveredPart(shape, coverage, doubt);
        CoveredParts.Add((coverage, shape, doubt, part));
        return part;
    }

    // True needs more than a sliver in common, and a position of it that no inaccuracy can move out of the area.
    private static Truth MeetsArea(Footprint footprint, Shape? region, double doubt, double sliver)
    {
        if (region is null)
        {
            return Truth.Unknown;
        }

        if (Surrounds(region, footprint.Possible, doubt))
        {
            return Truth.True;
        }

        return footprint.Certain is { } certain
            && (!certain.IsArea || CommonMeasure(certain, region) > sliver)
            && Witness.Inside(certain, region, doubt)
                ? Truth.True
                : Truth.Unknown;
    }

    // A line or point may lie anywhere within the doubt, so it surely meets the site only where it runs deeper inside than that.
    private static Truth MeetsFeature(Footprint footprint, FeatureLayer layer, List<int> near, double doubt)
    {
        if (footprint.Certain is not { IsArea: true } certain || !near.Exists(i => certain.GapTo(layer.Features[i].Shape, Tolerance.Length).Found)
            || Overlays.Shrunk(certain.Geometry, doubt) is not { } shrunk)
        {
            return Truth.Unknown;
        }

        var core = new Shape(shrunk);
        return near.Exists(i => core.GapTo(layer.Features[i].Shape, Tolerance.Length).Found) ? Truth.True : Truth.Unknown;
    }

    private Truth Within(Footprint footprint, FeatureLayer layer, Shape? region, double doubt)
    {
        if (region is not null && Surrounds(region, footprint.Possible, doubt))
        {
            return Truth.True;
        }

        if (footprint.Certain is not { } certain)
        {
            return Truth.Unknown;
        }

        var complete = CoverageOf(layer.Coverage, certain, doubt + Slack).Clearance > doubt + Tolerance.Length;
        return Witness.Beyond(certain, region, doubt, complete ? null : CoveredPartOf(layer.Coverage, certain, doubt)) ? Truth.False : Truth.Unknown;
    }

    private static Interval<Metres>? DistanceOf(Footprint footprint, FeatureLayer layer, double gap, double least, double doubt)
    {
        var low = Math.Max(0, least - doubt);
        if (double.IsPositiveInfinity(gap) && layer.Features.Length > 0)
        {
            // Nothing within the reach.
            return Numbers.Metres(low, Tolerance.Farthest);
        }

        if (double.IsPositiveInfinity(gap))
        {
            // Nothing anywhere: the layer is complete up to the edge of its coverage and says nothing beyond.
            return least > 0 ? Numbers.Metres(Math.Min(low, Tolerance.Farthest), Tolerance.Farthest) : null;
        }

        var high = footprint.Certain is not { } certain ? gap + footprint.Possible.Diagonal
            : ReferenceEquals(certain, footprint.Possible) ? gap
            : Math.Max(gap, layer.Index.Search(certain, 0, double.PositiveInfinity).Gap.Length);
        return Numbers.Metres(low, high + doubt);
    }

    private (double Low, double High) OverlapOf(Footprint footprint, FeatureLayer layer, Shape? region, double doubt, bool apart, Truth within)
    {
        if (apart)
        {
            return (0, 0);
        }

        var (drawn, certain, possible) = footprint;
        if (within == Truth.True)
        {
            return (certain?.Measure ?? 0, possible.Measure);
        }

        var (low, high, common) = (0d, 0d, 0d);
        if (region is not null)
        {
            common = CommonMeasure(drawn, region);
            var near = Overlays.Near(region.Geometry, possible.Envelope, Witness.Margin(doubt));
            if (near is not null)
            {
                low = certain is not null && !certain.HugsBorderOf(region, doubt) && Overlays.Shrunk(near, doubt) is { } core ? Overlays.Measure(Overlays.Common(certain.Geometry, core)) : 0;
                high = possible.HugsBorderOf(region, doubt)
                    ? possible.Measure
                    : Overlays.Measure(Overlays.Common(possible.Geometry, Overlays.Grown(near, doubt)));
            }
        }

        if (CoverageOf(layer.Coverage, possible, doubt + Slack).Clearance <= doubt + Tolerance.Length)
        {
            high += possible.Measure - Overlays.Measure(CoveredPartOf(layer.Coverage, possible, doubt).Geometry);
        }

        return (Math.Min(low, common), Math.Min(Math.Max(high, common), Math.Max(possible.Measure, common)));
    }

    private static Interval<Ratio> ShareOf(Footprint footprint, double low, double high)
    {
        var (drawn, certain, possible) = footprint;
        return ReferenceEquals(drawn, possible) && ReferenceEquals(drawn, certain)
            ? new(Numbers.Ratio(low, drawn.Measure), Numbers.Ratio(high, drawn.Measure))
            : new(Numbers.Ratio(low, possible.Measure), Numbers.Ratio(high, certain?.Measure ?? 0));
    }

    private static bool Surrounds(Shape area, Shape shape, double doubt) =>
        double.IsPositiveInfinity(SegmentTree.Between(shape.Edges, area.Edges, doubt + Tolerance.Length)) && area.SurroundsClear(shape);

    private static double CommonMeasure(Shape shape, Shape area)
    {
        if (double.IsPositiveInfinity(SegmentTree.Between(shape.Edges, area.Edges, Tolerance.Length)))
        {
            if (area.SurroundsClear(shape))
            {
                return shape.Measure;
            }

            if (!shape.CoversAny(area.RingAnchors) && !area.CoversAny(shape.Anchors))
            {
                return 0;
            }
        }

        return Overlays.Measure(Overlays.Common(shape.Geometry, area.Geometry));
    }
}
