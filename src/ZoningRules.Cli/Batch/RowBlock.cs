using System.Buffers;

namespace ZoningRules.Cli.Batch;

/// <summary>Some rows that follow one another, and what became of them. Blocks are used again and again, so a run needs the memory of a few of them.</summary>
internal sealed class RowBlock : IDisposable
{
    private const int MostRows = 128;
    private const int MostBytes = 64 * 1024;

    private readonly ArrayBufferWriter<byte> bytes = new(MostBytes);
    private readonly List<RowMark> marks = new(MostRows);
    private readonly ManualResetEventSlim done = new();

    /// <summary>The number of the first row, from 1.</summary>
    public long FirstRow { get; private set; }

    /// <summary>The number of the last row read into it, those left out again included.</summary>
    public long End { get; set; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<RowMark> Rows => marks;

    /// <summary>Whether no more rows should be added.</summary>
    public bool IsFull => marks.Count >= MostRows || bytes.WrittenCount >= MostBytes;

    /// <summary>SHA-256 of the input up to the end of the block.</summary>
    public byte[] Digest { get; set; } = [];

    /// <summary>How far the input was read at the end of the block, in bytes.</summary>
    public long Position { get; set; }

    /// <summary>The result lines.</summary>
    public ArrayBufferWriter<byte> Results { get; } = new(MostBytes);

    /// <summary>The counts of the block.</summary>
    public Tally Tally { get; } = new();

    /// <summary>Empties the block.</summary>
    public void Begin(long firstRow)
    {
        FirstRow = firstRow;
        bytes.ResetWrittenCount();
        Results.ResetWrittenCount();
        marks.Clear();
        Tally.Clear();
        done.Reset();
    }

    /// <summary>Adds a row.</summary>
    public void Add(ReadOnlySpan<byte> row, long line, int column, RowFault fault = RowFault.None)
    {
        marks.Add(new(bytes.WrittenCount, row.Length, line, column, fault));
        bytes.Write(row);
    }

    /// <summary>Leaves out the first rows.</summary>
    public void DropFirst(int count)
    {
        marks.RemoveRange(0, count);
        FirstRow += count;
    }

    /// <summary>Leaves out everything after the first rows.</summary>
    public void Keep(int count) => marks.RemoveRange(count, marks.Count - count);

    /// <summary>The bytes of a row.</summary>
    public ReadOnlyMemory<byte> Bytes(RowMark row) => bytes.WrittenMemory.Slice(row.Start, row.Length);

    /// <summary>Says that the results are complete.</summary>
    public void Finish() => done.Set();

    /// <summary>Waits until they are.</summary>
    public void WaitUntilFinished() => done.Wait();

    /// <inheritdoc/>
    public void Dispose() => done.Dispose();
}
