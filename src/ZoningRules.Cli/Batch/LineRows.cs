namespace ZoningRules.Cli.Batch;

/// <summary>One JSON object a line. Empty lines are no rows.</summary>
internal sealed class LineRows(InputWindow window) : IRowSource
{
    /// <inheritdoc/>
    public TableHeading? Heading => null;

    /// <inheritdoc/>
    public long Position => window.Position;

    /// <inheritdoc/>
    public bool Fill(RowBlock block)
    {
        while (!block.IsFull && Next(block))
        {
        }

        return block.Rows.Count > 0;
    }

    /// <inheritdoc/>
    public byte[] Digest() => window.Digest();

    /// <inheritdoc/>
    public void Dispose() => window.Dispose();

    /// <summary>Consumes the rest of a line, however long.</summary>
    public static void SkipLine(InputWindow window)
    {
        while (true)
        {
            var end = window.Unread.IndexOf((byte)'\n');
            if (end >= 0)
            {
                window.Consume(end + 1);
                return;
            }

            window.Consume(window.Unread.Length);
            if (!window.Fill())
            {
                return;
            }
        }
    }

    private bool Next(RowBlock block)
    {
        window.SkipSpace();
        var scanned = 0;
        while (true)
        {
            var end = window.Unread[scanned..].IndexOf((byte)'\n');
            scanned = end >= 0 ? scanned + end : window.Unread.Length;
            if (scanned > InputWindow.RowLimit)
            {
                block.Add([], window.Line, window.Column + 1, RowFault.TooLong);
                SkipLine(window);
                return true;
            }

            if (end >= 0 || !window.Fill())
            {
                break;
            }
        }

        if (scanned == 0)
        {
            return false;
        }

        block.Add(window.Unread[..scanned].TrimEnd((byte)'\r'), window.Line, window.Column + 1);
        window.Consume(Math.Min(scanned + 1, window.Unread.Length));
        return true;
    }
}
