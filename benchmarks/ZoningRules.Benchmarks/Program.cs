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

if (args is ["generate", var units, var folder])
{
    Console.WriteLine($"{NationalFiles.Write(new(int.Parse(units, CultureInfo.InvariantCulture)), folder) / 1_000_000} MB");
    return 0;
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
