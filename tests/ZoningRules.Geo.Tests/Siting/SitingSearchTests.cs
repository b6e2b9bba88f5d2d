using System.Collections.Concurrent;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using ZoningRules.Assessing;
using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Geo.Shapes;
using ZoningRules.Geo.Siting;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Geo.Tests.Siting;

public sealed class SitingSearchTests
{
    private const double Off = 0.12;

    private static readonly ConcurrentDictionary<string, Lazy<SitingMap>> Maps = new();

    private static readonly Site.Geometry Part =
        TestLayers.Site(SiteFormat.Wkt, "POLYGON((117.05 29.15, 117.3 29.15, 117.3 29.35, 117.05 29.35, 117.05 29.15))");

    public static TheoryData<string, PlaceDeclarations> Projects() => new()
    {
        { "02-fine-chemical-upstream.yaml", PlaceDeclarations.LeftOut },
        { "03-pig-farm-restricted-zone.yaml", PlaceDeclarations.LeftOut },
        { "04-coal-boiler-20t.yaml", PlaceDeclarations.LeftOut },
        { "07-kiln-in-ceramics-park.yaml", PlaceDeclarations.LeftOut },
        { "12-almost-nothing.yaml", PlaceDeclarations.LeftOut },
        { "13-existing-farm-in-ban-zone.yaml", PlaceDeclarations.TakenEverywhere },
    };

