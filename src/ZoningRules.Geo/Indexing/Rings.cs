namespace ZoningRules.Geo.Indexing;

/// <summary>Sums over closed rings of positions, east and north in turn.</summary>
internal static class Rings
{
    /// <summary>Twice the area; positive when the ring runs counter-clockwise. Taken from the first position, so that far-away planes lose no digits.</summary>
    public static double TwiceSignedArea(ReadOnlySpan<double> ring)
    {
        var (east, north) = (ring[0], ring[1]);
        var sum = 0d;
        for (var i = 2; i + 3 < ring.Length; i += 2)
        {
            sum += ((ring[i] - east) * (ring[i + 3] - north)) - ((ring[i + 2] - east) * (ring[i + 1] - north));
        }

        return sum;
    }
}
