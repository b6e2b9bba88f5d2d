using System.Diagnostics;
using System.Globalization;

namespace ZoningRules.Benchmarks.National;

/// <summary>
/// Runs <c>zoning batch</c> on a generated country in a process of its own, once with a thousand rows and once with all, and prints rate, processor time and memory.
/// What the first run took is reading pack and layers and compiling code; the difference is the rows'.
/// </summary>
internal static class BatchRun
{
    private const int FewRows = 1_000;

    /// <summary>Runs and prints.</summary>
    public static int Run(string folder)
    {
        var all = Path.Combine(folder, NationalRows.File);
        var few = Path.Combine(folder, "few.ndjson");
        File.WriteAllLines(few, File.ReadLines(all).Take(FewRows));
        var rows = File.ReadLines(all).Count();
        var start = Measure(folder, few);
        Print($"reading pack and layers, and {FewRows} rows", start);
        var whole = Measure(folder, all);
        Print($"{rows} rows", whole);
        var (wall, busy, more) = (whole.Wall - start.Wall, whole.Processor - start.Processor, rows - FewRows);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"rows alone: {wall:0.0} s, {more / wall:0} rows/s, {busy * 1e6 / more:0.0} µs of processor a row; {(whole.Peak - start.Peak) / 1e6:0} MB more at the peak"));
        return 0;
    }

    private static (double Wall, double Processor, long Peak) Measure(string folder, string rows)
    {
        var command = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "..", "src", "ZoningRules.Cli", "bin", "Release", "net10.0", "zoning.dll");
        var info = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { command, "batch", rows, "--rules", Path.Combine(folder, "pack"), "--date", "2026-11-22", "--output", Path.Combine(folder, "results.ndjson"), "--lang", "en" },
            RedirectStandardOutput = true,
        };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(info)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var (processor, peak) = (0d, 0L);
        while (!process.WaitForExit(20))
        {
            try
            {
                process.Refresh();
                (processor, peak) = (process.TotalProcessorTime.TotalSeconds, Math.Max(peak, process.WorkingSet64));
            }
            catch (InvalidOperationException)
            {
                // It ended between the two looks.
            }
        }

        var wall = clock.Elapsed.TotalSeconds;
        if (process.ExitCode is not (0 or 65))
        {
            throw new InvalidOperationException($"zoning batch ended with {process.ExitCode}");
        }

        Console.WriteLine(string.Join('\n', output.Result.Split('\n').Take(10)));
        return (wall, processor, peak);
    }

    private static void Print(string what, (double Wall, double Processor, long Peak) run) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what}: {run.Wall:0.0} s, {run.Processor:0.0} s of processor, {run.Peak / 1e6:0} MB at the peak"));
}
