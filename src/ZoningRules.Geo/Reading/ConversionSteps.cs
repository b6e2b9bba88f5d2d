using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Problems;
using ZoningRules.Proposals;

namespace ZoningRules.Geo.Reading;

/// <summary>Says how positions come to CGCS2000, and how far that may put them from the true ones.</summary>
internal static class ConversionSteps
{
    // Parameters found from a few control points of a county; a survey office that knows better says so.
    private const decimal UnstatedShiftError = 5;
    private const double MetresPerDegree = 111_320;
    private const double SampleEvery = 500;
    private const int MostSamples = 256;

    /// <summary>The steps, and the bound of the error in metres.</summary>
    public static (ImmutableArray<LocalText> Steps, double Error) Of(ReadSite site) => site.Crs.Datum switch
    {
        Datum.Cgcs2000 => ([], 0),
        Datum.Wgs84 => (
            [new("WGS 84 坐标按 CGCS2000 坐标使用，二者在分米级一致", "WGS 84 positions taken as CGCS2000 positions; the two agree within decimetres")], 0),
        Datum.Gcj02 => OfWebMap(site, WebMapShift.GcjError),
        Datum.Bd09 => OfWebMap(site, WebMapShift.BdError),
        Datum.Xian1980 or Datum.Beijing1954 => OfShift(site.Crs, site.Reference.Shift!),
        _ => throw new UnreachableException(),
    };

    private static (ImmutableArray<LocalText> Steps, double Error) OfWebMap(ReadSite site, double formula)
    {
        // Up to a decimetre, so that what is shown is what is added.
        var bend = Math.Ceiling(Bend(site) * 10) / 10;
        var total = formula + bend;
        var (zh, en) = bend > 0
            ? (string.Create(CultureInfo.InvariantCulture, $"，边线经换算后弯曲至多 {bend} 米"), string.Create(CultureInfo.InvariantCulture, $", and straight edges bend by up to {bend} m"))
            : (string.Empty, string.Empty);
        return (
            [
                new(
                    string.Create(CultureInfo.InvariantCulture, $"由 {site.Crs.Id} 反算到 CGCS2000：没有官方定义，用通行公式，误差约 {formula} 米{zh}；共 {total} 米计入场址精度"),
                    string.Create(CultureInfo.InvariantCulture, $"taken back from {site.Crs.Id} to CGCS2000: no official definition, by the usual formulas, to about {formula} m{en}; {total} m in all added to the accuracy of the site")),
            ],
            total);
    }

    // How far the shifted chord of an edge leaves its straight line: it is not known in which of the two the edge was meant to be straight.
    private static double Bend(ReadSite site)
    {
        var most = 0d;
        foreach (var ring in site.Parts.Where(p => p.Kind != PartKind.Point).SelectMany(p => p.Rings))
        {
            var (longitudes, latitudes) = site.Order == AxisOrder.EastFirst ? (ring.First, ring.Second) : (ring.Second, ring.First);
            for (var i = 1; i < ring.Count; i++)
            {
                most = Math.Max(most, Bend(site.Reference, (longitudes[i - 1], latitudes[i - 1]), (longitudes[i], latitudes[i])));
            }
        }

        return most;
    }

    private static double Bend(Georeference reference, (double Longitude, double Latitude) from, (double Longitude, double Latitude) to)
    {
        var cosine = Math.Cos(double.DegreesToRadians(from.Latitude));
        var length = Length(to.Longitude - from.Longitude, to.Latitude - from.Latitude);
        var samples = (int)Math.Clamp(Math.Ceiling(length / SampleEvery), 2, MostSamples);
        var start = reference.DegreesOf(from.Longitude, from.Latitude);
        var end = reference.DegreesOf(to.Longitude, to.Latitude);
        var most = 0d;
        for (var i = 1; i < samples; i++)
        {
            var share = (double)i / samples;
            var (longitude, latitude) = reference.DegreesOf(Between(from.Longitude, to.Longitude, share), Between(from.Latitude, to.Latitude, share));
            most = Math.Max(
                most, Length(longitude - Between(start.Longitude, end.Longitude, share), latitude - Between(start.Latitude, end.Latitude, share)));
        }

        return most;

        double Length(double east, double north) => MetresPerDegree * Math.Sqrt((east * east * cosine * cosine) + (north * north));
    }

    private static double Between(double from, double to, double share) => from + ((to - from) * share);

    private static (ImmutableArray<LocalText> Steps, double Error) OfShift(Crs crs, DatumShift shift)
    {
        var parameters = string.Create(CultureInfo.InvariantCulture, $"dx={shift.TranslationX} m, dy={shift.TranslationY} m, dz={shift.TranslationZ} m");
        var (zh, en) = ("三参数", "three parameters");
        if (shift.Convention is { } convention)
        {
            var rotation = convention switch
            {
                RotationConvention.PositionVector => "position-vector, EPSG 9606",
                RotationConvention.CoordinateFrame => "coordinate-frame, EPSG 9607",
                _ => throw new UnreachableException(),
            };
            parameters += string.Create(
                CultureInfo.InvariantCulture, $", rx={shift.RotationX}\", ry={shift.RotationY}\", rz={shift.RotationZ}\", scale={shift.ScalePpm} ppm, {rotation}");
            (zh, en) = ("七参数", "seven parameters");
        }

        var error = shift.Accuracy?.Value ?? UnstatedShiftError;
        var (knownZh, knownEn) = shift.Accuracy is null ? ("未说明精度，按", "of unstated accuracy, taken as ") : ("精度", "exact to ");
        return (
            [
                new(
                    string.Create(CultureInfo.InvariantCulture, $"由 {crs.Id}（{crs.Name}）按申报的{zh}换算到 CGCS2000：{parameters}；{knownZh} {error} 米，计入场址精度"),
                    string.Create(CultureInfo.InvariantCulture, $"taken from {crs.Id} ({crs.Name}) to CGCS2000 with the {en} of the proposal: {parameters}; {knownEn}{error} m, added to the accuracy of the site")),
            ],
            (double)error);
    }
}
