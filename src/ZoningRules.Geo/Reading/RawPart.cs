namespace ZoningRules.Geo.Reading;

/// <summary>A part of a geometry as it was written: not yet checked, in the order of the text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Rings">Its positions: one list for a point or line, one list a ring for an area.</param>
internal sealed record RawPart(PartKind Kind, IReadOnlyList<RawRing> Rings);

/// <summary>Positions in a row: the first and the second number of each.</summary>
internal sealed record RawRing(double[] First, double[] Second)
{
    /// <summary>How many positions there are.</summary>
    public int Count => First.Length;
}
