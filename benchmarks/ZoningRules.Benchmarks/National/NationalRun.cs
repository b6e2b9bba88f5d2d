using System.Diagnostics;
using NetTopologySuite.Geometries;
using ZoningRules.Geo.Indexing;

namespace ZoningRules.Benchmarks.National;

/// <summary>
/// Prints what the indexes and the library take on the national coverage, in one process and on the same questions. Answers are compared before they are timed.
/// </summary>
internal static class NationalRun
{
    private const int Points = 1_000_000;
    private const int PeerPoints = 100_000;
    private const int VertexPoints = 250_000;
    private const int Sites = 10_000;
    private const int RiverPoints = 100_000;

    public static int Run(IReadOnlyList<int> sizes)
    {
        Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, one thread, processor time, best of several turns");
        List<(int Units, double Locate, double Shares)> growth = [];
        foreach (var units in sizes)
        {
            var (locate, shares) = Measure(units, units == sizes[^1]);
            growth.Add((units, locate, shares));
            GC.Collect();
        }

        Console.WriteLine();
        foreach (var (units, locate, shares) in growth)
        {
            Console.WriteLine($"growth {growth[0].Units} -> {units}: look-up {growth[0].Locate / locate:0.0}, area shares {growth[0].Shares / shares:0.0}");
        }

        return 0;
    }

    private static (double Locate, double Shares) Measure(int units, bool withRivers)
    {
        var coverage = new NationalCoverage(units);
        var set = coverage.Set;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Rate.ProcessorSeconds();
        var index = PolygonIndex.Build(set);
        var built = Rate.ProcessorSeconds() - clock;
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine();
        Console.WriteLine($"== {units} units and {coverage.Patches} patches, {set.PositionCount / 1e6:0.0} M positions");
        Console.WriteLine(
            $"   index built in {built:0.00} s; bytes an area: {index.IndexBytes / set.Count} index + {16L * set.PositionCount / set.Count} positions"
            + $" (heap grew by {grown / set.Count})");

        clock = Rate.ProcessorSeconds();
        var rivers = withRivers ? coverage.Rivers(1000, 5000) : [];
        var peers = new LibraryPeers(set, rivers);
        Console.WriteLine($"   (library prepared in {Rate.ProcessorSeconds() - clock:0.0} s)");
        using var geos = GeosLibrary.IsPresent ? new GeosPeer(set) : null;
        Console.WriteLine(geos is null ? "   (GEOS is not on this machine: not compared with it)" : $"   (GEOS {GeosLibrary.Version} prepared)");
        var rates = (Locate(coverage, index, peers, geos), Shares(coverage, index, peers, geos));
        if (withRivers)
        {
            Distances(coverage, rivers, peers);
        }

        return rates;
    }

    private static double Locate(NationalCoverage coverage, PolygonIndex index, LibraryPeers peers, GeosPeer? geos)
    {
        var random = new Random(1);
        var places = Enumerable.Range(0, Points).Select(_ => coverage.Position(random)).ToArray();
        var points = places.Take(PeerPoints).Select(p => LibraryPeers.PointOf(p.East, p.North)).ToArray();
        var hits = new AreaHit[64];
        int Ours(int i)
        {
            var found = index.Locate(places[i].East, places[i].North, hits);
            var sum = 0;
            for (var j = 0; j < found; j++)
            {
                sum += hits[j].Area + 1;
            }

            return sum;
        }

        for (var i = 0; i < PeerPoints; i++)
        {
            Require(Ours(i) == peers.LocateByLocators(places[i].East, places[i].North) && Ours(i) == peers.LocateByPrepared(points[i]), $"point {i}");
        }

        Console.WriteLine($"   compared: {PeerPoints} random points, {CompareVertices(coverage.Set, index, peers)} positions on vertices, edges and beside them");
        var ours = Rate.Of(Points, 5, Ours);
        var flat = places.SelectMany(p => (double[])[p.East, p.North]).ToArray();
        var ends = new int[Points];
        var all = new AreaHit[4 * Points];
        Require(index.LocateAll(flat, ends, all) == Points, "all points at once");
        for (var i = 0; i < Points; i++)
        {
            var sum = 0;
            for (var j = i == 0 ? 0 : ends[i - 1]; j < ends[i]; j++)
            {
                sum += all[j].Area + 1;
            }

            Require(sum == Ours(i), $"point {i} of many");
        }

        var many = Rate.Of(10, 5, i => index.LocateAll(flat.AsSpan(i * Points / 5, Points / 5), ends, all));
        Console.WriteLine($"   points -> units, many at once: {Rate.Text(many.PerSecond * Points / 10)}/s, {many.Bytes:0.###} B a list");
        var locators = Rate.Of(PeerPoints, 2, i => peers.LocateByLocators(places[i].East, places[i].North));
        var prepared = Rate.Of(PeerPoints, 2, i => peers.LocateByPrepared(points[i]));
        var geosPoints = geos is null ? [] : places.Take(PeerPoints).Select(p => geos.PointOf(p.East, p.North)).ToArray();
        for (var i = 0; i < geosPoints.Length; i++)
        {
            Require(Ours(i) == geos!.Locate(geosPoints[i]), $"point {i} to GEOS");
        }

        PrintGeos("point -> units", ours.PerSecond, geosPoints.Length, 2, i => geos!.Locate(geosPoints[i]));
        Print("point -> units", ours, ("STRtree + IndexedPointInAreaLocator", locators), ("STRtree + PreparedPolygon", prepared));
        Percentile("point -> units", Points, i => Ours(i));
        return ours.PerSecond;
    }

