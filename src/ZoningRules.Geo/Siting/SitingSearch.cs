using System.Collections.Concurrent;
using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using ZoningRules.Assessing;
using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Layers;
using ZoningRules.Geo.Locating;
using ZoningRules.Geo.Mapping;
using ZoningRules.Geo.Shapes;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.Reports;
using ZoningRules.Verdicts;

namespace ZoningRules.Geo.Siting;

/// <summary>
/// Answers where a project could go. The lines at which an answer can change are drawn exactly, the area is cut along them, and the project is assessed as a point once
/// in every face by the same locator and engine that check a proposal. Immutable and thread-safe.
/// </summary>
public sealed class SitingSearch
{
    private static readonly Metres DefaultAccuracy = new(1);

    private SitingSearch(SiteLocator locator, Assessor assessor, WorkingPlane plane)
    {
        Locator = locator;
        Assessor = assessor;
        Plane = plane;
    }

    /// <summary>The layers.</summary>
    internal SiteLocator Locator { get; }

    /// <summary>The rules.</summary>
    internal Assessor Assessor { get; }

    /// <summary>The plane of all geometries.</summary>
    internal WorkingPlane Plane { get; }

    private GeoLayers Geo => Locator.Geo;

    /// <summary>Prepares searches with layers and rules; or says that no layer of control units could be read.</summary>
    public static Loaded<SitingSearch> Over(SiteLocator locator, Assessor assessor)
    {
        ArgumentNullException.ThrowIfNull(locator);
        ArgumentNullException.ThrowIfNull(assessor);
        return locator.Geo is { Units: not null, Plane: { } plane }
            ? Loaded<SitingSearch>.Good(new(locator, assessor, plane))
            : Loaded<SitingSearch>.Bad([Problem.Of(ProblemCode.NoUnitsToSearch, new(assessor.Pack.Folder)), .. locator.Problems]);
    }

    /// <summary>Searches.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="progress">Told how far it has come; may be null.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The zones, or everything wrong with the proposal or the area.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public Loaded<SitingMap> Run(SitingRequest request, IProgress<SitingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var asked = WithoutPlace(request);
        var facts = DeclaredFacts.Bind(Assessor.Pack.Vocabulary, asked);
        var area = AreaOf(request);
        var own = OwnOf(request);
        if (!facts.Succeeded || !area.Succeeded || own is { Succeeded: false })
        {
            return Loaded<SitingMap>.Bad([.. facts.Problems, .. area.Problems, .. own?.Problems ?? []]);
        }

        progress?.Report(new(SitingStage.Lines, 0, 0));
        var context = request.Context;
        var (thresholds, unmappable) = PlaceThresholds.Of(Assessor.Pack, OpenNorms(facts.Value, context), facts.Value, context.GoverningDate);
        if (!unmappable.IsEmpty)
        {
            return Loaded<SitingMap>.Bad(unmappable);
        }

