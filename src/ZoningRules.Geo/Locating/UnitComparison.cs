using NetTopologySuite.Geometries;
using ZoningRules.Geo.Layers;
using ZoningRules.Geo.Shapes;

namespace ZoningRules.Geo.Locating;

/// <summary>Compares a site with the control units: which it hits for certain, which it may hit, and which part of it lies in none.</summary>
internal sealed class UnitComparison
{
    /// <summary>Compares.</summary>
    public UnitComparison(Shape site, Accuracies accuracies, UnitLayer layer)
    {
        Site = site;
        Layer = layer;
        Doubt = accuracies.DoubtAbout(layer.Id, layer.Facts);
        Sliver = site.IsArea ? (double)layer.Facts.Sliver.Value + Tolerance.Area : site.Dimension == Dimension.Curve ? Tolerance.Noise : 0;
        var limit = Doubt + Tolerance.Length;
        Near = layer.Near(site, limit);
        Near.RemoveAll(n => !n.HoldsAll && !site.GapTo(DrawnOf(n.Unit), limit).Found);
        Contacts = [.. Near.Select(ContactWith)];
    }

    /// <summary>Units hit or perhaps hit, ordered by code.</summary>
    public IReadOnlyList<UnitContact> Contacts { get; }

    /// <summary>Whether there is any inaccuracy at all; without it, a touch is certainly no hit.</summary>
    public bool HasDoubt => Doubt > Tolerance.Length;

    private Shape Site { get; }

    private UnitLayer Layer { get; }

    private double Doubt { get; }

    // Common parts up to this count as touching.
    private double Sliver { get; }

    private List<NearUnit> Near { get; }

    // The shapes asked for; the layer may have to make one anew each time.
    private List<(UnitFeature Unit, Shape Shape)> Drawn { get; } = [];

    /// <summary>The part of the site in a unit, as far as it is certain. The whole site when it lies in the unit beyond doubt.</summary>
    public Footprint PartIn(UnitContact contact)
    {
        if (contact.HoldsSite)
        {
            return Footprint.Of(Site);
        }

        var near = contact.Window.Value;
        var possible = contact.CoversSite || Site.HugsBorderOf(DrawnOf(contact.Unit), Doubt) ? Site : ShapeOf(Overlays.Common(Site.Geometry, Overlays.Grown(near, Doubt))) ?? Site;
        var certain = contact.IsSure && Overlays.Shrunk(near, Doubt) is { } core ? ShapeOf(Overlays.Common(Site.Geometry, core)) : null;
        var drawn = contact.CoversSite ? Site : ShapeOf(contact.Common) ?? possible;
        return new(drawn, certain, possible);
    }

    /// <summary>
    /// The parts of the site in no unit, largest first. What the accuracies explain is none; but a hole that is known is really there, and no accuracy explains it away.
    /// </summary>
    public IReadOnlyList<GapPart> Gaps()
    {
        Geometry? left = Site.Geometry;
        foreach (var contact in Contacts)
        {
            if (contact.CoversSite)
            {
                return [];
            }

            left = left is not null && contact.Common is not null ? Overlays.Without(left, contact.Window.Value) : left;
        }

        List<GapPart> parts = [];
        foreach (var hole in Layer.Holes)
        {
            if (left is not null && hole.Shape.Envelope.Intersects(left.EnvelopeInternal))
            {
                Add(Overlays.Common(left, hole.Shape.Geometry), hole.Name, outside: false, known: true);
                left = Overlays.Without(left, hole.Shape.Geometry);
            }
        }

        if (left is not null)
        {
            var (covered, _, apart) = Layer.Coverage.Relate(new Shape(left), Doubt + 1);
            Add(covered ? left : apart ? null : Overlays.Common(left, Layer.Coverage.Whole.Geometry), null, outside: false, known: false);
            Add(covered ? null : apart ? left : Overlays.Without(left, Layer.Coverage.Whole.Geometry), null, outside: true, known: false);
        }

        return [.. parts.OrderByDescending(p => p.Measure).ThenBy(p => p.Reason, StringComparer.Ordinal).ThenBy(p => p.OutsideCoverage)];

        void Add(Geometry? part, string? reason, bool outside, bool known)
        {
            // A site that is itself no larger than a sliver is not nothing.
            var measure = Overlays.Measure(part);
            if ((measure > Sliver || measure >= Site.Measure) && part is not null && (known || IsBeyondUnits(part)))
            {
                parts.Add(new(measure, reason, outside));
            }
        }
    }

    private UnitContact ContactWith(NearUnit near)
    {
        var unit = near.Unit;
        if (near.HoldsAll)
        {
            return new(unit, Window(unit), Site.Geometry, Site.Measure, IsSure: true, IsTouching: false, CoversSite: true, HoldsSite: true);
        }

        var area = DrawnOf(unit);
        var gap = SegmentTree.Between(Site.Edges, area.Edges, Doubt + Tolerance.Length);
        if (gap > Tolerance.Length)
        {
            // The borders keep clear of each other: the site lies inside, outside or around the unit.
            if (area.SurroundsClear(Site))
            {
                var beyondDoubt = double.IsPositiveInfinity(gap);
                var isSure = beyondDoubt || Witness.Inside(Site, area, Doubt);
                return new(unit, Window(unit), Site.Geometry, Site.Measure, isSure, IsTouching: false, CoversSite: true, HoldsSite: beyondDoubt);
            }

            if (!Site.CoversAny(area.RingAnchors) && !area.CoversAny(Site.Anchors))
            {
                return new(unit, Window(unit), null, 0, IsSure: false, IsTouching: true, CoversSite: false, HoldsSite: false);
            }
        }

        var window = Window(unit);
        var common = Overlays.Common(Site.Geometry, window.Value);
        var measure = Overlays.Measure(common);
        var touching = measure <= Sliver;
        var sure = !touching && Witness.Inside(Site, area, Doubt);
        var outside = common is null ? Site.Geometry : Overlays.Without(Site.Geometry, window.Value);
        var covers = Overlays.Measure(outside) <= (Site.Dimension == Dimension.Point ? 0 : Tolerance.Noise);
        return new(unit, window, common, measure, sure, touching, covers, HoldsSite: false);
    }

    private Shape DrawnOf(UnitFeature unit)
    {
        foreach (var known in Drawn)
        {
            if (ReferenceEquals(known.Unit, unit))
            {
                return known.Shape;
            }
        }

        var shape = unit.Shape;
        Drawn.Add((unit, shape));
        return shape;
    }

    // Small enough to be cheap, large enough to be offset by the doubt without a trace of its frame inside the site's envelope.
    private Lazy<Geometry> Window(UnitFeature unit) =>
        new(() => Overlays.Near(DrawnOf(unit).Geometry, Site.Envelope, Witness.Margin(Doubt)) ?? DrawnOf(unit).Geometry);

    private bool IsBeyondUnits(Geometry part)
    {
        var shape = new Shape(part);
        if (Near.Count == 0)
        {
            return true;
        }

        var area = Near.Count == 1 ? DrawnOf(Near[0].Unit) : null;
        if (area is null)
        {
            var pieces = Near.Select(n => Overlays.Near(DrawnOf(n.Unit).Geometry, shape.Envelope, Witness.Margin(Doubt))).OfType<Geometry>().ToList();
            if (pieces.Count == 0)
            {
                return true;
            }

            area = new(Overlays.Union(pieces));
        }

        return Witness.Beyond(shape, area, Doubt, null);
    }

    private static Shape? ShapeOf(Geometry? geometry) => geometry is null ? null : new(geometry);
}
