using ZoningRules.Problems;

namespace ZoningRules.Cli.Batch;

/// <summary>
/// One line on a terminal, written over and over: rows, share, rate, time left. The number of rows to come is estimated from how much of the input has been read. Elsewhere
/// nothing is said.
/// </summary>
internal sealed class BatchProgress(Surroundings around, Language language, long? length) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly long started = around.Time.GetTimestamp();
    private long told = around.Time.GetTimestamp();
    private bool shown;

    /// <summary>Tells how far the run is, if it is time to.</summary>
    /// <param name="done">Rows done by this run.</param>
    /// <param name="rows">Rows of the input up to here.</param>
    /// <param name="position">Bytes of the input up to here.</param>
    public void Tell(long done, long rows, long position)
    {
        if (!around.ErrorIsTerminal || around.Time.GetElapsedTime(told) < Pause)
        {
            return;
        }

        told = around.Time.GetTimestamp();
        shown = true;
        var total = length is > 0 && position > 0 ? done + (long)(Math.Max(0, length.Value - position) * ((double)rows / position)) : (long?)null;
        var line = Progress.Line(language == Language.Zh ? "批量审查" : "screening", done, total, around.Time.GetElapsedTime(started), language);
        around.Error.Write($"\r{line}\u001b[K");
        around.Error.Flush();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (shown)
        {
            around.Error.Write("\r\u001b[K");
            around.Error.Flush();
        }
    }
}
