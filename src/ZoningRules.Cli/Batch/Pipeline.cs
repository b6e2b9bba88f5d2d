using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace ZoningRules.Cli.Batch;

/// <summary>
/// One thread reads blocks, several work on them, the caller takes them in the order they were read. There are only so many blocks, so whoever is ahead waits and memory stays the same.
/// </summary>
internal sealed class Pipeline : IDisposable
{
    // Enough that nobody waits while results are flushed to the disk, a few megabytes in all.
    private const int BlocksAWorker = 8;

    private readonly RowBlock[] blocks;
    private readonly BlockingCollection<RowBlock> free = [];
    private readonly BlockingCollection<RowBlock> work = [];
    private readonly BlockingCollection<RowBlock> order = [];
    private volatile ExceptionDispatchInfo? fault;
    private volatile bool stopped;

    private Pipeline(int workers)
    {
        blocks = [.. Enumerable.Range(0, (workers * BlocksAWorker) + 2).Select(_ => new RowBlock())];
        foreach (var block in blocks)
        {
            free.Add(block);
        }
    }

    /// <summary>Runs until the input ends, or until someone asks to stop; then what was read is still taken.</summary>
    /// <param name="workers">How many threads work.</param>
    /// <param name="fill">Fills a block; false at the end. Called by one thread only.</param>
    /// <param name="makeWorker">Makes what one thread does with a block.</param>
    /// <param name="take">Takes a finished block; on the caller's thread, in order.</param>
    /// <param name="stop">Whether someone asked to stop.</param>
    public static void Run(int workers, Func<RowBlock, bool> fill, Func<RowAssessor> makeWorker, Action<RowBlock> take, Func<bool> stop)
    {
        using var pipeline = new Pipeline(workers);
        pipeline.RunAll(workers, fill, makeWorker, take, stop);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        free.Dispose();
        work.Dispose();
        order.Dispose();
        foreach (var block in blocks)
        {
            block.Dispose();
        }
    }

    private void RunAll(int workers, Func<RowBlock, bool> fill, Func<RowAssessor> makeWorker, Action<RowBlock> take, Func<bool> stop)
    {
        var threads = new List<Thread>();
        Start("zoning-read", () => Read(fill, stop));
        for (var i = 0; i < workers; i++)
        {
            Start("zoning-assess", () => Work(makeWorker));
        }

        try
        {
            foreach (var block in order.GetConsumingEnumerable())
            {
                block.WaitUntilFinished();
                if (fault is null)
                {
                    take(block);
                }

                free.Add(block);
            }
        }
        finally
        {
            // Whatever went wrong here, the threads must come to their ends.
            stopped = true;
            foreach (var block in order.GetConsumingEnumerable())
            {
                block.WaitUntilFinished();
                free.Add(block);
            }

            threads.ForEach(t => t.Join());
        }

        fault?.Throw();

        void Start(string name, ThreadStart run)
        {
            var thread = new Thread(run) { Name = name, IsBackground = true };
            threads.Add(thread);
            thread.Start();
        }
    }

    private void Read(Func<RowBlock, bool> fill, Func<bool> stop)
    {
        try
        {
            while (!stopped && fault is null && !stop())
            {
                var block = free.Take(CancellationToken.None);
                if (stopped || stop() || !fill(block))
                {
                    return;
                }

                order.Add(block, CancellationToken.None);
                work.Add(block, CancellationToken.None);
            }
        }
        catch (Exception e)
        {
            // Thrown again on the caller's thread.
            fault ??= ExceptionDispatchInfo.Capture(e);
        }
        finally
        {
            order.CompleteAdding();
            work.CompleteAdding();
        }
    }

    private void Work(Func<RowAssessor> makeWorker)
    {
        RowAssessor? worker = null;
        foreach (var block in work.GetConsumingEnumerable())
        {
            try
            {
                if (fault is null)
                {
                    worker ??= makeWorker();
                    worker.Assess(block);
                }
            }
            catch (Exception e)
            {
                // Thrown again on the caller's thread.
                fault ??= ExceptionDispatchInfo.Capture(e);
            }
            finally
            {
                block.Finish();
            }
        }

        worker?.Dispose();
    }
}
