using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using ZoningRules.Benchmarks.National;

if (args is ["national" or "screening", .. var texts])
{
    int[] sizes = texts.Length == 0 ? [35, 450, 4_500, 45_000] : [.. texts.Select(t => int.Parse(t, CultureInfo.InvariantCulture))];
    return args[0] == "national" ? NationalRun.Run(sizes) : ScreeningRun.Run(sizes);
}

if (args is ["generate", var units, var folder, .. var counts])
{
    var coverage = new NationalCoverage(int.Parse(units, CultureInfo.InvariantCulture));
    var rows = counts.Length == 0 ? 1_000_000 : int.Parse(counts[0], CultureInfo.InvariantCulture);
    Console.WriteLine($"{NationalPack.Write(coverage, Path.Combine(folder, "pack")) / 1_000_000} MB of units");
    Console.WriteLine($"{NationalRows.Write(coverage, Path.Combine(folder, NationalRows.File), rows) / 1_000_000} MB of projects");
    return 0;
}

if (args is ["batch", var national])
{
    return BatchRun.Run(national);
}

// In-process, because BenchmarkDotNet's own builds would leave the locked restore. Many short iterations: the least of them is what the code takes when nothing
// else runs, which a mean on a shared machine is not.
var job = Job.Default
    .WithToolchain(InProcessEmitToolchain.Instance)
    .WithIterationTime(TimeInterval.FromMilliseconds(25))
    .WithWarmupCount(80)
    .WithIterationCount(60);
var config = DefaultConfig.Instance
    .AddJob(job)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumn(StatisticColumn.Min, StatisticColumn.Median)
    .WithOptions(ConfigOptions.JoinSummary | ConfigOptions.DisableLogFile);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
return 0;
