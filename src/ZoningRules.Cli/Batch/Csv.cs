using System.Text;

namespace ZoningRules.Cli.Batch;

/// <summary>
/// The form of RFC 4180 over UTF-8 bytes: where a record ends, and its cells. A cell that begins with a quotation mark ends with one; elsewhere they mean nothing.
/// </summary>
internal static class Csv
{
    private const byte Quote = (byte)'"';

    /// <summary>Finds the end of the first record.</summary>
    /// <param name="bytes">Bytes that begin with it.</param>
    /// <param name="delimiter">What stands between cells.</param>
    /// <param name="isAll">Whether nothing comes after the bytes.</param>
    /// <returns>The record's length without line break; -1 when more bytes are needed; -2 when quotation marks do not end as they must.</returns>
    public static int EndOfRecord(ReadOnlySpan<byte> bytes, byte delimiter, bool isAll)
    {
        var at = 0;
        while (true)
        {
            if (at < bytes.Length && bytes[at] == Quote)
            {
                at = AfterQuoted(bytes, at, delimiter, isAll);
                if (at < 0)
                {
                    return at;
                }
            }
            else
            {
                var next = bytes[at..].IndexOfAny(delimiter, (byte)'\n');
                if (next < 0)
                {
                    return isAll ? bytes.Length : -1;
                }

                at += next;
            }

            if (at == bytes.Length || bytes[at] == '\n')
            {
                return at < bytes.Length || isAll ? at : -1;
            }

            at++;
        }
    }

    /// <summary>The cells of a record, without the space around them.</summary>
    public static void Cells(ReadOnlySpan<byte> record, byte delimiter, List<string> cells)
    {
        cells.Clear();
        record = record.TrimEnd((byte)'\r');
        var at = 0;
        while (true)
        {
            int end;
            if (at < record.Length && record[at] == Quote)
            {
                end = AfterQuoted(record, at, delimiter, isAll: true);
                var inner = record[(at + 1)..record[..end].LastIndexOf(Quote)];
                var text = Encoding.UTF8.GetString(inner);
                cells.Add((inner.Contains(Quote) ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text).Trim());
            }
            else
            {
                end = record[at..].IndexOf(delimiter) is >= 0 and var length ? at + length : record.Length;
                var cell = record[at..end].Trim(" \t"u8);
                cells.Add(cell.IsEmpty ? string.Empty : Encoding.UTF8.GetString(cell));
            }

            if (end >= record.Length)
            {
                return;
            }

            at = end + 1;
        }
    }

    /// <summary>Appends a record; every cell is quoted where it must be.</summary>
    public static void Append(StringBuilder text, IEnumerable<string> cells, char delimiter = ',')
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first)
            {
                text.Append(delimiter);
            }

            first = false;
            if (cell.AsSpan().ContainsAny(['"', '\n', '\r', delimiter]) || (cell.Length > 0 && (cell[0] == ' ' || cell[^1] == ' ')))
            {
                text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            }
            else
            {
                text.Append(cell);
            }
        }
    }

    // The place after a quoted cell, where a delimiter, a line break or the end stands; or -1 or -2 as above.
    private static int AfterQuoted(ReadOnlySpan<byte> bytes, int at, byte delimiter, bool isAll)
    {
        at++;
        while (true)
        {
            var next = bytes[at..].IndexOf(Quote);
            if (next < 0)
            {
                return isAll ? -2 : -1;
            }

            at += next + 1;
            if (at < bytes.Length && bytes[at] == Quote)
            {
                at++;
                continue;
            }

            while (at < bytes.Length && bytes[at] is (byte)' ' or (byte)'\r' && bytes[at] != delimiter)
            {
                at++;
            }

            return at == bytes.Length ? (isAll ? at : -1) : bytes[at] == delimiter || bytes[at] == '\n' ? at : -2;
        }
    }
}
