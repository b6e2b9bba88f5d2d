using System.Collections.Immutable;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Layers;
using ZoningRules.Geo.Reading;
using ZoningRules.Geo.Shapes;
using ZoningRules.Locations;
using ZoningRules.Problems;
using ZoningRules.Proposals;

namespace ZoningRules.Geo.Locating;

/// <summary>The parcel and the town that a proposal supplies beside its site, found and compared with it.</summary>
internal sealed class SuppliedPlace(GeoLayers layers, WorkingPlane plane)
{
    // A parcel is surveyed as a site is.
    private const decimal DefaultAccuracy = 1;

    /// <summary>The doubt about the coordinates, if there is one; problems when the parcel cannot be read.</summary>
    /// <param name="read">The site as read.</param>
    /// <param name="site">The site as proposed.</param>
    /// <param name="shape">The site as drawn.</param>
    /// <param name="accuracy">Its accuracy in metres.</param>
    /// <param name="steps">Takes what was done and found.</param>
    public Loaded<ComparedPlace> Compare(ReadSite read, Site.Geometry site, Shape shape, double accuracy, ImmutableArray<LocalText>.Builder steps)
    {
        var comparison = new PlaceComparison(read, site, plane);
        CoordinateDoubt? doubt = null;
        if (site.Parcel is { } parcel)
        {
            var outline = OutlineOf(parcel, steps);
            if (!outline.Succeeded)
            {
                return Loaded<ComparedPlace>.Bad(outline.Problems);
            }

            doubt = comparison.WithParcel(shape, outline.Value.Shape, accuracy + outline.Value.Accuracy, steps);
        }

        var byTown = site.InTown is { } town ? WithTown(comparison, town, shape, accuracy, steps) : null;
        return Loaded<ComparedPlace>.Good(new(doubt ?? byTown ?? comparison.WithCoverage(shape, layers.Coverages, accuracy, steps)));
    }

    private CoordinateDoubt? WithTown(
        PlaceComparison comparison, Site.Town town, Shape shape, double accuracy, ImmutableArray<LocalText>.Builder steps)
    {
        if (layers.Layers.Values.FirstOrDefault(l => l.Shape == LayerShape.Towns) is not { } outlines)
        {
            return null;
        }

        if (outlines.Features.FirstOrDefault(f => f.Name == town.Name) is { } named)
        {
            return comparison.WithTown(shape, named, outlines, accuracy, steps);
        }

        steps.Add(new($"乡镇图层中没有 {town.Name}，未与之核对", $"the layer of towns has no {town.Name}; the site was not compared with it"));
        return null;
    }

    private Loaded<ParcelOutline> OutlineOf(Site.Geometry parcel, ImmutableArray<LocalText>.Builder steps)
    {
        var read = SiteReader.Read(parcel);
        if (!read.Succeeded)
        {
            return Loaded<ParcelOutline>.Bad(read.Problems);
        }

        if (read.Value.Kind != PartKind.Area)
        {
            return Loaded<ParcelOutline>.Bad(Problem.Of(ProblemCode.ParcelNotArea, parcel.Place));
        }

        var drawing = SiteDrawing.Of(read.Value, (east, north) => plane.From(read.Value.Reference, east, north), parcel);
        if (!drawing.Succeeded)
        {
            return Loaded<ParcelOutline>.Bad(drawing.Problems);
        }

        steps.AddRange(read.Value.Steps.Concat(drawing.Value.Steps).Select(s => new LocalText($"宗地：{s.Zh}", $"parcel: {s.En}")));
        return Loaded<ParcelOutline>.Good(new(drawing.Value.Shape, (double)(parcel.Accuracy?.Value ?? DefaultAccuracy) + read.Value.ConversionError));
    }
}

/// <summary>What came of comparing a site with the place that its proposal states.</summary>
/// <param name="Doubt">Why the coordinates may be in another system than stated; null when nothing speaks for it.</param>
internal sealed record ComparedPlace(CoordinateDoubt? Doubt);

/// <summary>The outline of a parcel in the working plane.</summary>
/// <param name="Shape">The outline.</param>
/// <param name="Accuracy">Its accuracy in metres.</param>
internal sealed record ParcelOutline(Shape Shape, double Accuracy);
