using System.Buffers.Text;

namespace ZoningRules.Geo.Reading;

/// <summary>
/// Reads the value of a <c>coordinates</c> member as nearly every layer has it, several times as fast as a reader of any JSON. It reports nothing: whatever is wrong or
/// unusual it leaves to <see cref="GeoJsonReader"/>. INVARIANT: what it takes is valid JSON, and gives the positions that that reader gives.
/// </summary>
internal static class PlainPositions
{
    private const int DeepestList = 8;

    // Below this a number without its point, and the power of ten it is divided by, are exact, so that one division rounds as the exact quotient would.
    private const ulong GreatestExact = 1UL << 53;
    private const int MostDigits = 18;

    private static ReadOnlySpan<double> Powers =>
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>Reads nested lists of positions.</summary>
    /// <param name="text">The text; the value may begin after white space.</param>
    /// <param name="positions">Takes the positions; it must be empty.</param>
    /// <returns>Where the value ends; -1 when the other reader must read it.</returns>
    public static int Read(ReadOnlySpan<byte> text, NestedPositions positions)
    {
        var depth = -1;
        var at = SkipSpace(text, 0);
        while (at < text.Length && text[at] == '[' && depth < DeepestList)
        {
            depth++;
            at = SkipSpace(text, at + 1);
            if (at < text.Length && text[at] == '[')
            {
                continue;
            }

            at = Position(text, at, positions, depth);
            if (at < 0)
            {
                return -1;
            }

            // Lists end; the last of them, or a comma, is followed by the next list.
            for (depth--; depth >= 0 && at < text.Length && text[at] == ']'; depth--)
            {
                End(positions, depth);
                at = SkipSpace(text, at + 1);
            }

            if (depth < 0)
            {
                return at;
            }

            if (at >= text.Length || text[at] != ',')
            {
                return -1;
            }

            at = SkipSpace(text, at + 1);
        }

        return -1;
    }

    private static void End(NestedPositions positions, int depth)
    {
        if (depth == positions.Depth - 1)
        {
            positions.RingEnds.Add(positions.First.Count);
        }
        else if (depth == positions.Depth - 2)
        {
            positions.PartEnds.Add(positions.RingEnds.Count);
        }
    }

    // The numbers of one position and the bracket after them; the start of what follows, or -1.
    private static int Position(ReadOnlySpan<byte> text, int at, NestedPositions positions, int depth)
    {
        if ((positions.Depth ??= depth) != depth)
        {
            return -1;
        }

        for (var count = 1; count <= 3; count++)
        {
            at = Number(text, at, out var number);
            if (at < 0 || at >= text.Length)
            {
                return -1;
            }

            if (count <= 2)
            {
                (count == 1 ? positions.First : positions.Second).Add(number);
            }

            if (text[at] == ']')
            {
                positions.HasHeight |= count == 3;
                return count >= 2 ? SkipSpace(text, at + 1) : -1;
            }

            if (text[at] != ',')
            {
                return -1;
            }

            at = SkipSpace(text, at + 1);
        }

        return -1;
    }

    // A number without exponent; the start of what follows it and white space, or -1.
    private static int Number(ReadOnlySpan<byte> text, int at, out double number)
    {
        number = 0;
        var start = at;
        var isNegative = at < text.Length && text[at] == '-';
        at += isNegative ? 1 : 0;
        var digits = 0UL;
        var whole = Digits(text, at, ref digits);
        if (whole == at || (text[at] == '0' && whole > at + 1))
        {
            return -1;
        }

        var (end, decimals, count) = (whole, 0, whole - at);
        if (end < text.Length && text[end] == '.')
        {
            end = Digits(text, whole + 1, ref digits);
            decimals = end - whole - 1;
            count += decimals;
            if (decimals == 0)
            {
                return -1;
            }
        }

        if (end >= text.Length || (text[end] | 0x20) == 'e')
        {
            return -1;
        }

        if (count <= MostDigits && digits < GreatestExact)
        {
            number = digits / Powers[decimals];
            number = isNegative ? -number : number;
        }
        else if (!Utf8Parser.TryParse(text[start..end], out number, out var used) || used != end - start || !double.IsFinite(number))
        {
            return -1;
        }

        return SkipSpace(text, end);
    }

    private static int Digits(ReadOnlySpan<byte> text, int at, ref ulong digits)
    {
        unchecked
        {
            // Of more digits than are taken into account the value is not used.
            while (at < text.Length && (uint)(text[at] - '0') <= 9)
            {
                digits = (digits * 10) + (ulong)(text[at] - '0');
                at++;
            }
        }

        return at;
    }

    private static int SkipSpace(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && text[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            at++;
        }

        return at;
    }
}
