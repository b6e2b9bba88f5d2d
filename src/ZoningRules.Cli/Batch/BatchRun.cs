using System.Globalization;
using System.Text;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Cli.Batch;

/// <summary>One run of a batch: input, pipeline, results, summary.</summary>
internal sealed class BatchRun : IDisposable
{
    private readonly Surroundings around;
    private readonly BatchOptions options;
    private readonly PackSet packs;
    private readonly OpenedInput input;
    private readonly RunIdentity identity;
    private readonly IResultSink sink;
    private readonly long first;
    private readonly long last;
    private readonly Tally tally = new();
    private readonly BatchProgress progress;
    private long next = 1;
    private bool found;
    private long doneUpTo;
    private byte[] digest = [];

    private BatchRun(Surroundings around, BatchOptions options, PackSet packs, OpenedInput input, RunIdentity identity, IResultSink sink, long first, long last)
    {
        this.around = around;
        this.options = options;
        this.packs = packs;
        this.input = input;
        this.identity = identity;
        this.sink = sink;
        this.first = first;
        this.last = last;
        progress = new(around, options.Language, input.Length);
        if (sink.Earlier is { } earlier)
        {
            tally.Add(earlier.Summary.Tally);
            doneUpTo = earlier.Rows;
        }
    }

    /// <summary>Runs a batch.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(Surroundings around, BatchOptions options)
    {
        if (OutputCheck.Refuse(around, options.Language, [options.Input, options.Ledgers], ("--output", options.Output), ("--summary", options.Summary)) is { } wrong)
        {
            return wrong;
        }

        var bench = Workbench.Open(around, options.Rules, options.Ledgers, options.Date);
        if (!bench.Succeeded)
        {
            return Complaints.Tell(around, options.Language, bench.Problems);
        }

        bench.Value.WarnOfLayers(options.Language);
        try
        {
            return Run(around, options, bench.Value);
        }
        catch (OutputLostException lost)
        {
            around.Error.WriteLine(options.Language == Language.Zh ? $"无法写入 `{lost.Path}`：{lost.Cause.Zh}" : $"cannot write `{lost.Path}`: {lost.Cause.En}");
            return ExitCode.BadInput;
        }
        catch (ResumeException refused)
        {
            return Complaints.Tell(around, options.Language, [refused.Problem]);
        }
        catch (InvalidDataException damaged)
        {
            return Complaints.Tell(around, options.Language, [Problem.Of(ProblemCode.FileUnreadable, new(options.Input), options.Input, "内容已损坏", damaged.Message)]);
        }
        catch (IOException refusal)
        {
            return Complaints.Tell(around, options.Language, [ReadFailure.Of(refusal, options.Input, options.Input)]);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => progress.Dispose();

    private static int Run(Surroundings around, BatchOptions options, Workbench bench)
    {
        var (first, last) = (1L, long.MaxValue);
        if (options.Shard != Shard.Whole)
        {
            var rows = CountRows(around, options, bench);
            if (!rows.Succeeded)
            {
                return Complaints.Tell(around, options.Language, rows.Problems);
            }

            (first, last) = (options.Shard.First(rows.Value.Rows), options.Shard.Last(rows.Value.Rows));
        }

        var opened = InputOpener.Open(around, options, bench.Packs.Vocabulary);
        if (!opened.Succeeded)
        {
            return Complaints.Tell(around, options.Language, opened.Problems);
        }

        using var input = opened.Value;
        var otherwise = around.TodayInChina();
        var identity = RunIdentity.Of(bench, options, input.Crs, input.Rows.Heading, otherwise);
        var sink = OpenSink(around, options, identity);
        if (!sink.Succeeded)
        {
            return Complaints.Tell(around, options.Language, sink.Problems);
        }

        using var results = sink.Value;
        using var run = new BatchRun(around, options, bench.Packs, input, identity, results, first, last);
        return run.Go(() => new(bench, options, input, otherwise, identity));
    }

    private static Loaded<IResultSink> OpenSink(Surroundings around, BatchOptions options, RunIdentity identity)
    {
        if (options.Output is null)
        {
            return Loaded<IResultSink>.Good(new StreamSink(around.Out));
        }

        var file = FileSink.Open(options, identity);
        return file.Succeeded ? Loaded<IResultSink>.Good(file.Value) : Loaded<IResultSink>.Bad(file.Problems);
    }

    private static Loaded<RowCount> CountRows(Surroundings around, BatchOptions options, Workbench bench)
    {
        var opened = InputOpener.Open(around, options, bench.Packs.Vocabulary);
        if (!opened.Succeeded)
        {
            return Loaded<RowCount>.Bad(opened.Problems);
        }

        using var input = opened.Value;
        using var block = new RowBlock();
        var rows = 0L;
        while (true)
        {
            block.Begin(rows + 1);
            if (!input.Rows.Fill(block))
            {
                return Loaded<RowCount>.Good(new(rows));
            }

            rows += block.Rows.Count;
        }
    }

    private int Go(Func<RowAssessor> makeWorker)
    {
        var stop = around.Interruption.Listen();
        if (sink.Earlier is null && options.Shard.Number == 1)
        {
            using var writer = RowAssessor.WriterFor(packs, options);
            sink.Write(Encoding.UTF8.GetBytes(writer.Heading));
        }

        Pipeline.Run(options.Workers, Fill, makeWorker, Take, () => stop.IsCancellationRequested);
        progress.Dispose();
        if (sink.Earlier is { Rows: var rows } && next <= rows && !stop.IsCancellationRequested)
        {
            throw new ResumeException(options.Output!, new("输入比上次短", "the input is shorter than it was"));
        }

        if (stop.IsCancellationRequested)
        {
            sink.Commit(JournalAt);
            around.Error.WriteLine(Interrupted());
            return ExitCode.Interrupted;
        }

        if (!found)
        {
            return Complaints.Tell(around, options.Language, [Problem.Of(ProblemCode.NoRows, new(options.Input), options.Input)]);
        }

        var summary = SummaryNow();
        if (options.Summary is { } path && around.Files.Write(path, Render(summary, path, options.Language)) is { } cause)
        {
            sink.Commit(JournalAt);
            throw new OutputLostException(path, cause);
        }

        sink.Complete();
        (options.Output is null ? around.Error : around.Out).Write(SummaryText.Plain(summary, options.Language));
        return tally.Bad > 0 ? ExitCode.BadInput : ExitCode.Admitted;
    }

    /// <summary>A summary in the form that the ending of its file asks for.</summary>
    public static string Render(Summary summary, string path, Language language) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".md" => SummaryText.Markdown(summary, language),
        ".html" => SummaryText.Html(summary, language),
        _ => SummaryJson.Render(summary),
    };

    // Called by the reading thread only.
    private bool Fill(RowBlock block)
    {
        var earlier = sink.Earlier;
        while (next <= last)
        {
            block.Begin(next);
            if (!input.Rows.Fill(block))
            {
                return false;
            }

            found = true;
            var start = next;
            next += block.Rows.Count;
            block.End = next - 1;
            block.Digest = input.Rows.Digest();
            block.Position = input.Rows.Position;
            if (block.End == earlier?.Rows && Convert.ToHexStringLower(block.Digest) != earlier.Digest)
            {
                throw new ResumeException(options.Output!, new("输入与上次不同", "the input is not the same as it was"));
            }

            var wanted = Math.Max(first, (earlier?.Rows ?? 0) + 1);
            if (block.End < wanted)
            {
                continue;
            }

            if (block.End > last)
            {
                block.Keep((int)(last - start + 1));
            }

            block.DropFirst((int)Math.Max(0, wanted - start));
            return true;
        }

        found = true;
        return false;
    }

    private void Take(RowBlock block)
    {
        sink.Write(block.Results.WrittenSpan);
        tally.Add(block.Tally);
        (doneUpTo, digest) = (block.End, block.Digest);
        progress.Tell(tally.Rows - (sink.Earlier?.Summary.Tally.Rows ?? 0), block.End, block.Position);
        if (sink.IsCommitDue)
        {
            sink.Commit(JournalAt);
        }
    }

    private Summary SummaryNow() => new(tally, [options.Shard.ToString()], identity.Fingerprint, identity.Canonical);

    private Journal JournalAt(long length) => new(
        doneUpTo, digest.Length > 0 ? Convert.ToHexStringLower(digest) : sink.Earlier?.Digest ?? "", length, options.Shard.ToString(), SummaryNow());

    private string Interrupted()
    {
        var rows = tally.Rows.ToString(CultureInfo.InvariantCulture);
        return (options.Language, options.Output) switch
        {
            (Language.Zh, null) => $"已中断：写出 {rows} 行完整结果",
            (Language.Zh, var path) => $"已中断：{rows} 行结果在 `{path}.part`，加 `--resume` 接续",
            (_, null) => $"interrupted: {Figures.Counted(tally.Rows, "whole row was", "whole rows were")} written",
            (_, var path) => $"interrupted: the results of {Figures.Counted(tally.Rows, "row", "rows")} are in `{path}.part`; take it up with `--resume`",
        };
    }

    private sealed record RowCount(long Rows);
}
