using System.Collections.Concurrent;
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

    /// <summary>The layers as they were loaded, ordered by id. Their areas are computed anew each time.</summary>
    public ImmutableArray<LayerSummary> Summaries() => Geo.Summaries();

    /// <summary>The layers read, for maps and searches over all places.</summary>
    internal GeoLayers Geo { get; }

    // The ids of all layers but those of control units, in order.
    private ImmutableArray<string> RelationIds { get; }

    private ImmutableArray<LayerUse> Uses { get; }

    // The same for every site in one system; there are few.
    private ConcurrentDictionary<string, LocalText> PlaneSteps { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads the layers of a pack. A layer that cannot be read fails alone; see <see cref="Problems"/>.</summary>
    /// <exception cref="ArgumentException">Two layers have the same id.</exception>
    public static SiteLocator Load(IEnumerable<LayerDefinition> layers)
    {
        ImmutableArray<LayerDefinition> all = [.. layers];
        return new(
            GeoLayers.Load(all),
            [.. all.Where(l => l.IsPlace).Select(l => l.Id).Order(StringComparer.Ordinal)]);
    }

    /// <inheritdoc/>
    public Loaded<SiteLocation> Locate(Site.Geometry site)
    {
        var drawn = Draw(site);
        return drawn.Succeeded ? Locate(drawn.Value, SiteVariation.None) : Loaded<SiteLocation>.Bad(drawn.Problems);
    }

    /// <inheritdoc/>
    public Loaded<SiteLocation> Locate(Site.Geometry site, DistanceReach reach)
    {
        ArgumentNullException.ThrowIfNull(reach);
        var drawn = Draw(site);
        return drawn.Succeeded ? Locate(drawn.Value, SiteVariation.None, reach) : Loaded<SiteLocation>.Bad(drawn.Problems);
    }

    /// <inheritdoc/>
    public Loaded<ISiteProbe> Probe(Site.Geometry site)
    {
        var drawn = Draw(site);
        return drawn.Succeeded ? Loaded<ISiteProbe>.Good(new SiteProbe(this, Geo, drawn.Value)) : Loaded<ISiteProbe>.Bad(drawn.Problems);
    }

    /// <summary>Where a site that was drawn into the plane lies in a variation.</summary>
    internal Loaded<SiteLocation> Locate(DrawnSite drawn, SiteVariation variation) => Locate(drawn, variation, DistanceReach.Unbounded);

    private Loaded<SiteLocation> Locate(DrawnSite drawn, SiteVariation variation, DistanceReach reach)
    {
        try
        {
            return Loaded<SiteLocation>.Good(
                LocationOf(drawn.Moved(variation.Shift), new(variation.Accuracy ?? drawn.Accuracy, variation.LayerAccuracies), reach));
        }
        catch (TopologyException)
        {
            return Loaded<SiteLocation>.Bad(TooIntricate(drawn.Place));
        }
    }

    // Every strategy of the robust overlay failed. Better no location than a part of one.
    private static Problem TooIntricate(SourcePlace place) =>
        Problem.Of(ProblemCode.BadGeometry, place, "边界过于复杂，无法与图层叠加", "its boundary is too intricate to be laid over the layers");

    /// <summary>Draws a site into the working plane, or says everything that is wrong with it.</summary>
    internal Loaded<DrawnSite> Draw(Site.Geometry site)
    {
        ArgumentNullException.ThrowIfNull(site);
        var read = SiteReader.Read(site);
        if (!read.Succeeded)
        {
            return Loaded<DrawnSite>.Bad(read.Problems);
        }

        try
        {
            return Draw(site, read.Value);
        }
        catch (TopologyException)
        {
            return Loaded<DrawnSite>.Bad(TooIntricate(site.Place));
        }
    }

    private Loaded<DrawnSite> Draw(Site.Geometry site, ReadSite read)
    {
        var plane = PlaneFor(read);
        if (plane is null)
        {
            return OutsidePack(site, read);
        }

        var drawn = SiteDrawing.Of(read, (east, north) => plane.From(read.Reference, east, north), site);
        if (!drawn.Succeeded)
        {
            return Loaded<DrawnSite>.Bad(drawn.Problems);
        }

        var drawing = drawn.Value;
        if (Geo.Coverages.Count > 0 && !Geo.Coverages.Any(c => c.IsWithin(drawing.Shape, FarFromPack)))
        {
            return OutsidePack(site, read);
        }

        var accuracy = new Metres((site.Accuracy ?? DefaultAccuracy).Value + Numbers.Rounded(read.ConversionError));
        var steps = read.Steps.ToBuilder();
        steps.AddRange(drawing.Steps);
        if (site.Accuracy is null)
        {
            steps.Add(new("未说明场址精度，按 1 米计", "the accuracy of the site is not stated; 1 m is assumed"));
        }

        steps.Add(PlaneSteps.GetOrAdd($"{read.Crs.Id} {plane.Crs.Id}", static (_, way) => PlaneStep(way.From, way.To), (From: read.Crs, To: plane.Crs)));
        var compared = new SuppliedPlace(Geo, plane).Compare(read, site, drawing.Shape, (double)accuracy.Value, steps);
        return compared.Succeeded
            ? Loaded<DrawnSite>.Good(new(drawing.Shape, accuracy, read.Crs, plane, steps.ToImmutable(), site.Place)
            {
                Other = drawing.Other,
                Repair = drawing.Repair,
                Length = drawing.Length is { } length ? Numbers.Metres(length) : null,
                Doubt = compared.Value.Doubt,
            })
            : Loaded<DrawnSite>.Bad(compared.Problems);
    }

    private WorkingPlane? PlaneFor(ReadSite read)
    {
        var (east, north) = read.FirstPlace;
        var (longitude, _) = read.Reference.DegreesOf(east, north);
        if (Geo.Plane is not { } plane)
        {
            return new(CoordinateSystems.BeltAt(longitude));
        }

        return Math.Abs(longitude - plane.Crs.CentralMeridian!.Value) <= FarInDegrees ? plane : null;
    }

    // A mistake in the coordinates is likelier than another city: whatever reading would lie in the pack is named.
    private Loaded<DrawnSite> OutsidePack(Site.Geometry site, ReadSite read)
    {
        var (zh, en) = (string.Empty, string.Empty);
        if (Geo.Plane is { } plane && new PlaceComparison(read, site, plane).NearCoverage(Geo.Coverages, FarFromPack) is { IsEmpty: false } readings)
        {
            zh = $"；按 {string.Join(" 或 ", readings.Select(r => r.Name.Zh))} 读则在其内";
            en = $"; read as {string.Join(" or ", readings.Select(r => r.Name.En))} it lies in it";
        }

        return Loaded<DrawnSite>.Bad(Problem.Of(ProblemCode.OutsidePack, site.Place, $"{read.FirstPosition} ({read.Crs.Id})", zh, en));
    }

    private static LocalText PlaneStep(Crs from, Crs plane) => from == plane
        ? new($"面积与距离在 {plane.Id} 平面内计算（平面值）", $"areas and distances are plane values of {plane.Id}")
        : new(
            $"由 {from.Id} 换算到 {plane.Id}（三度带高斯-克吕格投影，中央经线 {plane.CentralMeridian}°E）；面积与距离为该平面内的值",
            $"converted from {from.Id} to {plane.Id} (3-degree Gauss-Kruger, {plane.CentralMeridian}°E); areas and distances are plane values there");

    /// <summary>Where a site that was drawn into the plane lies.</summary>
    /// <exception cref="TopologyException">Every strategy of the robust overlay failed.</exception>
    internal SiteLocation LocationOf(DrawnSite drawn) =>
        LocationOf(drawn, new(drawn.Accuracy, SiteVariation.None.LayerAccuracies), DistanceReach.Unbounded);

    private SiteLocation LocationOf(DrawnSite drawn, Accuracies accuracies, DistanceReach reach)
    {
        var shape = drawn.Shape;
        var comparison = new LayerComparison(accuracies, reach);
        var whole = RelationsOf(Footprint.Of(shape), comparison);
        var units = Geo.Units is { } layer ? new UnitComparison(shape, accuracies, layer) : null;
        var (east, north) = shape.InnerPosition();
        var (longitude, latitude) = drawn.Plane.ToDegrees(east, north);
        return new()
        {
            Area = Numbers.SquareMetres(shape.IsArea ? shape.Measure : 0),
            Accuracy = accuracies.Site,
            Crs = drawn.Crs.Id,
            Method = drawn.Plane.Name,
            Representative = (Math.Round((decimal)longitude, 8), Math.Round((decimal)latitude, 8)),
            Units = units is null ? [] : HitsOf(shape, units, comparison, whole),
            Slivers = units is null || !shape.IsArea ? [] : SliversOf(shape, units),
            Gaps = units is null ? [] : GapsOf(shape, units),
            Relations = whole,
            Layers = Uses,
            Steps = drawn.Steps,
            Length = drawn.Length,
            CoordinateDoubt = drawn.Doubt,
            Repair = drawn.Repair,
            OtherReading = drawn.Other is { } other ? LocationOf(drawn with { Shape = other, Other = null, Steps = [] }, accuracies, reach) : null,
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
        Length = shape.Dimension == Dimension.Curve ? Numbers.Metres(measure) : null,
        ShareOfSite = Numbers.Ratio(measure, shape.Measure),
        ShareOfUnit = shape.IsArea ? Numbers.Ratio(measure, contact.Unit.Measure) : new(0),
        Relations = relations,
    };

    private static ImmutableArray<UnitGap> GapsOf(Shape shape, UnitComparison units) =>
    [
        .. units.Gaps().Select(g => new UnitGap(
            Numbers.SquareMetres(shape.IsArea ? g.Measure : 0), Numbers.Ratio(g.Measure, shape.Measure), g.Reason, g.OutsideCoverage)),
    ];
}
