using System.Globalization;
using BenchmarkDotNet.Attributes;
using ZoningRules.Analysis;
using ZoningRules.Evaluation;
using ZoningRules.RulePacks;

namespace ZoningRules.Benchmarks;

/// <summary>What <c>rules lint</c> does with a pack once it is read. The baseline is reading, checking and compiling the same pack.</summary>
public class LintBenchmarks
{
    private Action delete = () => { };
    private RulePack pack = null!;

    /// <summary>The pack: the real one, its requirements ten times, or one with this many generated norms.</summary>
    [Params("Jingdezhen", "Jingdezhen tenfold", "100 generated", "500 generated")]
    public string Norms { get; set; } = "Jingdezhen";

    [GlobalSetup]
    public void Setup()
    {
        if (Norms == "Jingdezhen")
        {
            pack = Bench.ReadPack();
        }
        else if (Norms == "Jingdezhen tenfold")
        {
            var tenfold = new TenfoldPack();
            (pack, delete) = (tenfold.Read(), tenfold.Delete);
        }
        else
        {
            var generated = new GeneratedPack(int.Parse(Norms.Split(' ')[0], CultureInfo.InvariantCulture));
            (pack, delete) = (generated.Read(), generated.Delete);
        }

        var report = Lint();
        if (report.Remarks.Any(r => r.Kind == RemarkKind.Skipped))
        {
            throw new InvalidOperationException($"{Norms}: the norms were not compared");
        }

        Console.WriteLine($"// {Norms}: {report.Norms} norms, {report.Cells} cells, {report.Remarks.Length} remarks");
    }

    [GlobalCleanup]
    public void Delete() => delete();

    [Benchmark(Baseline = true)]
    public RuleProgram ReadAndCompile() => RuleProgram.Compile(RulePackReader.Read(pack.Folder).Require(), Bench.Date);

    [Benchmark]
    public AnalysisReport Lint() => PackAnalysis.Run(pack, Bench.Date);
}
