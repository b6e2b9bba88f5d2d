namespace ZoningRules.Geo.Indexing;

/// <summary>Lines in one plane in flat arrays. Immutable and thread-safe.</summary>
public sealed class LineSet
{
    /// <summary>Makes a set.</summary>
    /// <param name="lines">Each line's positions: east and north in turn, at least two positions. Lines are numbered from 0 in this order.</param>
    /// <exception cref="ArgumentException">A line is too short or holds a number that is not finite.</exception>
    public LineSet(IReadOnlyList<double[]> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var starts = new int[lines.Count + 1];
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Length < 4 || lines[i].Length % 2 != 0 || !Array.TrueForAll(lines[i], double.IsFinite))
            {
                throw new ArgumentException("a line has at least two positions, all finite", nameof(lines));
            }

            starts[i + 1] = starts[i] + (lines[i].Length / 2);
        }

        Starts = starts;
        Positions = new double[2 * starts[^1]];
        for (var i = 0; i < lines.Count; i++)
        {
            lines[i].CopyTo(Positions, 2 * starts[i]);
        }
    }

    /// <summary>How many lines there are.</summary>
    public int Count => Starts.Length - 1;

    /// <summary>How many positions they have together.</summary>
    public int PositionCount => Starts[^1];

    // Where lines start, counted in positions; one more entry than lines.
    internal int[] Starts { get; }

    // East and north in turn.
    internal double[] Positions { get; }
}
