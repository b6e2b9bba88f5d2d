using BenchmarkDotNet.Attributes;
using ZoningRules.Assessing;
using ZoningRules.Locations;
using ZoningRules.Proposals;
using ZoningRules.Verdicts;

namespace ZoningRules.Benchmarks;

/// <summary>
/// Everything but geometry: facts bound, norms evaluated, the exact pass run, findings and questions written. Traces are written when asked for; one
/// benchmark asks.
/// </summary>
public class FindingBenchmarks
{
    private readonly AssessmentContext context = AssessmentContext.On(Bench.Date);
    private Assessor assessor = null!;
    private Proposal answered = null!;
    private Proposal usual = null!;
    private Proposal bare = null!;
    private SiteLocation location = null!;

    [GlobalSetup]
    public void Setup()
    {
        var pack = Bench.ReadPack();
        assessor = new(pack);
        answered = Bench.Answered();
        usual = Bench.Usual();
        bare = Bench.Bare();
        location = Bench.Locate(Bench.ReadLayers(pack), answered);
        foreach (var (name, assessment) in new[] { ("answered", Answered()), ("usual", UsualForm()), ("bare", NothingAnswered()) })
        {
            Console.WriteLine($"// {name}: {assessment.Verdict}, {assessment.Questions.Length} questions, exact {assessment.Exact}");
        }
    }

    [Benchmark]
    public Assessment Answered() => assessor.AssessAt(answered, location, context).Require();

    [Benchmark]
    public Assessment UsualForm() => assessor.AssessAt(usual, location, context).Require();

    [Benchmark]
    public int UsualFormWithTraces() => assessor.AssessAt(usual, location, context).Require().Findings.Sum(f => f.Trace.Length);

    [Benchmark]
    public Assessment NothingAnswered() => assessor.AssessAt(bare, location, context).Require();
}
