using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Reading.Formats;
using ZoningRules.Geo.Reading.Positions;
using ZoningRules.Problems;
using ZoningRules.Proposals;

namespace ZoningRules.Geo.Reading;

/// <summary>
/// Reads and checks a site geometry: text, coordinate reference system, plausibility of its positions, validity. Any input gives a site or problems.
/// </summary>
internal static class SiteReader
{
    /// <summary>The greatest accuracy in metres that a site may state; included.</summary>
    public const decimal GreatestAccuracy = 10_000;

    private const int MostFaultsShown = 10;

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
            var kind = raw.Parts[0].Kind;
            if (raw.Parts.Any(p => p.Kind != kind))
            {
                problems.Add(Problem.Of(ProblemCode.MixedGeometry, site.Place));
            }

            if (site.Width is not null && kind != PartKind.Line)
            {
                problems.Add(Problem.Of(ProblemCode.WidthWithoutLine, site.Place));
            }

            var order = site.Axes is { } axes ? axes == SiteAxes.EastNorth ? AxisOrder.EastFirst : AxisOrder.NorthFirst
                : raw.Order ?? (crs is { IsGeographic: false } ? AxisOrder.NorthFirst : AxisOrder.EastFirst);
            if (crs is not null)
            {
                CheckShift(crs, site, problems);
                var positions = raw.Parts.SelectMany(p => p.Rings).SelectMany(r => r.First.Zip(r.Second));
                problems.AddRange(PositionCheck.Problems(crs, order, positions, site.Place));
            }

            var (parts, faults) = Checked(raw.Parts, order, site, problems);
            if (problems.Count > 0 || crs is null)
            {
                return Loaded<ReadSite>.Bad(problems.Take(MostFaultsShown));
            }

