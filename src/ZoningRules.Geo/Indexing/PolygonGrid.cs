namespace ZoningRules.Geo.Indexing;

/// <summary>
/// What each cell of a grid knows of the areas. A cell holds 0 when no area is there, a number from 1 when it lies inside one area and meets no border, and
/// otherwise the complement of where its entries start: how many numbers follow, then area by area in ascending order. The first number of an entry is eight
/// times the area, plus one of the <c>Kinds</c>; runs of edges follow where the kind says so, two numbers each: the first edge, and four times their count,
/// plus 2 when the area is on their left, plus 1 when another run of the same area follows.
/// </summary>
/// <param name="Frame">Where the cells are.</param>
/// <param name="Cells">The cells, row by row.</param>
/// <param name="Entries">The entries of the cells that need some.</param>
internal sealed record PolygonGrid(GridFrame Frame, int[] Cells, int[] Entries)
{
    /// <summary>The bits in which an entry's kind stands.</summary>
    public const int Kinds = 7;

    /// <summary>The cell lies inside the area.</summary>
    public const int Inside = 0;

    /// <summary>The area's border goes through; the runs follow.</summary>
    public const int Border = 1;

    /// <summary>Added to <see cref="Border"/>: the parity of the cell is odd.</summary>
    public const int Odd = 2;

    /// <summary>The border is that of the border entry before, bit by bit: the other side of it, or with <see cref="Same"/> the same. Nothing follows.</summary>
    public const int Twin = 2;

    /// <summary>Added to <see cref="Twin"/>: both areas lie on the same side.</summary>
    public const int Same = 4;

    /// <summary>How far an entry's area is shifted.</summary>
    public const int AreaShift = 3;
}