    // Vertices spread over all areas, the middles of their edges, and the next number beside each.
    private static int CompareVertices(PolygonSet set, PolygonIndex index, LibraryPeers peers)
    {
        var hits = new AreaHit[64];
        var compared = 0;
        var step = Math.Max(1, set.PositionCount / VertexPoints);
        var next = 0;
        for (var area = 0; area < set.Count; area++)
        {
            var ring = set.RingOf(area, 0);
            for (; (2 * next) + 3 < ring.Length; next += step)
            {
                var (east, north) = (ring[2 * next], ring[(2 * next) + 1]);
                var (middleEast, middleNorth) = ((east + ring[(2 * next) + 2]) / 2, (north + ring[(2 * next) + 3]) / 2);
                Check(east, north);
                Check(middleEast, middleNorth);
                Check(Math.BitIncrement(middleEast), middleNorth);
                Check(east, Math.BitDecrement(north));
            }

            next = Math.Max(0, next - (ring.Length / 2));
        }

        return compared;

        void Check(double east, double north)
        {
            var found = index.Locate(east, north, hits);
            var sum = 0L;
            for (var i = 0; i < found; i++)
            {
                sum += (hits[i].Contact == AreaContact.Border ? 3 : 1) * (hits[i].Area + 1L);
            }

            Require(sum == peers.LocateWithBorders(east, north), $"position {east:R} {north:R}");
            compared++;
        }
    }

    private static double Shares(NationalCoverage coverage, PolygonIndex index, LibraryPeers peers, GeosPeer? geos)
    {
        var random = new Random(2);
        var rings = new List<double[]>();
        var builder = new PolygonSetBuilder();
        for (var i = 0; i < Sites; i++)
        {
            var (east, north) = coverage.Position(random);
            rings.Add(NationalCoverage.Site(random, east, north, 10_000 * Math.Pow(50, random.NextDouble())));
            builder.AddRing(rings[i], RingRole.Shell);
            builder.EndArea();
        }

        var sites = builder.Build();
        var polygons = rings.Select(LibraryPeers.SiteOf).ToArray();
        var shares = new AreaShare[256];
        List<AreaShare> expected = [];
        var worst = 0d;
        for (var i = 0; i < Sites; i++)
        {
            var found = shares.AsSpan(0, index.Shares(sites, i, shares));
            peers.SharesByPreparedAndOverlay(polygons[i], expected);
            var areas = found.ToArray().ToDictionary(s => s.Area, s => s.Common);
            foreach (var share in expected)
            {
                worst = Math.Max(worst, Math.Abs(areas.GetValueOrDefault(share.Area) - share.Common) / polygons[i].Area);
            }

            worst = Math.Max(worst, Math.Abs(areas.Values.Sum() - expected.Sum(s => s.Common)) / polygons[i].Area);
        }

        Require(worst < 1e-9, $"area shares differ by {worst:0.0e0} of the site");
        var ours = Rate.Of(Sites, 5, i => index.Shares(sites, i, shares));
        var peer = Rate.Of(Sites, 1, i =>
        {
            peers.SharesByPreparedAndOverlay(polygons[i], expected);
            return expected.Count;
        });
        var plain = Rate.Of(Sites / 4, 1, i =>
        {
            peers.SharesByOverlay(polygons[i], expected);
            return expected.Count;
        });
        var geosSites = geos is null ? [] : rings.Select(geos.SiteOf).ToArray();
        for (var i = 0; i < geosSites.Length; i++)
        {
            geos!.Shares(geosSites[i], expected);
            var sum = 0d;
            foreach (var share in shares.AsSpan(0, index.Shares(sites, i, shares)))
            {
                sum += share.Common;
            }

            Require(Math.Abs(sum - expected.Sum(s => s.Common)) < 1e-9 * polygons[i].Area, $"site {i} to GEOS");
        }

        PrintGeos("site -> area shares", ours.PerSecond, geosSites.Length, 1, i =>
        {
            geos!.Shares(geosSites[i], expected);
            return expected.Count;
        });
        Print("site -> area shares", ours, ("prepared shortcut + OverlayNG", peer), ("OverlayNGRobust", plain));
        Console.WriteLine($"   largest difference to OverlayNG: {worst:0.0e0} of the site's area");
        return ours.PerSecond;
    }

