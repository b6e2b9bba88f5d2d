namespace ZoningRules.Geo.Indexing;

/// <summary>Collects the rings of areas. Not thread-safe.</summary>
public sealed class PolygonSetBuilder
{
    private readonly List<int> ringStarts = [0];
    private readonly List<sbyte> ringTurns = [];
    private readonly List<bool> ringIsHole = [];
    private readonly List<int> areaStarts = [0];
    private double[] positions;
    private int used;

    /// <summary>Starts with no area.</summary>
    /// <param name="expectedPositions">How many positions are expected; a good guess saves copying, a bad one does no harm.</param>
    public PolygonSetBuilder(int expectedPositions = 1024)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(expectedPositions);
        positions = new double[2 * Math.Max(expectedPositions, 16)];
    }

    /// <summary>Adds a ring to the area that is being made. A part's holes follow its shell.</summary>
    /// <param name="ring">East and north in turn, in metres of the plane; the last position equals the first. Either direction.</param>
    /// <param name="role">What the ring bounds.</param>
    /// <exception cref="ArgumentException">It has fewer than four positions, is not closed, holds a number that is not finite, or is a hole without shell.</exception>
    public void AddRing(ReadOnlySpan<double> ring, RingRole role)
    {
        if (ring.Length < 8 || ring.Length % 2 != 0 || ring[0] != ring[^2] || ring[1] != ring[^1])
        {
            throw new ArgumentException("a ring has at least four positions and ends with its first", nameof(ring));
        }

        foreach (var number in ring)
        {
            if (!double.IsFinite(number))
            {
                throw new ArgumentException("a position must be finite", nameof(ring));
            }
        }

        if (role == RingRole.Hole && areaStarts[^1] == ringIsHole.Count)
        {
            throw new ArgumentException("a hole needs a shell before it", nameof(role));
        }

        if (used + ring.Length > positions.Length)
        {
            Array.Resize(ref positions, (int)Math.Min(Array.MaxLength, Math.Max(used + (long)ring.Length, 2L * positions.Length)));
        }

        ring.CopyTo(positions.AsSpan(used));
        used += ring.Length;
        ringStarts.Add(used / 2);
        ringIsHole.Add(role == RingRole.Hole);
        ringTurns.Add((sbyte)(Rings.TwiceSignedArea(ring) >= 0 == (role == RingRole.Shell) ? 1 : -1));
    }

    /// <summary>Ends the area that is being made; the next ring begins another.</summary>
    /// <exception cref="InvalidOperationException">It has no ring.</exception>
    public void EndArea()
    {
        if (areaStarts[^1] == ringIsHole.Count)
        {
            throw new InvalidOperationException("an area needs a ring");
        }

        areaStarts.Add(ringIsHole.Count);
    }

    /// <summary>Makes the set of the areas that were ended.</summary>
    public PolygonSet Build()
    {
        var rings = areaStarts[^1];
        var end = 2 * ringStarts[rings];
        var kept = positions.Length == end ? positions : positions.AsSpan(0, end).ToArray();
        return new(
            kept,
            [.. ringStarts.Take(rings + 1)],
            [.. ringTurns.Take(rings)],
            [.. ringIsHole.Take(rings)],
            [.. areaStarts]);
    }
}