        var accuracy = AccuracyOf(request.Proposal);
        var lines = CriticalLines.Of(Geo, (double)accuracy.Value, thresholds, cancellation);
        progress?.Report(new(SitingStage.Faces, 0, 0));
        var arrangement = Arrangement.Of(area.Value.Geometry, lines, cancellation);
        Verify(arrangement, area.Value.Geometry);
        var keys = Assess(arrangement, facts.Value, context, accuracy, thresholds, progress, cancellation);
        progress?.Report(new(SitingStage.Joining, arrangement.Faces.Count, arrangement.Faces.Count));
        var zones = ZonesOf(arrangement, keys, cancellation);
        return Loaded<SitingMap>.Good(
            new(
                this,
                request,
                asked,
                new(area.Value.Geometry),
                [.. thresholds.All.Select(t => t.Layer)],
                zones,
                AssumptionsOf(request, asked, accuracy),
                own?.Value,
                NoticesOf(own?.Value, area.Value.Notices)));
    }

    /// <summary>The project as a point at a position of the plane.</summary>
    internal Assessment AssessAt(DeclaredFacts facts, AssessmentContext context, Metres accuracy, double east, double north) =>
        Assessor.AssessFacts(facts, LocateAt(accuracy, east, north), context);

    /// <summary>The accuracy of a proposal's site, or the usual one.</summary>
    internal static Metres AccuracyOf(Proposal proposal) => (proposal.Site as Site.Geometry)?.Accuracy ?? DefaultAccuracy;

    private SiteLocation LocateAt(Metres accuracy, double east, double north) =>
        Locator.LocationOf(new(new Shape(Geo.Units!.Units[0].Shape.Geometry.Factory.CreatePoint(new Coordinate(east, north))), accuracy, Plane.Crs, Plane, [], new(string.Empty)));

    // What is said about the project's own place says nothing about others.
    private Proposal WithoutPlace(SitingRequest request)
    {
        var proposal = request.Proposal with { Site = new Site.NotStated() };
        return request.Declarations == PlaceDeclarations.TakenEverywhere ? proposal : proposal with
        {
            Attributes = [.. proposal.Attributes.Where(a => !IsAboutPlace(a.Attribute))],
            Decisions = [.. proposal.Decisions.Where(d => !IsAboutPlace(d.Attribute))],
        };
    }

    private bool IsAboutPlace(string attribute) => Assessor.Pack.Vocabulary.TryFind(attribute, out var definition) && definition.Layer is not null;

    /// <summary>Everything wrong with a proposal's own site and with candidates, told before anything is searched; empty mostly.</summary>
    public ImmutableArray<Problem> Check(SitingRequest request, IEnumerable<CandidateSite> candidates)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(candidates);
        return
        [
            .. AreaOf(request).Problems,
            .. OwnOf(request)?.Problems ?? [.. DeclaredFacts.Bind(Assessor.Pack.Vocabulary, request.Proposal).Problems],
            .. candidates.SelectMany(CandidateProblems),
        ];
    }

    /// <summary>Why a candidate cannot be drawn; empty when it can.</summary>
    internal IEnumerable<Problem> CandidateProblems(CandidateSite candidate) => Locator.Draw(candidate.Site).Problems
        .Select(p => Problem.Of(ProblemCode.CandidateBad, p.Place, candidate.Name, Wording.Message(p, Language.Zh), Wording.Message(p, Language.En)));

    private Loaded<Assessment>? OwnOf(SitingRequest request) => request.Proposal.Site is Site.Geometry ? Assessor.Assess(request.Proposal, request.Context) : null;

    private ImmutableArray<LocalText> NoticesOf(Assessment? own, ImmutableArray<LocalText> ofArea) =>
    [
        .. MapSources.Warnings(Locator.Layers.Where(l => l.Status == LayerStatus.Measured)),
        .. LocationNotices.OfLayers(Locator.Layers, Assessor.Pack),
        .. own?.Location is { } location ? LocationNotices.OfSite(location) : [],
        .. ofArea,
        .. Assessor.Pack.Notices,
    ];

    private Loaded<SearchArea> AreaOf(SitingRequest request)
    {
        var covered = Geo.Units!.Coverage.Whole;
        if (request.Within is not { } within)
        {
            return Loaded<SearchArea>.Good(new(covered.Geometry, []));
        }

        var placed = Locator.Draw(within);
        return !placed.Succeeded ? Loaded<SearchArea>.Bad(placed.Problems)
            : !placed.Value.Shape.IsArea ? Loaded<SearchArea>.Bad(Problem.Of(ProblemCode.WithinNoArea, within.Place))
            : Overlays.Common(placed.Value.Shape.Geometry, covered.Geometry) is { } common ? Loaded<SearchArea>.Good(new(common, [.. AreaNotices(placed.Value)]))
            : Loaded<SearchArea>.Bad(Problem.Of(ProblemCode.WithinElsewhere, within.Place));
    }

    private static IEnumerable<LocalText> AreaNotices(DrawnSite area)
    {
        if (area.Doubt is { } doubt)
        {
            yield return new($"查找范围：{doubt.Text.Zh}", $"Area searched: {doubt.Text.En}");
        }

        if (area.Repair is not null)
        {
            yield return new("查找范围的边界无效，按修复后的边界查找", "The boundary of the area searched was invalid; it is searched as repaired");
        }
    }

    // INVARIANT: the faces are the whole area; a map with a part missing would be a map of silence.
    private static void Verify(Arrangement arrangement, Geometry area)
    {
        var lost = Math.Abs(arrangement.Faces.Sum(f => f.Area) - area.Area);
        if (lost > area.Length * Arrangement.Net)
        {
            throw new InvalidOperationException("the faces of the arrangement do not add up to the area searched");
        }
    }

    // What is settled without knowing the place is settled at every place: an unknown is never settled by luck.
    private IEnumerable<string> OpenNorms(DeclaredFacts facts, AssessmentContext context) =>
        Assessor.AssessFacts(facts, null, context).Findings.Where(f => f.Outcome == Outcome.Undetermined).Select(f => f.Norm.Id);

    private ZoneKey?[] Assess(
        Arrangement arrangement,
        DeclaredFacts facts,
        AssessmentContext context,
        Metres accuracy,
        PlaceThresholds thresholds,
        IProgress<SitingProgress>? progress,
        CancellationToken cancellation)
    {
        var signature = new PlaceSignature(Assessor.Pack, thresholds);
        var known = new ConcurrentDictionary<string, Lazy<Assessment>>(StringComparer.Ordinal);
        var faces = arrangement.Faces;
        var keys = new ZoneKey?[faces.Count];
        var done = 0;
        Parallel.For(0, faces.Count, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            if (!Arrangement.IsNarrow(faces[i]))
            {
                var inner = faces[i].InteriorPoint;
                var location = LocateAt(accuracy, inner.X, inner.Y);
                var assessment = known.GetOrAdd(signature.Of(location), _ => new(() => Assessor.AssessFacts(facts, location, context))).Value;
                keys[i] = ZoneKey.Of(assessment, location, UnitAt(inner));
            }

            progress?.Report(new(SitingStage.Assessing, Interlocked.Increment(ref done), faces.Count));
        });
        return keys;
    }

    private string? UnitAt(Point position)
    {
        var units = Geo.Units!;
        return units.Near(new Shape(position), Tolerance.Length).Select(n => n.Unit).FirstOrDefault(u => u.Shape.Covers(position.X, position.Y))?.Code;
    }

    private ImmutableArray<SitingZone> ZonesOf(Arrangement arrangement, ZoneKey?[] keys, CancellationToken cancellation)
    {
        Absorb(arrangement, keys);
        var factory = Geo.Units!.Units[0].Shape.Geometry.Factory;
        var unnumbered = new List<SitingZone>();
        foreach (var group in Enumerable.Range(0, keys.Length).GroupBy(i => keys[i]?.Text ?? "", StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            var faces = group.Select(i => (Geometry)arrangement.Faces[i]).ToArray();
            var key = keys[group.MaxBy(i => arrangement.Faces[i].Area)];
            if (key is null)
            {
                continue;
            }

            unnumbered.Add(ZoneOf(key, faces.Length == 1 ? faces[0] : CoverageUnion.Union(factory.BuildGeometry(faces))));
        }

        return
        [
            .. unnumbered.OrderByDescending(z => z.Verdict).ThenBy(z => z.Unit is null).ThenBy(z => z.Unit, StringComparer.Ordinal).ThenByDescending(z => z.Area.Value)
                .Select((z, i) => z with { Number = i + 1 }),
        ];
    }

    // A face too narrow to be a place belongs to the neighbour with which it shares most of its border.
    private static void Absorb(Arrangement arrangement, ZoneKey?[] keys)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var i in Enumerable.Range(0, keys.Length).Where(i => keys[i] is null).ToArray())
            {
                var known = arrangement.Neighbours[i].Where(n => keys[n.Key] is not null).ToArray();
                if (known.Length > 0)
                {
                    keys[i] = keys[known.MaxBy(n => n.Value).Key];
                    changed = true;
                }
            }
        }
    }

    private SitingZone ZoneOf(ZoneKey key, Geometry geometry)
    {
        var largest = Enumerable.Range(0, geometry.NumGeometries).Select(geometry.GetGeometryN).MaxBy(g => g.Area)!.InteriorPoint;
        var (longitude, latitude) = Plane.ToDegrees(largest.X, largest.Y);
        var assessment = key.Assessment;
        return new(geometry)
        {
            Number = 1,
            Verdict = assessment.Verdict,
            Possible = assessment.Possible,
            DecidingNorms = key.Deciding,
            Obligations = key.IsProhibited ? [] : assessment.Obligations,
            NotLoaded = key.IsProhibited ? [] : key.NotLoaded,
            Doubts = key.IsProhibited ? [] : assessment.Doubts,
            Reasons = key.Reasons,
            Unit = key.Unit,
            Units = key.IsProhibited ? [] : key.Units,
            Area = Numbers.SquareMetres(geometry.Area),
            Pieces = geometry.NumGeometries,
            Position = (Math.Round((decimal)longitude, 8), Math.Round((decimal)latitude, 8)),
        };
    }

    private ImmutableArray<LocalText> AssumptionsOf(SitingRequest request, Proposal asked, Metres accuracy)
    {
        var assumptions = ImmutableArray.CreateBuilder<LocalText>();
        assumptions.Add(new(
            $"项目按一个点（精度 ± {Figures.Of(accuracy)}）在每一处判定；场址有一定范围时，以 zoning check 对实际红线的审查为准",
            $"the project is taken as a point (accuracy ± {Figures.Of(accuracy)}) at every place; for a site of some size the check of its real boundary counts"));
        if (request.Proposal.Attributes.Length > asked.Attributes.Length || request.Proposal.Decisions.Length > asked.Decisions.Length)
        {
            var left = request.Proposal.Attributes.Select(a => a.Attribute).Concat(request.Proposal.Decisions.Select(d => d.Attribute)).Where(IsAboutPlace).Order(StringComparer.Ordinal).ToArray();
            assumptions.Add(new(
                $"只针对原场址的申报或认定未采用：{string.Join("、", left)}",
                $"declarations and decisions about the proposal's own place were left out: {string.Join(", ", left)}"));
        }
        else if (request.Proposal.Attributes.Select(a => a.Attribute).Concat(request.Proposal.Decisions.Select(d => d.Attribute)).Where(IsAboutPlace).ToArray() is { Length: > 0 } kept)
        {
            assumptions.Add(new(
                $"假定下列关于原场址的申报或认定处处成立：{string.Join("、", kept)}",
                $"these declarations and decisions about the proposal's own place are taken to hold everywhere: {string.Join(", ", kept)}"));
        }

        if (asked.Decisions.Length > 0)
        {
            assumptions.Add(new(
                $"审批人员的其他认定视为处处适用：{string.Join("、", asked.Decisions.Select(d => d.Attribute))}",
                $"other decisions of officers are taken to hold at every place: {string.Join(", ", asked.Decisions.Select(d => d.Attribute))}"));
        }

        assumptions.Add(new(
            $"界线误差不超过 {Figures.Of(SitingMap.Tolerance)}（弧线以折线绘制）",
            $"borders are within {Figures.Of(SitingMap.Tolerance)} of the true ones (arcs are drawn with chords)"));
        return assumptions.ToImmutable();
    }
}

/// <summary>The area searched.</summary>
/// <param name="Geometry">It in the working plane.</param>
/// <param name="Notices">What a reader must know about it; empty mostly.</param>
internal sealed record SearchArea(Geometry Geometry, ImmutableArray<LocalText> Notices);
