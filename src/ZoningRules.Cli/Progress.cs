using System.Globalization;
using ZoningRules.Problems;

namespace ZoningRules.Cli;

/// <summary>
/// Tells on the error stream how far a long run is: one line that is written over on a terminal, a line now and then otherwise; a short run says nothing.
/// Thread-safe. Disposing it leaves the terminal's line empty.
/// </summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Elsewhere = TimeSpan.FromSeconds(10);

    private readonly Surroundings around;
    private readonly Language language;
    private readonly Lock gate = new();
    private readonly long started;
    private LocalText step;
    private long? total;
    private long done;
    private long stepStarted;
    private long told;
    private bool shown;

    /// <summary>Starts.</summary>
    /// <param name="around">Where to tell, and the clock.</param>
    /// <param name="language">In which language.</param>
    /// <param name="step">What is being done.</param>
    /// <param name="total">How many there are to do; null when nobody knows.</param>
    public Progress(Surroundings around, Language language, LocalText step, long? total = null)
    {
        this.around = around;
        this.language = language;
        this.step = step;
        this.total = total;
        started = stepStarted = told = around.Time.GetTimestamp();
    }

    /// <summary>How many are done of this step.</summary>
    public long Done => Interlocked.Read(ref done);

    /// <summary>How long it has taken since the start, all steps together.</summary>
    public TimeSpan Elapsed => around.Time.GetElapsedTime(started);

    /// <summary>Goes on to another step, of which nothing is done yet.</summary>
    public void Begin(LocalText next, long? count = null)
    {
        lock (gate)
        {
            (step, total, stepStarted) = (next, count, around.Time.GetTimestamp());
            Interlocked.Exchange(ref done, 0);
            if (around.ErrorIsTerminal)
            {
                Tell();
            }
        }
    }

    /// <summary>Counts some more as done.</summary>
    public void Add(long count = 1)
    {
        Interlocked.Add(ref done, count);
        if (around.Time.GetElapsedTime(Volatile.Read(ref told)) >= (around.ErrorIsTerminal ? OnTerminal : Elsewhere) && gate.TryEnter())
        {
            try
            {
                Tell();
            }
            finally
            {
                gate.Exit();
            }
        }
    }

    /// <summary>Runs an action with the terminal's line out of the way, such as one that writes a message.</summary>
    public void Interrupt(Action action)
    {
        lock (gate)
        {
            Clear();
            action();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            Clear();
        }
    }

    private void Tell()
    {
        Volatile.Write(ref told, around.Time.GetTimestamp());
        var line = Line(step.In(language), Done, total, around.Time.GetElapsedTime(stepStarted), language);
        if (around.ErrorIsTerminal)
        {
            around.Error.Write($"\r{line}\u001b[K");
            shown = true;
        }
        else
        {
            around.Error.WriteLine(line);
        }

        around.Error.Flush();
    }

    private void Clear()
    {
        if (shown)
        {
            around.Error.Write("\r\u001b[K");
            around.Error.Flush();
            shown = false;
        }
    }

    /// <summary>The line: what, how many of how many, the share, how many a second, and how long it will still take.</summary>
    internal static string Line(string what, long done, long? total, TimeSpan elapsed, Language language)
    {
        var count = Number(done) + (total is { } all ? $" / {Number(all)}" : "");
        var share = total is > 0 ? string.Create(CultureInfo.InvariantCulture, $"  {done * 100 / total.Value} %") : "";
        var rate = elapsed.TotalSeconds >= 1 && done > 0 ? done / elapsed.TotalSeconds : 0;
        var speed = rate <= 0 ? "" : rate < 10
            ? string.Create(CultureInfo.InvariantCulture, $"  {rate:0.0} /s")
            : string.Create(CultureInfo.InvariantCulture, $"  {rate:#,0} /s");
        var left = rate > 0 && total > done ? TimeSpan.FromSeconds(Math.Min(359_999, Math.Ceiling((total.Value - done) / rate))) : (TimeSpan?)null;
        var rest = left is { } time
            ? (language == Language.Zh ? "  还需 " : "  left ") + string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00}")
            : "";
        return $"{what} {count}{share}{speed}{rest}";
    }

    private static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
