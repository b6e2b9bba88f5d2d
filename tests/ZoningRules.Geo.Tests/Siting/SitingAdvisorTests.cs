using ZoningRules.Geo.Siting;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.Verdicts;

namespace ZoningRules.Geo.Tests.Siting;

public sealed class SitingAdvisorTests
{
    private static readonly Lazy<SitingMap> Farm = new(() => City.Search.Run(new(City.Sample("03-pig-farm-restricted-zone.yaml"), City.Context)).Require());

    [Fact]
    public void Advise_ProhibitedSite_NearestPlaceIsSoJudged_AndNothingNearerIs()
    {
        var advice = new SitingAdvisor(Farm.Value).Advise([]).Require();

        Assert.Equal(Verdict.Prohibited, advice.Own);
        Assert.Equal([Verdict.Undetermined, Verdict.Conditional], advice.Nearest.Select(n => n.Verdict));
        Assert.All(advice.Nearest, n =>
        {
            Assert.InRange(n.Distance.Value, n.Least.Value, n.Least.Value + 6);
            var check = At(n.Position.Longitude, n.Position.Latitude);
            Assert.Equal(n.Verdict, check);
        });

        // No place within the least move of the mildest verdict has it.
        var site = City.Search.Locator.Draw((Site.Geometry)Farm.Value.Request.Proposal.Site).Require();
        var (east, north) = site.Shape.InnerPosition();
        var random = new Random(7);
        foreach (var nearest in advice.Nearest)
        {
            for (var i = 0; i < 150; i++)
            {
                var (angle, reach) = (random.NextDouble() * 2 * Math.PI, Math.Sqrt(random.NextDouble()) * ((double)nearest.Least.Value - 0.2));
                var (longitude, latitude) = Farm.Value.Plane.ToDegrees(east + (Math.Sin(angle) * reach), north + (Math.Cos(angle) * reach));
                Assert.True(At((decimal)longitude, (decimal)latitude) > nearest.Verdict);
            }
        }
    }

    [Fact]
    public void Advise_Candidates_AreRankedByVerdictOpenNormsConditionsAndMargin()
    {
        var candidates = CandidateFile.Read(Path.Combine(City.Repository, "samples", "where", "candidates.geojson"), null, null).Require();
        var ranked = new SitingAdvisor(Farm.Value).Advise(candidates).Require().Candidates;
        var turned = new SitingAdvisor(Farm.Value).Advise([.. candidates.Reverse()]).Require().Candidates;

        Assert.Equal(["乙地块（浯口镇）", "戊地块（昌江区）", "丙地块（洪岩镇方向）", "丁地块（蛟潭镇空洞）", "甲地块（限养区内）"], ranked.Select(c => c.Candidate.Name));
        Assert.Equal([Verdict.Conditional, Verdict.Conditional, Verdict.Conditional, Verdict.Undetermined, Verdict.Prohibited], ranked.Select(c => c.Assessment.Verdict));
        Assert.Equal(Enumerable.Range(1, 5), ranked.Select(c => c.Rank));
        Assert.True(ranked[0].Margin > ranked[1].Margin);

        // Of a small area searched the edge is near, and of a site beyond it nothing around is known.
        var part = City.Search.Run(new(Farm.Value.Request.Proposal, City.Context)
        {
            Within = TestLayers.Site(SiteFormat.Wkt, "POLYGON((117.15 28.91, 117.2 28.91, 117.2 28.94, 117.15 28.94, 117.15 28.91))"),
        }).Require();
        Assert.All(
            new SitingAdvisor(part).Advise(candidates).Require().Candidates.Where(c => c.Assessment.Verdict != Verdict.Prohibited), c => Assert.Equal(0, c.Margin.Value));
        Assert.Equal(ranked.Select(c => c.Candidate.Name), turned.Select(c => c.Candidate.Name));

        // Each as the check of its own geometry finds it.
        Assert.All(ranked, c => Assert.Equal(
            City.Search.Assessor.Assess(Farm.Value.Asked with { Site = c.Candidate.Site }, City.Context).Require().Verdict, c.Assessment.Verdict));
    }

    [Fact]
    public void Advise_CandidateElsewhere_NamesIt()
    {
        var problem = Assert.Single(new SitingAdvisor(Farm.Value).Advise([new("远方", TestLayers.Point(100, 30))]).Problems);

        Assert.Equal(ProblemCode.CandidateBad, problem.Code);
        Assert.Contains("远方", Wording.Message(problem, Language.Zh), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"FeatureCollection","features":[]}""", ProblemCode.CandidateCount)]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":null}]}""", ProblemCode.CandidateEmpty)]
    public void Read_UnusableFile_SaysWhy(string text, ProblemCode code)
    {
        var folder = Directory.CreateTempSubdirectory("zoning-candidates-").FullName;
        try
        {
            var path = Path.Combine(folder, "candidates.geojson");
            File.WriteAllText(path, text);
            Assert.Equal(code, Assert.Single(CandidateFile.Read(path, null, null).Problems).Code);
            Assert.Equal(ProblemCode.FileNotFound, Assert.Single(CandidateFile.Read(path + ".none", null, null).Problems).Code);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static Verdict At(decimal longitude, decimal latitude) => City.Search.Assessor.Assess(
        Farm.Value.Asked with { Site = new Site.Geometry(SiteFormat.Point, FormattableString.Invariant($"{longitude}, {latitude}"), "EPSG:4490", new(1), new("test")) },
        City.Context).Require().Verdict;
}
