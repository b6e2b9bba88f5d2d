using System.Buffers;
using ZoningRules.Problems;

namespace ZoningRules.Cli.Batch;

/// <summary>
/// Result lines in a file. Until it is complete it is called <c>FILE.part</c>, with a journal <c>FILE.part.json</c> that says how far it counts; whatever stands after that
/// is dropped when the batch is taken up.
/// </summary>
internal sealed class FileSink : IResultSink
{
    // A journal names every unit met. One so long is written only after so many times its length of results.
    private const int LongJournal = 512 * 1024;
    private const int ResultsAJournal = 16;

    private readonly ArrayBufferWriter<byte> journalBytes = new();
    private readonly string path;
    private readonly FileStream part;
    private readonly long commitEvery;
    private long written;
    private long committed;

    private FileSink(string path, FileStream part, Journal? earlier, long commitEvery)
    {
        this.commitEvery = commitEvery;
        this.path = path;
        this.part = part;
        Earlier = earlier;
        written = committed = part.Position;
    }

    /// <inheritdoc/>
    public Journal? Earlier { get; }

    /// <inheritdoc/>
    public bool IsCommitDue => written - committed >= Math.Max(commitEvery, journalBytes.WrittenCount > LongJournal ? ResultsAJournal * (long)journalBytes.WrittenCount : 0);

    /// <summary>The unfinished results.</summary>
    public string PartPath => path + ".part";

    private string JournalPath => PartPath + ".json";

    /// <summary>Opens the file beside the place of the results.</summary>
    /// <exception cref="OutputLostException">It cannot be written.</exception>
    /// <exception cref="ResumeException">There is an unfinished batch that does not go with this one.</exception>
    public static Loaded<FileSink> Open(BatchOptions options, RunIdentity identity)
    {
        var path = options.Output!;
        var partPath = path + ".part";
        var journalPath = partPath + ".json";
        FileStream? part = null;
        try
        {
            if (!options.Resume && (File.Exists(partPath) || File.Exists(journalPath)))
            {
                return Loaded<FileSink>.Bad(Problem.Of(ProblemCode.UnfinishedBatch, null, partPath));
            }

            Journal? earlier = null;
            if (options.Resume && File.Exists(journalPath))
            {
                earlier = Journal.Read(File.ReadAllBytes(journalPath))
                    ?? throw new ResumeException(partPath, new("它的日志已损坏", "its journal is damaged"));
                Check(earlier, options.Shard, identity, partPath);
            }

            part = new(partPath, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1);
            if (part.Length < (earlier?.Length ?? 0))
            {
                throw new ResumeException(partPath, new("它比日志所记的短", "it is shorter than its journal says"));
            }

            part.SetLength(earlier?.Length ?? 0);
            part.Seek(0, SeekOrigin.End);
            var sink = new FileSink(path, part, earlier, options.CommitEvery);
            part = null;
            return Loaded<FileSink>.Good(sink);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            throw new OutputLostException(partPath, OutputFiles.Cause(e, partPath));
        }
        finally
        {
            part?.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> lines)
    {
        try
        {
            part.Write(lines);
            written += lines.Length;
        }
        catch (Exception e) when (IsRefusal(e))
        {
            throw new OutputLostException(PartPath, OutputFiles.Cause(e, PartPath));
        }
    }

    /// <inheritdoc/>
    public void Commit(Func<long, Journal> journal)
    {
        try
        {
            // The journal must never promise bytes that are not there.
            part.Flush(flushToDisk: true);
            var beside = JournalPath + ".tmp";
            journalBytes.ResetWrittenCount();
            journal(written).Write(journalBytes);
            File.WriteAllBytes(beside, journalBytes.WrittenSpan);
            File.Move(beside, JournalPath, overwrite: true);
            committed = written;
        }
        catch (Exception e) when (IsRefusal(e))
        {
            throw new OutputLostException(JournalPath, OutputFiles.Cause(e, JournalPath));
        }
    }

    /// <inheritdoc/>
    public void Complete()
    {
        try
        {
            part.Flush(flushToDisk: true);
            part.Dispose();
            File.Move(PartPath, path, overwrite: true);
            File.Delete(JournalPath);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            throw new OutputLostException(path, OutputFiles.Cause(e, path));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => part.Dispose();

    private static bool IsRefusal(Exception e) => e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException;

    private static void Check(Journal earlier, Shard shard, RunIdentity identity, string partPath)
    {
        if (earlier.Shard != shard.ToString())
        {
            throw new ResumeException(partPath, new($"上次的分片是 {earlier.Shard}", $"its shard was {earlier.Shard}"));
        }

        if (earlier.Summary.Fingerprint != identity.Fingerprint)
        {
            throw new ResumeException(partPath, identity.DifferenceTo(earlier.Summary.Run));
        }
    }
}
