using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Layers;
using ZoningRules.Geo.Locating;
using ZoningRules.Geo.Reading;
using ZoningRules.Geo.Shapes;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;

namespace ZoningRules.Geo;

/// <summary>
/// Locates sites among layers that were read once and projected once into one plane. Immutable and thread-safe; the same input gives the same location.
/// Areas and distances are plane values of that plane, a 3-degree Gauss-Kruger belt of CGCS2000; the location names it.
/// </summary>
public sealed class SiteLocator : ISiteLocator
{
    // A site this far from everything the layers cover is a mistake in its coordinates or in the choice of the pack.
    private const double FarFromPack = 1_000;
    private const double FarInDegrees = 8;

    private static readonly Metres DefaultAccuracy = new(1);

    private SiteLocator(GeoLayers layers, ImmutableArray<string> relationIds)
    {
        Geo = layers;
        RelationIds = relationIds;
        Uses = [.. layers.Uses];
        Problems = layers.Problems.Count == 0 ? [] : Loaded<SiteLocator>.Bad(layers.Problems).Problems;
    }

    /// <inheritdoc/>
    public IReadOnlyList<LayerUse> Layers => Uses;

    /// <summary>
    /// Why layers failed, in the order of their places; empty when every layer with a file was read. A failed layer leaves what needs it undetermined.
    /// </summary>
    public ImmutableArray<Problem> Problems { get; }

    /// <summary>
    /// The coordinate reference system in which areas and distances are computed; null when no layer could be read and each site decides for itself.
    /// </summary>
    public Crs? Plane => Geo.Plane?.Crs;

    private GeoLayers Geo { get; }

    // The ids of all layers but those of control units, in order.
    private ImmutableArray<string> RelationIds { get; }

    private ImmutableArray<LayerUse> Uses { get; }

    /// <summary>Reads the layers of a pack. A layer that cannot be read fails alone; see <see cref="Problems"/>.</summary>
    /// <exception cref="ArgumentException">Two layers have the same id.</exception>
    public static SiteLocator Load(IEnumerable<LayerDefinition> layers)
    {
        ImmutableArray<LayerDefinition> all = [.. layers];
        return new(
            GeoLayers.Load(all),
            [.. all.Where(l => l.Shape != LayerShape.ControlUnits).Select(l => l.Id).Order(StringComparer.Ordinal)]);
    }

    /// <inheritdoc/>
    public Loaded<SiteLocation> Locate(Site.Geometry site)
    {
        ArgumentNullException.ThrowIfNull(site);
        var read = SiteReader.Read(site);
        if (!read.Succeeded)
        {
            return Loaded<SiteLocation>.Bad(read.Problems);
        }

        try
        {
            return Locate(site, read.Value);
        }
        catch (TopologyException)
        {
            // Every strategy of the robust overlay failed. Better no location than a part of one.
            return Loaded<SiteLocation>.Bad(
                Problem.Of(ProblemCode.BadGeometry, site.Place, "边界过于复杂，无法与图层叠加", "its boundary is too intricate to be laid over the layers"));
        }
    }

    private Loaded<SiteLocation> Locate(Site.Geometry site, ReadSite read)
    {
        var plane = PlaneFor(read);
        if (plane is null)
        {
            return OutsidePack(site, read);
        }

        var steps = read.Steps.ToBuilder();
        var parts = read.Parts.Select(p => PartGeometry.Make(p, read.Order, (east, north) => plane.From(read.Crs, east, north))).ToList();
        if (read.Kind == PartKind.Line && CrossesTooOften(parts))
        {
            return Loaded<SiteLocation>.Bad(
                Problem.Of(ProblemCode.InvalidGeometry, site.Place, "线与自身交叉过多", "a line that crosses itself too often", read.FirstPosition));
        }

        var (joined, merged) = read.Kind == PartKind.Area ? Joining.Join(parts) : (Overlays.Union(parts), false);
        if (merged)
        {
            steps.Add(new("相接或重叠的部分已合并，重叠处只计一次", "parts that touch or overlap were merged; what they share counts once"));
        }

        var shape = new Shape(joined);
        if (shape.Dimension != Dimension.Point && !(shape.Measure > 0))
        {
            return Loaded<SiteLocation>.Bad(Problem.Of(ProblemCode.EmptyGeometry, site.Place));
        }

        if (Geo.Coverages.Count > 0 && Geo.Coverages.All(c => c.DistanceOf(shape) > FarFromPack))
        {
            return OutsidePack(site, read);
        }

        if (site.Accuracy is null)
        {
            steps.Add(new("未说明场址精度，按 1 米计", "the accuracy of the site is not stated; 1 m is assumed"));
        }

        steps.Add(PlaneStep(read.Crs, plane.Crs));
        return Loaded<SiteLocation>.Good(LocationOf(shape, site.Accuracy ?? DefaultAccuracy, read.Crs, plane, steps.ToImmutable()));
    }

    private static bool CrossesTooOften(List<Geometry> lines) =>
        new Shape(lines[0].Factory.BuildGeometry(lines)).Edges.CountCrossings(PositionLimit.CrossingsOfSite) >= PositionLimit.CrossingsOfSite;