            var read = new ReadSite(new(crs, site.DatumShift), order, kind, parts, raw.Steps) { Faults = faults };
            var (steps, error) = ConversionSteps.Of(read);
            return Loaded<ReadSite>.Good(read with { Steps = [.. raw.Steps, .. NameStep(raw.Crs, crs), .. AxesStep(site.Axes), .. steps], ConversionError = error });
        }
        catch (GeometryTextException error)
        {
            return Loaded<ReadSite>.Bad(Problem.Of(error.Code, site.Place, [.. error.Arguments]));
        }
    }

    // What is wrong with parts is a problem, or a fault to be repaired where the proposal asks for it.
    private static (IReadOnlyList<RawPart> Parts, ImmutableArray<LocalText> Faults) Checked(
        IReadOnlyList<RawPart> parts, AxisOrder order, Site.Geometry site, List<Problem> problems)
    {
        List<RawPart> whole = [];
        var faults = ImmutableArray.CreateBuilder<LocalText>();
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            if (Validity.FaultOf(part, order) is { } fault)
            {
                var closed = Closed(part);
                if (site.Repair == SiteRepair.Refuse || part.Kind != PartKind.Area || PartGeometry.FaultOf(closed) is not null)
                {
                    problems.Add(Problem.Of(ProblemCode.InvalidGeometry, site.Place, fault.Zh, fault.En, fault.Position));
                }
                else
                {
                    faults.Add(new(
                        string.Create(CultureInfo.InvariantCulture, $"第 {i + 1} 部分{fault.Zh}，位于 {fault.Position}"),
                        string.Create(CultureInfo.InvariantCulture, $"part {i + 1}: {fault.En} at {fault.Position}")));
                    part = closed;
                }
            }

            whole.Add(part);
        }

        return (whole, faults.ToImmutable());
    }

    private static RawPart Closed(RawPart part) => part with
    {
        Rings = [.. part.Rings.Select(r => r.Count == 0 || (r.First[0] == r.First[^1] && r.Second[0] == r.Second[^1])
            ? r
            : new RawRing([.. r.First, r.First[0]], [.. r.Second, r.Second[0]]))],
    };

    private static void CheckShift(Crs crs, Site.Geometry site, List<Problem> problems)
    {
        if (crs.NeedsDatumShift && site.DatumShift is null)
        {
            problems.Add(Problem.Of(ProblemCode.DatumShiftMissing, site.Place, crs.Id, crs.Name));
        }
        else if (!crs.NeedsDatumShift && site.DatumShift is not null)
        {
            problems.Add(Problem.Of(ProblemCode.DatumShiftNotUsed, site.Place, crs.Id));
        }
    }

    private static ImmutableArray<LocalText> AxesStep(SiteAxes? axes) => axes switch
    {
        null => [],
        SiteAxes.EastNorth => [new("按申报，每个点先写东（经度）后写北（纬度）", "as the proposal says, positions were read with east (longitude) first, then north (latitude)")],
        SiteAxes.NorthEast => [new("按申报，每个点先写北（纬度）后写东（经度）", "as the proposal says, positions were read with north (latitude) first, then east (longitude)")],
        _ => throw new UnreachableException(),
    };

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
            case SiteFormat.Point when PlainPoint.Read(site.Content) is { } position:
                return new() { Parts = [new(PartKind.Point, [position])], Crs = new StatedCrs.NotStated() };
            case SiteFormat.Point:
                return FromPositions(PastedText.ReadPoint(site.Content));
            case SiteFormat.Coordinates:
                return FromPositions(PastedText.ReadBoundary(site.Content, limit));
            case SiteFormat.File when site.Files.IsDefaultOrEmpty:
                throw GeometryTextException.Empty();
            case SiteFormat.File:
                return FromFeatures(FeatureFormats.Read(FeatureFile.Of(site.Files), new(NoProperties, site.Layer, limit)));
            default:
                throw new UnreachableException();
        }
    }

    private static RawGeometry FromPositions(PositionList list) => new()
    {
        Parts = [.. list.Parcels.SelectMany(p => p.Parts)],
        Crs = new StatedCrs.NotStated(),
        Order = list.Order,
        Steps = list.Steps.AddRange(HeightStep(list.HasHeight)),
    };

    private static RawGeometry FromFeatures(FeatureDocument document)
    {
        var steps = document.Steps.AddRange(HeightStep(document.HasHeight));
        var without = document.Features.Count(f => f.Parts.Count == 0);
        if (without > 0 && without < document.Features.Count)
        {
            steps = steps.Add(new($"略去 {without} 个没有图形的要素", $"left out {without} features without geometry"));
        }

        return new() { Parts = [.. document.Features.SelectMany(f => f.Parts)], Crs = document.Crs, Order = document.Order, Steps = steps };
    }

    private static ImmutableArray<LocalText> HeightStep(bool hasHeight) =>
        hasHeight ? [new("略去高程，只用平面坐标", "dropped heights; only the two plane coordinates are used")] : [];

    // GIS files have no name for the positions of web maps and call them WGS 84.
    private static bool IsUnderAnotherName(Crs named, Crs declared) => declared.IsShifted && named.AgreesWith(CoordinateSystems.Wgs84);

    private static ImmutableArray<LocalText> NameStep(StatedCrs inGeometry, Crs crs) =>
        inGeometry is StatedCrs.Named(var name) && crs.IsShifted && CoordinateSystems.TryFind(name, out var named) && named != crs
            ? [new($"图形自称 {named.Id}，按申报作为 {crs.Id} 使用", $"the geometry says {named.Id}; it was used as {crs.Id}, as the proposal says")]
            : [];

    // Null after adding a problem. Two names under which a position means the same never conflict.
    private static Crs? ChooseCrs(StatedCrs inGeometry, Site.Geometry site, List<Problem> problems)
    {
        var declared = Find(site.Crs, site, problems);
        switch (inGeometry)
        {
            case StatedCrs.Named(var name):
                var named = Find(name, site, problems);
                if (named is not null && declared is not null && !named.AgreesWith(declared) && !IsUnderAnotherName(named, declared))
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
