using BenchmarkDotNet.Attributes;
using ZoningRules.Assessing;
using ZoningRules.Margins;
using ZoningRules.Proposals;
using ZoningRules.Verdicts;

namespace ZoningRules.Benchmarks;

/// <summary>How long it takes to tell how far an assessment is from another verdict.</summary>
public class MarginBenchmarks
{
    private readonly AssessmentContext context = AssessmentContext.On(Bench.Date);
    private Assessor assessor = null!;
    private Assessment assessment = null!;

    /// <summary>The sample proposals: beside a unit's border, far from everything, prohibited with 28 values to change.</summary>
    [Params("15-beside-a-priority-unit", "07-kiln-in-ceramics-park", "05-coal-boiler-35t")]
    public string Sample { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        var pack = Bench.ReadPack();
        assessor = new(pack, Bench.ReadLayers(pack));
        assessment = assessor.Assess(ProposalReader.Read(Path.Combine(Bench.PackFolder, "..", "..", "samples", "proposals", $"{Sample}.yaml")).Require(), context).Require();
    }

    [Benchmark]
    public DecisionMargin Margin() => new MarginSearch(assessor).Run(assessment, context);
}
