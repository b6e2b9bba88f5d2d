using BenchmarkDotNet.Attributes;
using ZoningRules.Assessing;
using ZoningRules.Geo;
using ZoningRules.Locations;
using ZoningRules.Proposals;
using ZoningRules.Reports;
using ZoningRules.Verdicts;

namespace ZoningRules.Benchmarks;

/// <summary>The whole flow for a site of 20 corners, and what its parts take.</summary>
public class AssessmentBenchmarks
{
    private readonly AssessmentContext context = AssessmentContext.On(Bench.Date);
    private Assessor assessor = null!;
    private SiteLocator locator = null!;
    private Proposal answered = null!;
    private Proposal usual = null!;
    private Assessment assessment = null!;

    [GlobalSetup]
    public void Setup()
    {
        var pack = Bench.ReadPack();
        locator = Bench.ReadLayers(pack);
        assessor = new(pack, locator);
        answered = Bench.Answered();
        usual = Bench.Usual();
        assessment = WholeUsual();
    }

    [Benchmark]
    public SiteLocation Locate() => Bench.Locate(locator, answered);

    [Benchmark]
    public Assessment WholeAnswered() => assessor.Assess(answered, context).Require();

    [Benchmark]
    public Assessment WholeUsual() => assessor.Assess(usual, context).Require();

    [Benchmark]
    public int TextReport() => Report.Render([assessment], ReportFormat.Text, Problems.Language.Zh).Length;

    [Benchmark]
    public int JsonReport() => Report.Render([assessment], ReportFormat.Json, Problems.Language.Zh).Length;
}
