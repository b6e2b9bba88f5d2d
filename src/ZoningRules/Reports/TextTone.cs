namespace ZoningRules.Reports;

/// <summary>What a line of a text report is, so that a terminal may dress it. The words never depend on it.</summary>
public enum TextTone
{
    /// <summary>Ordinary text.</summary>
    Plain,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>Something favourable.</summary>
    Good,

    /// <summary>Something with a condition attached.</summary>
    Condition,

    /// <summary>Something open.</summary>
    Open,

    /// <summary>Something broken.</summary>
    Bad,

    /// <summary>Something of lesser weight.</summary>
    Muted,
}
