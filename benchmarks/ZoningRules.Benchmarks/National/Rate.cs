using System.Globalization;

namespace ZoningRules.Benchmarks.National;

/// <summary>
/// How often something can be done in a second of one processor: the best of several turns, on one thread. Processor time of the process is counted and not the
/// clock, so that what else the machine does disturbs it less; collecting garbage is counted.
/// </summary>
internal static class Rate
{
    /// <summary>Does something for every number below a count, in turns, and says how many a second of processor time the best turn did and how many bytes each took.</summary>
    public static (double PerSecond, double Bytes) Of(int count, int turns, Func<int, int> work)
    {
        var best = 0d;
        var bytes = 0d;
        for (var turn = 0; turn < turns; turn++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var clock = ProcessorSeconds();
            var sum = 0;
            for (var i = 0; i < count; i++)
            {
                sum = unchecked(sum + work(i));
            }

            best = Math.Max(best, count / Math.Max(ProcessorSeconds() - clock, 1e-6));
            bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)count;
            GC.KeepAlive(sum);
        }

        return (best, bytes);
    }

    /// <summary>The processor time the process took so far.</summary>
    public static double ProcessorSeconds() => Environment.CpuUsage.TotalTime.TotalSeconds;

    public static string Text(double perSecond) => perSecond switch
    {
        >= 1e6 => string.Create(CultureInfo.InvariantCulture, $"{perSecond / 1e6:0.00} M"),
        >= 1e4 => string.Create(CultureInfo.InvariantCulture, $"{perSecond / 1e3:0.0} k"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{perSecond:0}"),
    };
}
