namespace ZoningRules.Problems;

/// <summary>A language in which labels, questions and messages exist. The law itself is always quoted in Chinese.</summary>
public enum Language
{
    /// <summary>Chinese.</summary>
    Zh,

    /// <summary>English.</summary>
    En,
}
