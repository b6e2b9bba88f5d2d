using System.Security.Cryptography;

namespace ZoningRules.Cli.Batch;

/// <summary>
/// A stream seen through a window that moves on: what has been consumed is gone, so memory stays the same however long the input is. Counts lines and hashes what it passes.
/// </summary>
internal sealed class InputWindow(Stream stream) : IDisposable
{
    /// <summary>The most bytes one row may have.</summary>
    public const int RowLimit = 2 * 1024 * 1024;

    private const int Least = 256 * 1024;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] buffer = new byte[Least];
    private int start;
    private int end;

    /// <summary>What has been read and not consumed.</summary>
    public ReadOnlySpan<byte> Unread => buffer.AsSpan(start, end - start);

    /// <summary>Whether the stream has ended, so that <see cref="Unread"/> is all that is left.</summary>
    public bool Ended { get; private set; }

    /// <summary>The line of the first unread byte, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>Whether everything that was consumed of the present line is white space.</summary>
    public bool AtLineStart { get; private set; } = true;

    /// <summary>Bytes consumed of the present line.</summary>
    public int Column { get; private set; }

    /// <summary>Bytes consumed in all.</summary>
    public long Position { get; private set; }

    /// <summary>SHA-256 of everything consumed.</summary>
    public byte[] Digest() => hash.GetCurrentHash();

    /// <summary>Reads more; false when nothing more comes.</summary>
    public bool Fill()
    {
        if (Ended)
        {
            return false;
        }

        if (end == buffer.Length)
        {
            if (start > 0)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (start, end) = (0, end - start);
            }
            else
            {
                // INVARIANT: rows longer than the limit are never kept, so this ends at twice the limit.
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }

        var read = stream.Read(buffer, end, buffer.Length - end);
        end += read;
        Ended = read == 0;
        return read > 0;
    }

    /// <summary>Moves on.</summary>
    public void Consume(int count)
    {
        var passed = buffer.AsSpan(start, count);
        hash.AppendData(passed);
        Position += count;
        start += count;
        var last = passed.LastIndexOf((byte)'\n');
        if (last >= 0)
        {
            Line += passed.Count((byte)'\n');
            Column = 0;
            AtLineStart = true;
            passed = passed[(last + 1)..];
        }

        Column += passed.Length;
        AtLineStart = AtLineStart && !passed.ContainsAnyExcept((byte)' ', (byte)'\t', (byte)'\r');
        if (start == end)
        {
            start = end = 0;
        }
    }

    /// <summary>Consumes white space.</summary>
    public void SkipSpace()
    {
        while (true)
        {
            var past = Unread.IndexOfAnyExcept(" \t\r\n"u8);
            if (past >= 0)
            {
                Consume(past);
                return;
            }

            Consume(Unread.Length);
            if (!Fill())
            {
                return;
            }
        }
    }

    /// <summary>The next byte, or -1 at the end.</summary>
    public int Peek() => Unread.IsEmpty && !Fill() ? -1 : Unread[0];

    /// <inheritdoc/>
    public void Dispose()
    {
        hash.Dispose();
        stream.Dispose();
    }
}
