using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Geo.Layers;
using ZoningRules.Geo.Locating;
using ZoningRules.Geo.Shapes;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.Verdicts;

namespace ZoningRules.Geo.Siting;

/// <summary>Compares places on a siting map: ranks candidates, and finds the nearest place at which a prohibited project is not prohibited.</summary>
public sealed class SitingAdvisor
{
    // Clear of the doubt of drawn borders, and then some for narrow places.
    private static readonly ImmutableArray<double> Steps = [0.5, 1, 2, 5];

    private readonly SitingMap map;
    private readonly DeclaredFacts facts;
    private readonly Dictionary<Verdict, (ImmutableArray<SitingZone> Zones, FeatureIndex Index)> byVerdict = [];

    /// <summary>Prepares comparisons on a map.</summary>
    public SitingAdvisor(SitingMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        this.map = map;
        facts = DeclaredFacts.Bind(map.Search.Assessor.Pack.Vocabulary, map.Asked).Require();
        foreach (var group in map.Zones.GroupBy(z => z.Verdict))
        {
            byVerdict.Add(group.Key, ([.. group], new([.. group.Select(z => new Shape(z.Geometry))])));
        }
    }

    /// <summary>What the map says about the proposal's own site and about candidates.</summary>
    /// <param name="candidates">The candidates; may be empty.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The advice, or everything wrong with the sites.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public Loaded<SitingAdvice> Advise(IReadOnlyList<CandidateSite> candidates, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var problems = new List<Problem>();
        var ranked = new List<RankedCandidate>();
        foreach (var candidate in candidates)
        {
            cancellation.ThrowIfCancellationRequested();
            var placed = map.Search.Locator.Draw(candidate.Site);
            if (placed.Succeeded)
            {
                ranked.Add(Rated(candidate, placed.Value));
            }
            else
            {
                problems.AddRange(map.Search.CandidateProblems(candidate));
            }
        }

        var isDoubtful = map.Own is { Location.IsDoubtful: true };
        return problems.Count > 0 ? Loaded<SitingAdvice>.Bad(problems) : Loaded<SitingAdvice>.Good(new(
            map.Own?.Verdict,
            map.Own?.Verdict == Verdict.Prohibited && !isDoubtful ? NearestTo(map.Search.Locator.Draw((Site.Geometry)map.Request.Proposal.Site).Require()) : [],
            [
                .. ranked.OrderBy(c => c.Assessment.Verdict).ThenBy(c => c.OpenNorms).ThenBy(c => c.Conditions)
                    .ThenByDescending(c => c.Margin).ThenBy(c => c.Candidate.Name, StringComparer.Ordinal)
                    .Select((c, i) => c with { Rank = i + 1 }),
            ])
        { IsOwnDoubtful = isDoubtful });
    }

    private RankedCandidate Rated(CandidateSite candidate, DrawnSite placed)
    {
        var assessment = map.Search.Assessor.AssessFacts(facts, map.Search.Locator.LocationOf(placed), map.Request.Context);
        var margin = assessment.Location!.IsDoubtful ? 0 : Math.Min(MarginOf(placed.Shape, assessment.Verdict), placed.Other is { } other ? MarginOf(other, assessment.Verdict) : double.PositiveInfinity);
        return new(
            1,
            candidate,
            assessment,
            assessment.Findings.Count(f => f.Outcome == Outcome.Undetermined) + assessment.Doubts.Length,
            assessment.Obligations.Length + assessment.NotLoaded.Length,
            Numbers.Metres(margin));
    }

    private double MarginOf(Shape site, Verdict verdict) =>
        Enum.GetValues<Verdict>().Where(v => v > verdict && byVerdict.ContainsKey(v))
            .Select(v => byVerdict[v].Index.Search(site, 0, double.PositiveInfinity).Gap.Length)
            .Append(WithinSearched(site))
            .Min();

    private double WithinSearched(Shape site)
    {
        var edge = SegmentTree.Between(site.Edges, map.Searched.Edges, double.PositiveInfinity);
        return edge > Tolerance.Length && map.Searched.SurroundsClear(site) ? edge : 0;
    }

    private ImmutableArray<NearestPlace> NearestTo(DrawnSite site)
    {
        var (east, north) = site.Shape.InnerPosition();
        return
        [
            .. Enum.GetValues<Verdict>().Where(v => v < Verdict.Prohibited && byVerdict.ContainsKey(v)).OrderDescending()
                .Select(v => Nearest(site, east, north, v)).OfType<NearestPlace>(),
        ];
    }

    private NearestPlace? Nearest(DrawnSite site, double east, double north, Verdict verdict)
    {
        var (zones, index) = byVerdict[verdict];
        var factory = site.Shape.Geometry.Factory;
        var found = index.Search(new Shape(factory.CreatePoint(new Coordinate(east, north))), 0, double.PositiveInfinity);
        if (found.Nearest < 0)
        {
            return null;
        }

        var (gap, zone) = (found.Gap, zones[found.Nearest]);
        var heading = Math.Atan2(gap.ToEast - gap.FromEast, gap.ToNorth - gap.FromNorth);
        foreach (var (toEast, toNorth) in Around(gap, heading, zone, found.Gap.Length <= Tolerance.Length))
        {
            var there = map.Search.AssessAt(facts, map.Request.Context, SitingSearch.AccuracyOf(map.Request.Proposal), toEast, toNorth);
            if (there.Verdict == verdict)
            {
                var (longitude, latitude) = map.Plane.ToDegrees(toEast, toNorth);
                var moved = site.Moved(toEast - east, toNorth - north);
                return new(
                    verdict,
                    Numbers.Metres(gap.Length),
                    Numbers.Metres(Math.Sqrt(Math.Pow(toEast - east, 2) + Math.Pow(toNorth - north, 2))),
                    Numbers.Bearing(toEast - east, toNorth - north),
                    (Math.Round((decimal)longitude, 8), Math.Round((decimal)latitude, 8)),
                    zone.Number,
                    map.Search.Assessor.AssessFacts(facts, map.Search.Locator.LocationOf(moved), map.Request.Context).Verdict);
            }
        }

        return null;
    }

    // Positions in the zone a little behind its nearest position, straight on first; the middle of the zone when it is too narrow for any.
    private static IEnumerable<(double East, double North)> Around(Gap gap, double heading, SitingZone zone, bool isThere)
    {
        if (isThere)
        {
            yield return (gap.FromEast, gap.FromNorth);
        }

        foreach (var step in Steps)
        {
            for (var turn = 0; turn <= 8; turn++)
            {
                foreach (var side in turn is 0 or 8 ? [1] : (int[])[1, -1])
                {
                    var angle = heading + (side * turn * Math.PI / 8);
                    var (east, north) = (gap.ToEast + (Math.Sin(angle) * step), gap.ToNorth + (Math.Cos(angle) * step));
                    if (zone.Geometry.Contains(zone.Geometry.Factory.CreatePoint(new Coordinate(east, north))))
                    {
                        yield return (east, north);
                    }
                }
            }
        }

        var inner = zone.Geometry.InteriorPoint;
        yield return (inner.X, inner.Y);
    }
}
