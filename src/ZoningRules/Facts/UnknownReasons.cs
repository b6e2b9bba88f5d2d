namespace ZoningRules.Facts;

/// <summary>Why something is not known. Reasons of several facts unite.</summary>
[Flags]
public enum UnknownReasons
{
    /// <summary>No reason: the value is known.</summary>
    None = 0,

    /// <summary>Nobody has said.</summary>
    NotProvided = 1,

    /// <summary>A measurement or a code too coarse to decide.</summary>
    Imprecise = 2,

    /// <summary>The list ends in 等 and an officer must decide whether this falls under it.</summary>
    OpenList = 4,

    /// <summary>A word of the law without a stated meaning, to be decided by an officer.</summary>
    UndefinedTerm = 8,

    /// <summary>The layer has no data here.</summary>
    NoLayer = 16,

    /// <summary>The layer does not cover the site.</summary>
    NotCovered = 32,

    /// <summary>The layer could not be read.</summary>
    LayerFailed = 64,

    /// <summary>There is no ledger, or it is too old.</summary>
    StaleLedger = 128,

    /// <summary>Two sources disagree.</summary>
    Conflicting = 256,

    /// <summary>The law refers to a value that is not published for this date.</summary>
    NoValue = 512,
}
