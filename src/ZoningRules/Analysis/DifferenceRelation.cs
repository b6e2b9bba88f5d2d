namespace ZoningRules.Analysis;

/// <summary>How a new edition stands to an old one.</summary>
public enum DifferenceRelation
{
    /// <summary>Both decide every case alike.</summary>
    Equivalent,

    /// <summary>The new one is nowhere milder and somewhere stricter.</summary>
    Stricter,

    /// <summary>The new one is nowhere stricter and somewhere milder.</summary>
    Looser,

    /// <summary>The new one is stricter in some cases and milder in others.</summary>
    Incomparable,

    /// <summary>Only the new edition has the norm.</summary>
    Added,

    /// <summary>Only the old edition has the norm.</summary>
    Removed,
}
