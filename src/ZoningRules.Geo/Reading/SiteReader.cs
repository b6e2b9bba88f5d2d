using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Reading.Formats;
using ZoningRules.Problems;
using ZoningRules.Proposals;

namespace ZoningRules.Geo.Reading;

/// <summary>
/// Reads and checks a site geometry: text, coordinate reference system, plausibility of its positions, validity. Any input gives a site or problems.
/// </summary>
internal static class SiteReader
{
    private const int MostFaultsShown = 10;
    private const decimal GreatestAccuracy = 10_000;

    private static readonly FrozenSet<string> NoProperties = FrozenSet<string>.Empty;

    /// <summary>Reads a site.</summary>
    public static Loaded<ReadSite> Read(Site.Geometry site)
    {
        if (site.Accuracy is { Value: < 0 or > GreatestAccuracy } accuracy)
        {
            return Loaded<ReadSite>.Bad(
                Problem.Of(ProblemCode.OutOfRange, site.Place, "accuracy", accuracy.Value.ToString(CultureInfo.InvariantCulture) + " m", "0 m – 10000 m"));
        }

        try
        {
            var raw = ReadContent(site);
            if (raw.Parts.Count == 0)
            {
                throw GeometryTextException.Empty();
            }

            var problems = new List<Problem>();
            var crs = ChooseCrs(raw.Crs, site, problems);
            if (raw.Parts.Select(p => p.Kind).Distinct().Count() > 1)
            {
                problems.Add(Problem.Of(ProblemCode.MixedGeometry, site.Place));
            }

            var order = raw.Order ?? (crs is { IsGeographic: false } ? AxisOrder.NorthFirst : AxisOrder.EastFirst);
            if (crs is not null)
            {
                var positions = raw.Parts.SelectMany(p => p.Rings).SelectMany(r => r.First.Zip(r.Second));
                problems.AddRange(PositionCheck.Problems(crs, order, positions, site.Place));
            }

            problems.AddRange(
                from part in raw.Parts
                let fault = Validity.FaultOf(part, order)
                where fault is not null
                select Problem.Of(ProblemCode.InvalidGeometry, site.Place, fault.Value.Zh, fault.Value.En, fault.Value.Position));
            return problems.Count > 0 || crs is null
                ? Loaded<ReadSite>.Bad(problems.Take(MostFaultsShown))
                : Loaded<ReadSite>.Good(new(crs, order, raw.Parts[0].Kind, raw.Parts, Steps(raw, crs)));
        }
        catch (GeometryTextException error)
        {
            return Loaded<ReadSite>.Bad(Problem.Of(error.Code, site.Place, [.. error.Arguments]));
        }
    }

    private static ImmutableArray<LocalText> Steps(RawGeometry raw, Crs crs)
    {
        var steps = raw.Steps.ToBuilder();
        if (crs == CoordinateSystems.Wgs84)
        {
            steps.Add(new("WGS 84 坐标按 CGCS2000 坐标使用，二者在分米级一致", "WGS 84 positions taken as CGCS2000 positions; the two agree within decimetres"));
        }

        return steps.ToImmutable();
    }

    private static RawGeometry ReadContent(Site.Geometry site)
    {
        if (site.Content.Length > PositionLimit.CharactersOfSite)
        {
            throw GeometryTextException.Bad(
                $"文字长 {site.Content.Length} 字，超过上限 {PositionLimit.CharactersOfSite}",
                $"the text has {site.Content.Length} characters, more than {PositionLimit.CharactersOfSite}");
        }

        var limit = new PositionLimit(PositionLimit.OfSite);
        switch (site.Format)
        {
            case SiteFormat.GeoJson:
                return FromFeatures(GeoJsonReader.Read(Encoding.UTF8.GetBytes(site.Content), NoProperties, limit));
            case SiteFormat.Wkt:
                var (parts, crs, hasHeight) = WktReader.Read(site.Content, limit);
                return new() { Parts = parts, Crs = crs, Steps = HeightStep(hasHeight) };
            case SiteFormat.Point:
                return new() { Parts = [CoordinateText.ReadPoint(site.Content)], Crs = new StatedCrs.NotStated() };
            case SiteFormat.Coordinates:
                var (part, closed) = CoordinateText.ReadRings(site.Content, limit);
                return new() { Parts = [part], Crs = new StatedCrs.NotStated(), Steps = [.. closed.Select(CoordinateText.ClosedStep)] };
            case SiteFormat.File when site.Files.IsDefaultOrEmpty:
                throw GeometryTextException.Empty();
            case SiteFormat.File:
                return FromFeatures(FeatureFormats.Read(FeatureFile.Of(site.Files), new(NoProperties, site.Layer, limit)));
            default:
                throw new UnreachableException();
        }
    }

    private static RawGeometry FromFeatures(FeatureDocument document)
    {
        var steps = document.Steps.AddRange(HeightStep(document.HasHeight));
        if (document.Crs is StatedCrs.Fixed)
        {
            steps = steps.Add(new(
                "GeoJSON 没有 crs 成员：按 RFC 7946 为经纬度（WGS 84），除非申报另有说明",
                "GeoJSON without crs member: degrees (WGS 84) by RFC 7946 unless the proposal says otherwise"));
        }

        var without = document.Features.Count(f => f.Parts.Count == 0);
        if (without > 0 && without < document.Features.Count)
        {
            steps = steps.Add(new($"略去 {without} 个没有图形的要素", $"left out {without} features without geometry"));
        }

        return new() { Parts = [.. document.Features.SelectMany(f => f.Parts)], Crs = document.Crs, Order = document.Order, Steps = steps };
    }

    private static ImmutableArray<LocalText> HeightStep(bool hasHeight) =>
        hasHeight ? [new("略去高程，只用平面坐标", "dropped heights; only the two plane coordinates are used")] : [];

    // Null after adding a problem. Two geographic systems never conflict: their positions agree within decimetres.
    private static Crs? ChooseCrs(StatedCrs inGeometry, Site.Geometry site, List<Problem> problems)
    {
        var declared = Find(site.Crs, site, problems);
        switch (inGeometry)
        {
            case StatedCrs.Named(var name):
                var named = Find(name, site, problems);
                if (named is not null && declared is not null && named != declared && !(named.IsGeographic && declared.IsGeographic))
                {
                    problems.Add(Problem.Of(ProblemCode.CrsConflict, site.Place, named.Id, declared.Id));
                    return null;
                }

                return named is null || (site.Crs is not null && declared is null) ? null : declared ?? named;
            case StatedCrs.Fixed(var name) when site.Crs is null:
                return Find(name, site, problems);
            default:
                if (site.Crs is null)
                {
                    problems.Add(Problem.Of(ProblemCode.MissingCrs, site.Place, CoordinateSystems.Known));
                }

                return declared;
        }
    }

    private static Crs? Find(string? name, Site.Geometry site, List<Problem> problems)
    {
        if (name is null)
        {
            return null;
        }

        if (!CoordinateSystems.TryFind(name, out var crs))
        {
            problems.Add(Problem.Of(ProblemCode.UnknownCrs, site.Place, name.Length > 80 ? $"{name[..80]}…" : name, CoordinateSystems.Known));
        }

        return crs;
    }
}
