using System.Collections.Immutable;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Layers;
using ZoningRules.Geo.Reading;
using ZoningRules.Geo.Shapes;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;

namespace ZoningRules.Geo.Locating;

/// <summary>
/// Compares where a site lies with where its proposal says that it does, and looks for readings of the same numbers that fit better. Changes no position.
/// </summary>
/// <param name="read">The site as read.</param>
/// <param name="site">The site as proposed.</param>
/// <param name="plane">The working plane.</param>
internal sealed class PlaceComparison(ReadSite read, Site.Geometry site, WorkingPlane plane)
{
    // Of a site that fits, all but what drawing it costs lies inside.
    private const double Fits = 0.99;

    // A site may reach over the border of its town; it does not lie mostly outside, and hardly at all beyond its own parcel.
    private const double LeastInTown = 0.5;
    private const double LeastOnParcel = 0.9;
    private const double FarInDegrees = 8;

    /// <summary>The readings under which the whole site lies within a distance of any of some coverages.</summary>
    public ImmutableArray<CoordinateReading> NearCoverage(IReadOnlyList<Coverage> coverages, double distance) =>
        [.. Readings().Where(r => coverages.Any(c => c.IsWithin(r.Shape, distance))).Select(r => r.Reading)];

    /// <summary>Compares with a town.</summary>
    /// <param name="shape">The site as its coordinates are stated.</param>
    /// <param name="town">The town's outline.</param>
    /// <param name="layer">The layer that it is from.</param>
    /// <param name="accuracy">The accuracy of the site in metres.</param>
    /// <param name="steps">Takes what the comparison found.</param>
    public CoordinateDoubt? WithTown(Shape shape, LayerFeature town, FeatureLayer layer, double accuracy, ImmutableArray<LocalText>.Builder steps)
    {
        var (zh, en) = layer.Facts.Illustrative ? ("示意界线，", "illustrative outline, ") : (string.Empty, string.Empty);
        var reference = new LocalText(
            $"所报乡镇 {town.Name}（{zh}精度 {Figures.Of(layer.Facts.Accuracy)}）",
            $"the town stated, {town.Name} ({en}accurate to {Figures.Of(layer.Facts.Accuracy)})");
        return With(shape, town.Shape, reference, LeastInTown, accuracy + (double)layer.Facts.Accuracy.Value, steps);
    }

    /// <summary>Compares with the parcel.</summary>
    /// <param name="shape">The site as its coordinates are stated.</param>
    /// <param name="parcel">The parcel.</param>
    /// <param name="accuracy">The accuracies of site and parcel together, in metres.</param>
    /// <param name="steps">Takes what the comparison found.</param>
    public CoordinateDoubt? WithParcel(Shape shape, Shape parcel, double accuracy, ImmutableArray<LocalText>.Builder steps) =>
        With(shape, parcel, new("所报宗地", "the parcel stated"), LeastOnParcel, accuracy, steps);

    /// <summary>A site a little outside everything that the pack covers, which another reading puts inside: without it the site would be of no city.</summary>
    public CoordinateDoubt? WithCoverage(Shape shape, IReadOnlyList<Coverage> coverages, double accuracy, ImmutableArray<LocalText>.Builder steps)
    {
        if (coverages.Count == 0 || coverages.Any(c => c.IsWithin(shape, accuracy)) || NearCoverage(coverages, 0) is not { IsEmpty: false } fitting)
        {
            return null;
        }

        var reference = new LocalText("本规则包的地域", "the area of this rule pack");
        var text = Better(reference, new(0), fitting, new("在其内", "it does"));
        steps.Add(text);
        return new() { Text = text, Reference = reference, ShareAsStated = new(0), Fitting = fitting };
    }

    private CoordinateDoubt? With(
        Shape shape, Shape outline, LocalText reference, double least, double doubt, ImmutableArray<LocalText>.Builder steps)
    {
        var asStated = ShareIn(shape, outline, doubt);
        var share = Numbers.Ratio(asStated, 1);
        if (asStated >= least)
        {
            steps.Add(new($"与{reference.Zh}核对：场址的 {Figures.Of(share)} 在其内", $"compared with {reference.En}: {Figures.Of(share)} of the site lies in it"));
            return null;
        }

        ImmutableArray<CoordinateReading> fitting = [.. Readings().Where(r => ShareIn(r.Shape, outline, doubt) >= Fits).Select(r => r.Reading)];
        if (fitting.IsEmpty && asStated > 0)
        {
            steps.Add(new(
                $"与{reference.Zh}核对：场址只有 {Figures.Of(share)} 在其内；换用其他常见坐标系也不更吻合",
                $"compared with {reference.En}: only {Figures.Of(share)} of the site lies in it; no other usual coordinate system fits better"));
            return null;
        }

        var text = fitting.IsEmpty
            ? new LocalText(
                $"场址按申报的坐标系 {read.Crs.Id} 不在{reference.Zh}内，换用其他常见坐标系也不吻合，请核对坐标、坐标系与所报位置",
                $"As stated, in {read.Crs.Id}, the site does not lie in {reference.En}, nor does it in any other usual coordinate system; check the coordinates, their system and the place stated")
            : Better(reference, share, fitting, new("全部在其内", "all of it does"));
        steps.Add(text);
        return new() { Text = text, Reference = reference, ShareAsStated = share, Fitting = fitting };
    }

    private LocalText Better(LocalText reference, Ratio share, ImmutableArray<CoordinateReading> fitting, LocalText how)
    {
        var (zh, en) = (string.Join(" 或 ", fitting.Select(f => f.Name.Zh)), string.Join(" or ", fitting.Select(f => f.Name.En)));
        return new(
            $"场址按申报的坐标系 {read.Crs.Id} 只有 {Figures.Of(share)} 在{reference.Zh}内；按 {zh} 换算后更吻合：{how.Zh}，请核对坐标系",
            $"As stated, in {read.Crs.Id}, only {Figures.Of(share)} of the site lies in {reference.En}; read as {en} it fits better: {how.En}; check the coordinate system");
    }

    // The share of a shape within a distance of an outline. Most sites are decided without laying anything over anything.
    private static double ShareIn(Shape shape, Shape outline, double doubt)
    {
        var gap = shape.GapTo(outline, doubt + Tolerance.Length);
        if (!gap.Found)
        {
            return 0;
        }

        if (gap.Length + shape.Diagonal <= doubt)
        {
            return 1;
        }

        return Overlays.Near(outline.Geometry, shape.Envelope, Witness.Margin(doubt)) is { } near
            ? Overlays.Measure(Overlays.Common(shape.Geometry, Overlays.Grown(near, doubt))) / shape.Measure
            : 0;
    }

    // The site under each other reading; those that put it nowhere near the plane are no readings.
    private IEnumerable<(CoordinateReading Reading, Shape Shape)> Readings()
    {
        List<(double East, double North)> positions = [.. read.Positions];
        foreach (var other in OtherReading.Of(read.Reference, positions))
        {
            var (longitude, latitude) = other.DegreesOf(positions[0].East, positions[0].North);
            if (!(Math.Abs(longitude - plane.Crs.CentralMeridian!.Value) <= FarInDegrees) || !(latitude is > 0 and < 60))
            {
                continue;
            }

            var drawing = SiteDrawing.Of(read, (east, north) => InPlane(other.DegreesOf(east, north)), site);
            if (drawing.Succeeded)
            {
                yield return (other.Reading, drawing.Value.Shape);
            }
        }
    }

    private (double East, double North) InPlane((double Longitude, double Latitude) degrees) => plane.FromDegrees(degrees.Longitude, degrees.Latitude);
}
