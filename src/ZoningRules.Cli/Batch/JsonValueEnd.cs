using System.Buffers;

namespace ZoningRules.Cli.Batch;

/// <summary>Finds where a JSON value ends, piece by piece. It looks at nesting only: whether the value is right is for its reader to say.</summary>
internal struct JsonValueEnd
{
    private static readonly SearchValues<byte> Marks = SearchValues.Create("\"{}[]"u8);
    private static readonly SearchValues<byte> AfterBare = SearchValues.Create(",]} \t\r\n"u8);

    private int depth;
    private bool begun;
    private bool inText;
    private bool escaped;
    private bool bare;

    /// <summary>Goes on through some bytes.</summary>
    /// <returns>How many of them belong to the value; -1 when all do and it goes on.</returns>
    public int Find(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        if (!begun && !bytes.IsEmpty)
        {
            begun = true;
            bare = bytes[0] is not ((byte)'{' or (byte)'[' or (byte)'"');
        }

        if (bare)
        {
            return bytes.IndexOfAny(AfterBare);
        }

        while (at < bytes.Length)
        {
            if (escaped)
            {
                escaped = false;
                at++;
                continue;
            }

            var next = inText ? bytes[at..].IndexOfAny((byte)'"', (byte)'\\') : bytes[at..].IndexOfAny(Marks);
            if (next < 0)
            {
                return -1;
            }

            at += next;
            switch (bytes[at++])
            {
                case (byte)'\\':
                    escaped = true;
                    continue;
                case (byte)'"':
                    inText = !inText;
                    break;
                case (byte)'{' or (byte)'[':
                    depth++;
                    break;
                default:
                    depth--;
                    break;
            }

            if (depth <= 0 && !inText)
            {
                return at;
            }
        }

        return -1;
    }
}
