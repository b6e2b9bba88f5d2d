using BenchmarkDotNet.Attributes;
using ZoningRules.Evaluation;
using ZoningRules.Facts;
using ZoningRules.Findings;

namespace ZoningRules.Benchmarks;

/// <summary>
/// The engine alone: all facts typed, the site located. The baseline is the same norms as plain two-valued delegates, compiled with expression trees: no
/// unknowns, no trace, no readings kept apart.
/// </summary>
public class RuleBenchmarks
{
    private readonly DirectEngine engine = new();
    private RuleProgram program = null!;
    private FactSheet sheet = null!;
    private TwoValued delegates = null!;
    private PlainFacts plain = null!;

    /// <summary>The pack: the real one, or one with this many generated norms.</summary>
    [Params("Jingdezhen", "100 generated", "500 generated")]
    public string Norms { get; set; } = "Jingdezhen";

    [GlobalSetup]
    public void Setup()
    {
        var count = int.TryParse(Norms.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
        var generated = count == 0 ? null : new GeneratedPack(count);
        var pack = generated?.Read() ?? Bench.ReadPack();
        var proposal = Bench.Answered();
        program = RuleProgram.Compile(pack, Bench.Date);
        var location = Bench.Locate(Bench.ReadLayers(Bench.ReadPack()), proposal);
        sheet = FactSheet.Of(DeclaredFacts.Bind(pack.Vocabulary, proposal).Require(), location, []);
        plain = PlainFacts.Of(sheet);
        delegates = TwoValued.Compile(program);
        generated?.Delete();
        Compare();
    }

    [Benchmark(Baseline = true)]
    public int CompiledTwoValuedDelegates() => delegates.Run(plain);

    [Benchmark]
    public Outcome DirectThreeValued() => engine.Evaluate(program, sheet).Strictest;

    // Where the engine is sure, both must say the same of each norm; otherwise the two are not doing the same work.
    private void Compare()
    {
        var outcomes = engine.Evaluate(program, sheet).Outcomes;
        var said = delegates.Each(plain);
        for (var i = 0; i < outcomes.Length; i++)
        {
            if (outcomes[i] != Outcome.Undetermined && outcomes[i] is Outcome.Violated != (said[i] && delegates.Forbids(i)))
            {
                throw new InvalidOperationException($"{program.Norms[i].Id}: {outcomes[i]} and {said[i]}");
            }
        }

        var undetermined = outcomes.Count(o => o == Outcome.Undetermined);
        var violated = outcomes.Count(o => o == Outcome.Violated);
        Console.WriteLine($"// {Norms}: {outcomes.Length} norms, {program.LeafCount} leaves, {undetermined} undetermined, {violated} violated");
    }
}
