using System.Text;
using BenchmarkDotNet.Attributes;
using ZoningRules.Assessing;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.Verdicts;

namespace ZoningRules.Benchmarks;

/// <summary>What one row of a batch takes: a usual form of twelve answers, at a point.</summary>
public class ScreeningBenchmarks
{
    private const string Row =
        """{"name":"年产 5 万吨项目","site":{"point":[117.0943,29.2219],"crs":"EPSG:4490","accuracy":"1 m"},"attributes":{"project.kind":"project","project.action":"new","project.industry":"2614","project.catalogue-class":"permitted","project.discharges-pollutants":"yes","boilers":[{"fuel":"coal","capacity":"40 t-steam/h"}],"fuels":["coal"],"livestock.large-scale":"no","felling.purpose":"none","recycling.wastes":[],"water.annual-withdrawal":"120000 m3/a","emission.cod":"3.2 t/a"}}""";

    private readonly AssessmentContext context = AssessmentContext.On(Bench.Date);
    private readonly byte[] row = Encoding.UTF8.GetBytes(Row);
    private Assessor assessor = null!;
    private Proposal proposal = null!;
    private DeclaredFacts facts = null!;
    private SiteLocation location = null!;

    [GlobalSetup]
    public void Setup()
    {
        var pack = Bench.ReadPack();
        var locator = Bench.ReadLayers(pack);
        assessor = new(pack, locator);
        proposal = Read().Require();
        facts = Bind().Require();
        location = Bench.Locate(locator, proposal);
    }

    [Benchmark]
    public Loaded<Proposal> Parse() => ProposalReader.Parse("row.json", row);

    [Benchmark]
    public Loaded<Proposal> Read() => ProposalReader.ParseWithoutPlaces("row.json", row);

    [Benchmark]
    public Loaded<DeclaredFacts> Bind() => DeclaredFacts.Bind(assessor.Pack.Vocabulary, proposal);

    [Benchmark]
    public Screening ScreenLocated() => assessor.ScreenFacts(facts, location, context);

    [Benchmark]
    public Screening Whole() => assessor.Screen(ProposalReader.ParseWithoutPlaces("row.json", row).Require(), context).Require();
}