    // The check itself, from the text of a position to the verdict, must agree with the map wherever one may point at.
    [Theory]
    [MemberData(nameof(Projects))]
    public void Zone_AtRandomPositions_HasTheVerdictOfTheCheck(string project, PlaceDeclarations declarations)
    {
        var map = MapOf(project, declarations);
        var random = new Random(20261122);
        var zones = map.Zones.Select(z => (Zone: z, Locator: new IndexedPointInAreaLocator(z.Geometry))).ToArray();
        var borders = map.Zones.Select(z => z.Geometry.Boundary).ToArray();
        var index = new NetTopologySuite.Index.Strtree.STRtree<Geometry>();
        foreach (var border in borders)
        {
            for (var i = 0; i < border.NumGeometries; i++)
            {
                var line = border.GetGeometryN(i).Coordinates;
                for (var j = 1; j < line.Length; j++)
                {
                    var segment = border.Factory.CreateLineString([line[j - 1], line[j]]);
                    index.Insert(segment.EnvelopeInternal, segment);
                }
            }
        }

        var everywhere = map.Zones.Aggregate(new Envelope(), (all, z) => { all.ExpandToInclude(z.Geometry.EnvelopeInternal); return all; });
        var corners = borders.SelectMany(b => b.Coordinates).ToArray();
        var (tried, prohibited) = (0, 0);
        var positions = project[..2] == "12" ? 200 : 1500;
        while (tried < positions)
        {
            var at = tried % 2 == 0
                ? new Coordinate(everywhere.MinX + (random.NextDouble() * everywhere.Width), everywhere.MinY + (random.NextDouble() * everywhere.Height))
                : Near(corners[random.Next(corners.Length)], random);
            var point = borders[0].Factory.CreatePoint(at);
            var around = new Envelope(at);
            around.ExpandBy(Off);
            var found = zones.Where(z => z.Locator.Locate(at) != Location.Exterior).ToArray();
            if (found.Length == 0 || index.Query(around).Any(s => s.Distance(point) < Off))
            {
                continue;
            }

            tried++;
            var zone = Assert.Single(found).Zone;
            var site = new Site.Geometry(
                SiteFormat.Point,
                FormattableString.Invariant($"{at.Y:R}, {at.X:R}"),
                map.Plane.Crs.Id,
                SitingSearch.AccuracyOf(map.Request.Proposal),
                new("test"));
            var check = City.Search.Assessor.Assess(map.Asked with { Site = site }, City.Context).Require();
            Assert.True(
                Said(check) == Said(zone),
                FormattableString.Invariant($"zone {zone.Number} at {at.X:R}, {at.Y:R}: {Said(zone)}, the check: {Said(check)}"));
            prohibited += zone.Verdict == Verdict.Prohibited ? 1 : 0;
        }

        // Two of the projects are told apart by place alone.
        Assert.True(project[..2] is not ("02" or "03") || (prohibited > 0 && prohibited < positions));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Zones_AddUpToTheAreaCovered_AndDoNotOverlap(string project, PlaceDeclarations declarations)
    {
        var map = MapOf(project, declarations);
        var units = City.Search.Locator.Geo.Units!;
        var searched = map.Request.Within is { } within
            ? new Shape(Overlays.Common(City.Search.Locator.Draw(within).Require().Shape.Geometry, units.Coverage.Whole.Geometry)!)
            : units.Coverage.Whole;

        Assert.Equal(searched.Measure, (double)map.Area.Value, searched.Measure * 1e-6);
        Assert.Equal(map.Area.Value, map.AreaByVerdict.Sum(a => a.Value.Value));
        Assert.Equal(map.Area.Value, map.AreaByUnit.Sum(a => a.Area.Value));
        foreach (var unit in units.Units)
        {
            var there = Overlays.Measure(Overlays.Common(unit.Shape.Geometry, searched.Geometry));
            Assert.Equal(there, (double)map.AreaByUnit.Where(a => a.Unit == unit.Code).Sum(a => a.Area.Value), Math.Max(1, there * 1e-4));
        }

        Assert.All(map.Zones, z => Assert.True(z.Geometry.IsValid, $"zone {z.Number}"));
        Assert.Equal(Enumerable.Range(1, map.Zones.Length), map.Zones.Select(z => z.Number));
    }

    [Fact]
    public void Run_Twice_GivesTheSameBytes()
    {
        var request = new SitingRequest(City.Sample("03-pig-farm-restricted-zone.yaml"), City.Context);

        Assert.Equal(SitingGeoJson.Render(MapOf("03-pig-farm-restricted-zone.yaml", PlaceDeclarations.LeftOut)), SitingGeoJson.Render(City.Search.Run(request).Require()));
    }

    [Fact]
    public void Run_Within_SearchesOnlyThere()
    {
        var request = new SitingRequest(City.Sample("03-pig-farm-restricted-zone.yaml"), City.Context)
        {
            Within = TestLayers.Site(SiteFormat.Wkt, "POLYGON((117.16 28.92, 117.18 28.92, 117.18 28.94, 117.16 28.94, 117.16 28.92))"),
        };
        var map = City.Search.Run(request).Require();
        var whole = MapOf("03-pig-farm-restricted-zone.yaml", PlaceDeclarations.LeftOut);

        Assert.InRange((double)map.Area.Value, 4_200_000, 4_400_000);
        Assert.True(map.Zones.Length < whole.Zones.Length);
        Assert.Contains(map.Zones, z => z.Verdict == Verdict.Prohibited);
    }

    [Fact]
    public void Run_WithinNothing_SaysSo()
    {
        var easternmost = City.Search.Locator.Geo.Units!.Coverage.Whole.Geometry.Coordinates.MaxBy(c => c.X)!;
        string Beyond(double east, double north) => FormattableString.Invariant($"{easternmost.Y + north:R} {easternmost.X + east:R}");
        ProblemCode Of(string within) => Assert.Single(City.Search.Run(
            new(City.Sample("12-almost-nothing.yaml"), City.Context) { Within = TestLayers.Site(SiteFormat.Wkt, within, "EPSG:4548") }).Problems).Code;

        Assert.Equal(ProblemCode.WithinNoArea, Of($"POINT({Beyond(-9000, 0)})"));
        Assert.Equal(ProblemCode.WithinElsewhere, Of($"POLYGON(({Beyond(200, 0)}, {Beyond(300, 0)}, {Beyond(300, 100)}, {Beyond(200, 0)}))"));
        Assert.Equal(ProblemCode.OutsidePack, Of($"POLYGON(({Beyond(90_000, 0)}, {Beyond(90_300, 0)}, {Beyond(90_300, 100)}, {Beyond(90_000, 0)}))"));
    }

    [Fact]
    public void Run_NormThatComparesTwoDistances_IsRefusedByName()
    {
        var folder = Directory.CreateTempSubdirectory("zoning-pack-").FullName;
        try
        {
            var source = Path.Combine(City.Repository, "rules", "jingdezhen");
            foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Where(f => !f.Contains("cases", StringComparison.Ordinal)))
            {
                var copy = Path.Combine(folder, Path.GetRelativePath(source, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            var rivers = Path.Combine(folder, "requirements", "city", "09-rivers.yaml");
            File.WriteAllText(rivers, File.ReadAllText(rivers).Replace(
                "        when: distance(site, river-main) <= 1 km", "        when: distance(site, river-main) <= distance(site, sensitive-receptors)", StringComparison.Ordinal));
            var pack = RulePackReader.Read(folder).Require();
            var locator = SiteLocator.Load(pack.Layers);
            var search = SitingSearch.Over(locator, new Assessor(pack, locator)).Require();

            var problem = Assert.Single(search.Run(new(City.Sample("02-fine-chemical-upstream.yaml"), City.Context)).Problems);
            Assert.Equal((ProblemCode.NotMappable, "JDZ-2020-09.b"), (problem.Code, problem.Arguments[0]));
            Assert.True(search.Run(new(City.Sample("03-pig-farm-restricted-zone.yaml"), City.Context) { Within = Part }).Succeeded);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    [Fact]
    public void Run_Stopped_Stops()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();

        Assert.Throws<OperationCanceledException>(() => City.Search.Run(new(City.Sample("12-almost-nothing.yaml"), City.Context), null, stopped.Token));
    }

    [Fact]
    public void Over_NoUnitLayer_SaysSo()
    {
        var assessor = City.Search.Assessor;
        var none = SiteLocator.Load(assessor.Pack.Layers.Where(l => l.Shape != Locations.LayerShape.ControlUnits));

        Assert.Contains(SitingSearch.Over(none, assessor).Problems, p => p.Code == ProblemCode.NoUnitsToSearch);
    }

    // Nearly nothing known makes very many zones; a part of the city says as much.
    private static SitingMap MapOf(string project, PlaceDeclarations declarations) => Maps.GetOrAdd(
        project,
        name => new(() => City.Search.Run(new(City.Sample(name), City.Context) { Declarations = declarations, Within = name[..2] == "12" ? Part : null }).Require())).Value;

    private static string Said(SitingZone zone) => zone.Verdict == Verdict.Prohibited
        ? $"{zone.Verdict} {string.Join(',', zone.DecidingNorms)}"
        : string.Join(
            " / ",
            zone.Verdict,
            string.Join(',', zone.DecidingNorms),
            string.Join(',', zone.Possible),
            zone.Reasons,
            string.Join(',', zone.Obligations.Select(o => o.Norm + o.Obligation.Text.Zh)),
            string.Join(',', zone.NotLoaded),
            string.Join(',', zone.Doubts.Select(d => d.Text)),
            string.Join(',', zone.Units));

    private static string Said(Assessment check)
    {
        var outcome = check.Verdict == Verdict.Prohibited ? Outcome.Violated : check.Verdict == Verdict.Undetermined ? Outcome.Undetermined : Outcome.Conditional;
        var deciding = check.Findings.Where(f => f.Outcome == outcome).ToArray();
        var norms = string.Join(',', deciding.Select(f => f.Norm.Id));
        return check.Verdict == Verdict.Prohibited ? $"{check.Verdict} {norms}" : string.Join(
            " / ",
            check.Verdict,
            norms,
            string.Join(',', check.Possible),
            outcome == Outcome.Undetermined ? deciding.Aggregate(UnknownReasons.None, (all, f) => all | f.Reasons) : UnknownReasons.None,
            string.Join(',', check.Obligations.Select(o => o.Norm + o.Obligation.Text.Zh)),
            string.Join(',', check.NotLoaded),
            string.Join(',', check.Doubts.Select(d => d.Text)),
            string.Join(',', check.Location!.Units.Select(u => u.Code).Order(StringComparer.Ordinal)));
    }

    private static Coordinate Near(Coordinate corner, Random random)
    {
        var (angle, distance) = (random.NextDouble() * 2 * Math.PI, Off + (Math.Pow(random.NextDouble(), 3) * 30));
        return new(corner.X + (Math.Cos(angle) * distance), corner.Y + (Math.Sin(angle) * distance));
    }
}
