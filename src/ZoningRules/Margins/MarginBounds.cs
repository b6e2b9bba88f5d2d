using ZoningRules.Measures;

namespace ZoningRules.Margins;

/// <summary>How far the search for a decision margin goes. Larger bounds find more and take longer.</summary>
public sealed record MarginBounds
{
    /// <summary>The usual bounds.</summary>
    public static MarginBounds Usual { get; } = new();

    /// <summary>The greatest inaccuracy of a boundary that is tried; never more than a site may state.</summary>
    public Metres Farthest { get; init; } = new(10_000);

    /// <summary>The most declared values that are changed together in search of an admissible project, at least 1.</summary>
    public int MostChanged { get; init; } = 3;

    /// <summary>The most sets of declared values that are tried; the search ends before the size that would pass it.</summary>
    public int MostSets { get; init; } = 5000;

    /// <summary>The most fields of items that are looked at one by one; with more, collections are changed as a whole only.</summary>
    public int MostFields { get; init; } = 100;

    /// <summary>The most combinations of new values that are assessed for one set.</summary>
    public int MostCombinations { get; init; } = 1000;

    /// <summary>The most ways that are listed for one set.</summary>
    public int MostOptions { get; init; } = 5;
}
