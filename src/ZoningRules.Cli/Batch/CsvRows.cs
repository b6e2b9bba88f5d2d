namespace ZoningRules.Cli.Batch;

/// <summary>The records of a CSV table after its heading. Records without any content are no rows.</summary>
internal sealed class CsvRows : IRowSource
{
    private static readonly byte[] Delimiters = [(byte)',', (byte)';', (byte)'\t', (byte)'|'];

    private readonly InputWindow window;

    private CsvRows(InputWindow window, byte delimiter, IReadOnlyList<string> names)
    {
        this.window = window;
        Delimiter = delimiter;
        Names = names;
    }

    /// <summary>What stands between cells.</summary>
    public byte Delimiter { get; }

    /// <summary>The texts of the heading.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <inheritdoc/>
    public TableHeading? Heading { get; set; }

    /// <inheritdoc/>
    public long Position => window.Position;

    /// <summary>Reads the heading: the first record, whose most frequent delimiter is that of the table. Null when there is none.</summary>
    public static CsvRows? Open(InputWindow window)
    {
        window.SkipSpace();
        int end;
        byte delimiter;
        do
        {
            var line = window.Unread.IndexOf((byte)'\n');
            delimiter = MostFrequent(line < 0 ? window.Unread : window.Unread[..line]);
            end = Csv.EndOfRecord(window.Unread, delimiter, window.Ended);
        }
        while (end == -1 && window.Unread.Length <= InputWindow.RowLimit && (window.Fill() || window.Ended));

        if (end <= 0)
        {
            return null;
        }

        var names = new List<string>();
        Csv.Cells(window.Unread[..end], delimiter, names);
        window.Consume(Math.Min(end + 1, window.Unread.Length));
        return new(window, delimiter, names);
    }

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

    private static byte MostFrequent(ReadOnlySpan<byte> line)
    {
        var best = Delimiters[0];
        foreach (var delimiter in Delimiters)
        {
            if (line.Count(delimiter) > line.Count(best))
            {
                best = delimiter;
            }
        }

        return best;
    }

    private bool Next(RowBlock block)
    {
        while (true)
        {
            var end = Csv.EndOfRecord(window.Unread, Delimiter, window.Ended);
            if (end == -1)
            {
                if (window.Unread.Length <= InputWindow.RowLimit)
                {
                    window.Fill();
                    continue;
                }

                // Longer than a row may be: a line that long, or a quotation mark that was never closed.
                end = window.Unread.Contains((byte)'\n') ? -2 : -1;
            }

            if (end == -1 || end > InputWindow.RowLimit)
            {
                block.Add([], window.Line, 1, RowFault.TooLong);
                if (end > 0)
                {
                    window.Consume(end);
                }

                LineRows.SkipLine(window);
                return true;
            }

            if (end == -2)
            {
                // The next line is a row again: one forgotten mark must not swallow the rest.
                block.Add([], window.Line, 1, RowFault.OpenQuote);
                LineRows.SkipLine(window);
                return true;
            }

            var isLast = end == window.Unread.Length;
            var hasContent = HasContent(window.Unread[..end]);
            if (hasContent)
            {
                block.Add(window.Unread[..end], window.Line, 1);
            }

            window.Consume(isLast ? end : end + 1);
            if (hasContent)
            {
                return true;
            }

            if (isLast)
            {
                return false;
            }
        }
    }

    private bool HasContent(ReadOnlySpan<byte> record)
    {
        foreach (var b in record)
        {
            if (b != Delimiter && b is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'"'))
            {
                return true;
            }
        }

        return false;
    }
}
