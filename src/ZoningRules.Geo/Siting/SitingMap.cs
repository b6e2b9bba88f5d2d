using System.Collections.Immutable;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Shapes;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.Verdicts;

namespace ZoningRules.Geo.Siting;

/// <summary>
/// Where a project could go: the area searched, cut into zones of equal verdict, reasons and conditions. A check of the project as a point at any place of a zone gives
/// the zone's verdict, but for places nearer to a border than <see cref="Tolerance"/>.
/// </summary>
public sealed class SitingMap
{
    internal SitingMap(
        SitingSearch search,
        SitingRequest request,
        Proposal asked,
        Shape searched,
        ImmutableArray<string> layers,
        ImmutableArray<SitingZone> zones,
        ImmutableArray<LocalText> assumptions,
        Assessment? own,
        ImmutableArray<LocalText> notices)
    {
        Own = own;
        Notices = notices;
        Search = search;
        Request = request;
        Asked = asked;
        Zones = zones;
        Searched = searched;
        Layers = layers;
        Area = new(zones.Sum(z => z.Area.Value));
        Assumptions = assumptions;
    }

    /// <summary>How far a border of a zone may be from the true one: arcs are drawn with chords and corners on a net.</summary>
    public static Metres Tolerance { get; } = new(0.1m);

    /// <summary>What was asked.</summary>
    public SitingRequest Request { get; }

    /// <summary>The zones; together they are the area searched.</summary>
    public ImmutableArray<SitingZone> Zones { get; }

    /// <summary>The area searched.</summary>
    public SquareMetres Area { get; }

    /// <summary>What the search took for granted, in the order of importance; at least that the project is a point.</summary>
    public ImmutableArray<LocalText> Assumptions { get; }

    /// <summary>The assessment of the proposal with its own geometry; null when it states none.</summary>
    public Assessment? Own { get; }

    /// <summary>The sentences that everything made of the map must show: illustrative and failed layers, what is wrong with the site and the area searched, and those of the pack.</summary>
    public ImmutableArray<LocalText> Notices { get; }

    /// <summary>Ids of the layers on which the answer can depend somewhere, in order.</summary>
    public ImmutableArray<string> Layers { get; }

    /// <summary>The search that made it.</summary>
    internal SitingSearch Search { get; }

    /// <summary>The area searched, in the working plane.</summary>
    internal Shape Searched { get; }

    /// <summary>The proposal as it was assessed at every place, without a site.</summary>
    internal Proposal Asked { get; }

    /// <summary>The plane of its geometries.</summary>
    internal WorkingPlane Plane => Search.Plane;

    /// <summary>The area of each verdict, strictest first; all four are there.</summary>
    public ImmutableArray<KeyValuePair<Verdict, SquareMetres>> AreaByVerdict =>
    [
        .. Enum.GetValues<Verdict>().OrderDescending().Select(v => KeyValuePair.Create(v, new SquareMetres(Zones.Where(z => z.Verdict == v).Sum(z => z.Area.Value)))),
    ];

    /// <summary>The area of each verdict in each control unit as drawn, ordered by code and then strictest first; what lies in no unit comes last, with null.</summary>
    public ImmutableArray<(string? Unit, Verdict Verdict, SquareMetres Area)> AreaByUnit =>
    [
        .. Zones.GroupBy(z => (z.Unit, z.Verdict))
            .OrderBy(g => g.Key.Unit is null)
            .ThenBy(g => g.Key.Unit, StringComparer.Ordinal)
            .ThenByDescending(g => g.Key.Verdict)
            .Select(g => (g.Key.Unit, g.Key.Verdict, new SquareMetres(g.Sum(z => z.Area.Value)))),
    ];
}
