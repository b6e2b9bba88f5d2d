using BenchmarkDotNet.Attributes;
using ZoningRules.Evaluation;
using ZoningRules.Geo;
using ZoningRules.RulePacks;

namespace ZoningRules.Benchmarks;

/// <summary>Reading, checking and compiling packs, after JIT; and reading the layers.</summary>
public class LoadingBenchmarks
{
    private readonly GeneratedPack generated = new(500);
    private RulePack pack = null!;

    [GlobalSetup]
    public void Setup() => pack = Bench.ReadPack();

    [GlobalCleanup]
    public void Delete() => generated.Delete();

    [Benchmark]
    public RuleProgram Jingdezhen() => RuleProgram.Compile(RulePackReader.Read(pack.Folder).Require(), Bench.Date);

    [Benchmark]
    public RuleProgram Generated500() => RuleProgram.Compile(generated.Read(), Bench.Date);

    [Benchmark]
    public RuleProgram CompileOnly() => RuleProgram.Compile(pack, Bench.Date);

    [Benchmark]
    public SiteLocator Layers() => Bench.ReadLayers(pack);
}
