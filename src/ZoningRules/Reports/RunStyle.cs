namespace ZoningRules.Reports;

/// <summary>What a run of text in a document is.</summary>
internal enum RunStyle
{
    Plain,
    Strong,

    /// <summary>Words of the law, always Chinese.</summary>
    Law,
    Good,
    Condition,
    Open,
    Bad,
    Muted,
}
