using BenchmarkDotNet.Attributes;
using NetTopologySuite.Geometries;
using ZoningRules.Geo.Indexing;

namespace ZoningRules.Benchmarks.National;

/// <summary>The exact indexes beside the library's ways to the same answers, on the made-up country; each call goes on to the next place.</summary>
public class IndexBenchmarks
{
    private const int Places = 1 << 14;

    private readonly AreaHit[] hits = new AreaHit[64];
    private readonly AreaShare[] shares = new AreaShare[256];
    private readonly List<AreaShare> peerShares = [];
    private (double East, double North)[] places = [];
    private Point[] points = [];
    private Polygon[] polygons = [];
    private PolygonSet sites = null!;
    private PolygonIndex index = null!;
    private LineIndex lines = null!;
    private LibraryPeers peers = null!;
    private int next;

    [Params(35, 4_500)]
    public int Units { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var coverage = new NationalCoverage(Units);
        var rivers = coverage.Rivers(100, 5000);
        index = PolygonIndex.Build(coverage.Set);
        lines = LineIndex.Build(new(rivers));
        peers = new(coverage.Set, rivers);
        var random = new Random(1);
        places = [.. Enumerable.Range(0, Places).Select(_ => coverage.Position(random))];
        points = [.. places.Select(p => LibraryPeers.PointOf(p.East, p.North))];
        var rings = places.Select(p => NationalCoverage.Site(random, p.East, p.North, 10_000 * Math.Pow(50, random.NextDouble()))).ToList();
        polygons = [.. rings.Select(LibraryPeers.SiteOf)];
        var builder = new PolygonSetBuilder();
        foreach (var ring in rings)
        {
            builder.AddRing(ring, RingRole.Shell);
            builder.EndArea();
        }

        sites = builder.Build();
    }

    [Benchmark]
    public int Locate()
    {
        var (east, north) = places[Next()];
        return index.Locate(east, north, hits);
    }

    [Benchmark]
    public int LocateByLocators()
    {
        var (east, north) = places[Next()];
        return peers.LocateByLocators(east, north);
    }

    [Benchmark]
    public int LocateByPrepared() => peers.LocateByPrepared(points[Next()]);

    [Benchmark]
    public int Shares() => index.Shares(sites, Next(), shares);

    [Benchmark]
    public int SharesByPreparedAndOverlay()
    {
        peers.SharesByPreparedAndOverlay(polygons[Next()], peerShares);
        return peerShares.Count;
    }

    [Benchmark]
    public double Nearest()
    {
        var (east, north) = places[Next()];
        return lines.TryFindNearest(east, north, out var nearest) ? nearest.Distance : -1;
    }

    [Benchmark]
    public double NearestByFacets() => peers.DistanceByFacets(points[Next()]);

    [Benchmark]
    public PolygonIndex Build() => PolygonIndex.Build(index.Set);

    private int Next() => next = (next + 1) & (Places - 1);
}
