namespace ZoningRules.Geo.Indexing;

/// <summary>A list that grows by pieces, so that a long one is never copied and no array outlives its use.</summary>
internal sealed class Sequence<T>
    where T : unmanaged
{
    private const int PieceBits = 16;
    private const int PieceMask = (1 << PieceBits) - 1;

    private readonly List<T[]> pieces = [];

    /// <summary>How many items there are.</summary>
    public int Count { get; private set; }

    /// <summary>An item.</summary>
    public T this[int index] => pieces[index >> PieceBits][index & PieceMask];

    /// <summary>Adds an item.</summary>
    public void Add(T item)
    {
        if ((Count & PieceMask) == 0)
        {
            pieces.Add(new T[1 << PieceBits]);
        }

        pieces[Count >> PieceBits][Count & PieceMask] = item;
        Count++;
    }
}