    private WorkingPlane? PlaneFor(ReadSite read)
    {
        var ring = read.Parts[0].Rings[0];
        var (first, second) = (ring.First[0], ring.Second[0]);
        var (longitude, _) = read.Order == AxisOrder.EastFirst
            ? WorkingPlane.DegreesOf(read.Crs, first, second)
            : WorkingPlane.DegreesOf(read.Crs, second, first);
        if (Geo.Plane is not { } plane)
        {
            return new(CoordinateSystems.BeltAt(longitude));
        }

        return Math.Abs(longitude - plane.Crs.CentralMeridian!.Value) <= FarInDegrees ? plane : null;
    }

    private static Loaded<SiteLocation> OutsidePack(Site.Geometry site, ReadSite read) =>
        Loaded<SiteLocation>.Bad(Problem.Of(ProblemCode.OutsidePack, site.Place, $"{read.FirstPosition} ({read.Crs.Id})"));

    private static LocalText PlaneStep(Crs from, Crs plane) => from == plane
        ? new($"面积与距离在 {plane.Id} 平面内计算（平面值）", $"areas and distances are plane values of {plane.Id}")
        : new(
            $"由 {from.Id} 换算到 {plane.Id}（三度带高斯-克吕格投影，中央经线 {plane.CentralMeridian}°E）；面积与距离为该平面内的值",
            $"converted from {from.Id} to {plane.Id} (3-degree Gauss-Kruger, {plane.CentralMeridian}°E); areas and distances are plane values there");

    private SiteLocation LocationOf(Shape shape, Metres accuracy, Crs crs, WorkingPlane plane, ImmutableArray<LocalText> steps)
    {
        var siteAccuracy = (double)accuracy.Value;
        var comparison = new LayerComparison(siteAccuracy);
        var whole = RelationsOf(Footprint.Of(shape), comparison);
        var units = Geo.Units is { } layer ? new UnitComparison(shape, siteAccuracy, layer) : null;
        var (east, north) = shape.InnerPosition();
        var (longitude, latitude) = plane.ToDegrees(east, north);
        return new()
        {
            Area = Numbers.SquareMetres(shape.IsArea ? shape.Measure : 0),
            Accuracy = accuracy,
            Crs = crs.Id,
            Method = $"{plane.Crs.Id} {plane.Crs.Name}",
            Representative = (Math.Round((decimal)longitude, 8), Math.Round((decimal)latitude, 8)),
            Units = units is null ? [] : HitsOf(shape, units, comparison, whole),
            Slivers = units is null || !shape.IsArea ? [] : SliversOf(shape, units),
            Gaps = units is null ? [] : GapsOf(shape, units),
            Relations = whole,
            Layers = Uses,
            Steps = steps,
        };
    }

    private ImmutableArray<LayerRelation> RelationsOf(Footprint footprint, LayerComparison comparison)
    {
        var relations = ImmutableArray.CreateBuilder<LayerRelation>(RelationIds.Length);
        foreach (var id in RelationIds)
        {
            relations.Add(Geo.Layers.TryGetValue(id, out var layer) ? comparison.Relate(footprint, layer) : LayerRelation.Unanswered(id, Geo.NotRead[id]));
        }

        return relations.MoveToImmutable();
    }

    private ImmutableArray<UnitHit> HitsOf(Shape shape, UnitComparison units, LayerComparison comparison, ImmutableArray<LayerRelation> whole) =>
    [
        .. units.Contacts
            .Where(c => !c.IsTouching || units.HasDoubt)
            .Select(c => HitOf(c, shape, c.IsTouching ? 0 : c.Measure, c.HoldsSite ? whole : RelationsOf(units.PartIn(c), comparison)))
            .OrderByDescending(h => h.ShareOfSite)
            .ThenBy(h => h.Code, StringComparer.Ordinal),
    ];

    private static ImmutableArray<UnitHit> SliversOf(Shape shape, UnitComparison units) =>
        [.. units.Contacts.Where(c => c.IsTouching && c.Measure > Tolerance.Noise).Select(c => HitOf(c, shape, c.Measure, []))];

    private static UnitHit HitOf(UnitContact contact, Shape shape, double measure, ImmutableArray<LayerRelation> relations) => new()
    {
        Code = contact.Unit.Code,
        Name = contact.Unit.Name,
        Category = contact.Unit.Category,
        Certainty = contact.IsSure ? Truth.True : Truth.Unknown,
        Area = Numbers.SquareMetres(shape.IsArea ? measure : 0),
        ShareOfSite = Numbers.Ratio(measure, shape.Measure),
        ShareOfUnit = shape.IsArea ? Numbers.Ratio(measure, contact.Unit.Shape.Measure) : new(0),
        Relations = relations,
    };

    private static ImmutableArray<UnitGap> GapsOf(Shape shape, UnitComparison units) =>
    [
        .. units.Gaps().Select(g => new UnitGap(
            Numbers.SquareMetres(shape.IsArea ? g.Measure : 0), Numbers.Ratio(g.Measure, shape.Measure), g.Reason, g.OutsideCoverage)),
    ];
}
