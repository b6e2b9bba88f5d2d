namespace ZoningRules.Reports;

/// <summary>What a run of text in a document is.</summary>
internal enum RunStyle
{
    Plain,
    Strong,

    /// <summary>Words of the law, always Chinese.</summary>
    Law,

    /// <summary>Words of the law that a norm encodes.</summary>
    Marked,

    /// <summary>A line as a rule file has it.</summary>
    Code,
    Good,
    Condition,
    Open,
    Bad,
    Muted,
}
