namespace ZoningRules.Geo.Indexing;

/// <summary>
/// Areas in one plane, each of any number of parts with holes, in flat arrays: 16 bytes a position. Areas may share borders and overlap each other; the rings
/// of one area must not cross. Immutable and thread-safe. Made by <see cref="PolygonSetBuilder"/>.
/// </summary>
public sealed class PolygonSet
{
    internal PolygonSet(double[] positions, int[] ringStarts, sbyte[] ringTurns, bool[] ringIsHole, int[] areaStarts)
    {
        Positions = positions;
        RingStarts = ringStarts;
        RingTurns = ringTurns;
        RingIsHole = ringIsHole;
        AreaStarts = areaStarts;
    }

    /// <summary>How many areas there are; they are numbered from 0 in the order in which they were added.</summary>
    public int Count => AreaStarts.Length - 1;

    /// <summary>How many positions all rings have together; the closing position of a ring counts.</summary>
    public int PositionCount => RingStarts[^1];

    // East and north in turn; every ring ends with its first position.
    internal double[] Positions { get; }

    // Where rings start, counted in positions; one more entry than rings.
    internal int[] RingStarts { get; }

    // 1 when a ring has its area on the left (a counter-clockwise shell, a clockwise hole), otherwise -1.
    internal sbyte[] RingTurns { get; }

    internal bool[] RingIsHole { get; }

    // Where areas start, counted in rings; one more entry than areas.
    internal int[] AreaStarts { get; }

    /// <summary>The measure of an area: its parts without their holes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such area.</exception>
    public double MeasureOf(int area)
    {
        CheckArea(area);
        var sum = 0d;
        for (var ring = AreaStarts[area]; ring < AreaStarts[area + 1]; ring++)
        {
            sum += RingTurns[ring] * Rings.TwiceSignedArea(RingOf(ring)) / 2;
        }

        return sum;
    }

    /// <summary>How many rings an area has.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such area.</exception>
    public int RingCountOf(int area)
    {
        CheckArea(area);
        return AreaStarts[area + 1] - AreaStarts[area];
    }

    /// <summary>The positions of a ring as they were added: east and north in turn, the last equal to the first.</summary>
    /// <param name="area">The area.</param>
    /// <param name="ring">The ring's number in it, from 0; each shell is followed by its holes.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such area or ring.</exception>
    public ReadOnlySpan<double> RingOf(int area, int ring) => RingOf(CheckRing(area, ring));

    /// <summary>What a ring bounds.</summary>
    /// <param name="area">The area.</param>
    /// <param name="ring">The ring's number in it, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such area or ring.</exception>
    public RingRole RoleOf(int area, int ring) => RingIsHole[CheckRing(area, ring)] ? RingRole.Hole : RingRole.Shell;

    internal ReadOnlySpan<double> RingOf(int ring) =>
        Positions.AsSpan(2 * RingStarts[ring], 2 * (RingStarts[ring + 1] - RingStarts[ring]));

    internal void CheckArea(int area)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(area);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(area, Count);
    }

    private int CheckRing(int area, int ring)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ring);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(ring, RingCountOf(area));
        return AreaStarts[area] + ring;
    }
}