    private static void Distances(NationalCoverage coverage, double[][] rivers, LibraryPeers peers)
    {
        var set = new LineSet(rivers);
        var clock = Rate.ProcessorSeconds();
        var index = LineIndex.Build(set);
        Console.WriteLine($"   line index built in {Rate.ProcessorSeconds() - clock:0.00} s, {index.IndexBytes / 1_000_000} MB beside the positions");
        var random = new Random(3);
        var places = Enumerable.Range(0, RiverPoints).Select(_ => coverage.Position(random)).ToArray();
        var points = places.Take(RiverPoints / 10).Select(p => LibraryPeers.PointOf(p.East, p.North)).ToArray();
        var worst = 0d;
        for (var i = 0; i < points.Length / 10; i++)
        {
            index.TryFindNearest(places[i].East, places[i].North, out var nearest);
            worst = Math.Max(worst, Math.Abs(nearest.Distance - peers.DistanceByFacets(points[i])));
        }

        Require(worst < 1e-6, $"distances differ by {worst} m");
        int Ours(int i) => index.TryFindNearest(places[i].East, places[i].North, out var nearest) ? nearest.Line : -1;
        var ours = Rate.Of(RiverPoints, 5, Ours);
        var within = Rate.Of(RiverPoints, 5, i => index.IsWithin(places[i].East, places[i].North, 1000) ? 1 : 0);
        var facets = Rate.Of(points.Length / 4, 1, i => (int)peers.DistanceByFacets(points[i]));
        Print("point -> nearest line", ours, ("envelopes + IndexedFacetDistance", facets));
        Console.WriteLine($"   threshold 1 km: {Rate.Text(within.PerSecond)}/s, {within.Bytes:0} B; largest difference {worst:0.0e0} m");
        Percentile("point -> nearest line", RiverPoints, i => Ours(i));
    }

    private static void Print(string what, (double PerSecond, double Bytes) ours, params (string Name, (double PerSecond, double Bytes) Rate)[] peers)
    {
        Console.WriteLine($"   {what}: {Rate.Text(ours.PerSecond)}/s, {ours.Bytes:0.###} B each");
        foreach (var (name, rate) in peers)
        {
            Console.WriteLine($"      {ours.PerSecond / rate.PerSecond:0.0} times {name}: {Rate.Text(rate.PerSecond)}/s, {rate.Bytes:0} B each");
        }
    }

    private static void PrintGeos(string what, double ours, int count, int turns, Func<int, int> work)
    {
        if (count > 0)
        {
            var rate = Rate.Of(count, turns, work).PerSecond;
            Console.WriteLine($"   {what}: {ours / rate:0.0} times prepared GEOS: {Rate.Text(rate)}/s");
        }
    }

    private static void Percentile(string what, int count, Action<int> work)
    {
        var ticks = new long[count];
        for (var i = 0; i < count; i++)
        {
            var start = Stopwatch.GetTimestamp();
            work(i);
            ticks[i] = Stopwatch.GetTimestamp() - start;
        }

        Array.Sort(ticks);
        Console.WriteLine($"   {what}, p99: {ticks[count / 100 * 99] * 1e6 / Stopwatch.Frequency:0.00} µs, the clock's own included");
    }

    private static void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"the index and the library differ: {what}");
        }
    }
}
