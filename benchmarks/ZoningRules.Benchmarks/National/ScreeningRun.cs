using System.Diagnostics;
using System.Globalization;
using System.Text;
using ZoningRules.Assessing;
using ZoningRules.Geo;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.Verdicts;

namespace ZoningRules.Benchmarks.National;

/// <summary>
/// Prints what reading a national unit layer takes, and locating and assessing against it together with the other layers of the Jingdezhen pack.
/// </summary>
internal static class ScreeningRun
{
    private const int Points = 100_000;
    private const int Polygons = 1_000;

    public static int Run(IReadOnlyList<int> sizes)
    {
        Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, one thread, processor time, best of several turns");
        foreach (var units in sizes)
        {
            Measure(units);
            GC.Collect();
        }

        return 0;
    }

    private static void Measure(int units)
    {
        var folder = Directory.CreateTempSubdirectory("zoning-national-").FullName;
        try
        {
            var coverage = new NationalCoverage(units);
            var size = NationalFiles.Write(coverage, folder);
            var pack = Bench.ReadPack();
            var layers = NationalFiles.Layers(pack, folder);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var allocated = GC.GetTotalAllocatedBytes();
            var clock = Stopwatch.StartNew();
            var processor = Rate.ProcessorSeconds();
            var locator = SiteLocator.Load(layers);
            var (seconds, busy) = (clock.Elapsed.TotalSeconds, Rate.ProcessorSeconds() - processor);
            allocated = GC.GetTotalAllocatedBytes() - allocated;
            var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
            if (locator.Problems.Length > 0)
            {
                throw new InvalidOperationException(string.Join("; ", locator.Problems));
            }

            Console.WriteLine();
            Console.WriteLine($"== {units} units and {coverage.Patches} patches, {size / 1_000_000} MB of GeoJSON");
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"   layers read in {seconds:0.0} s ({busy:0.0} s of processors); keeps {kept / 1e6:0} MB ({kept / coverage.Set.Count} B a unit), allocated {allocated / 1e6:0} MB"));
            var random = new Random(5);
            var points = Sites(Points, () => Point(coverage.Position(random)));
            var near = Sites(Points, () => Point((500_000 + (30_000 * random.NextDouble()), 3_225_000 + (30_000 * random.NextDouble()))));
            var polygons = Sites(Polygons, () => Polygon(random, coverage.Position(random)));
            Print("locate, points anywhere", Rate.Of(Points, 3, i => UnitsAt(locator, points[i])));
            Print("locate, points around Jingdezhen", Rate.Of(Points, 3, i => UnitsAt(locator, near[i])));
            Print("locate, polygons of 1 to 50 ha", Rate.Of(Polygons, 3, i => UnitsAt(locator, polygons[i])));
            var assessor = new Assessor(pack, locator);
            var context = AssessmentContext.On(Bench.Date);
            var proposals = points.Take(Points / 20).Select(Bench.UsualAt).ToArray();
            var polygonProposals = polygons.Select(Bench.UsualAt).ToArray();
            Print("assess, points anywhere", Rate.Of(proposals.Length, 3, i => VerdictOf(assessor.Assess(proposals[i], context))));
            Print("assess, polygons of 1 to 50 ha", Rate.Of(Polygons, 3, i => VerdictOf(assessor.Assess(polygonProposals[i], context))));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // A few sites along the outline lie outside the country, which is an answer too.
    private static int UnitsAt(SiteLocator locator, Site.Geometry site) => locator.Locate(site) is { Succeeded: true } found ? found.Value.Units.Length : -1;

    private static int VerdictOf(Loaded<Assessment> assessment) => assessment.Succeeded ? (int)assessment.Value.Verdict : -1;

    private static Site.Geometry[] Sites(int count, Func<Site.Geometry> make) => [.. Enumerable.Range(0, count).Select(_ => make())];

    private static Site.Geometry Point((double East, double North) at) => new(
        SiteFormat.Point,
        string.Create(CultureInfo.InvariantCulture, $"{at.North:0.###}, {at.East:0.###}"),
        "EPSG:4548",
        new(1),
        new("benchmark", 1));

    private static Site.Geometry Polygon(Random random, (double East, double North) at)
    {
        var ring = NationalCoverage.Site(random, at.East, at.North, 10_000 * Math.Pow(50, random.NextDouble()));
        var text = new StringBuilder();
        for (var i = 0; i < ring.Length; i += 2)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{ring[i + 1]:0.###}, {ring[i]:0.###}");
        }

        return new(SiteFormat.Coordinates, text.ToString(), "EPSG:4548", new(1), new("benchmark", 1));
    }

    private static void Print(string what, (double PerSecond, double Bytes) rate) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"   {what}: {1e6 / rate.PerSecond:0.0} µs, {rate.Bytes / 1000:0.0} kB"));
}
