namespace ZoningRules.RulePacks;

/// <summary>How a number is compared.</summary>
public enum Comparison
{
    /// <summary>At most: the limit itself is included.</summary>
    AtMost,

    /// <summary>Less than: the limit itself is excluded.</summary>
    LessThan,

    /// <summary>At least: the limit itself is included.</summary>
    AtLeast,

    /// <summary>More than: the limit itself is excluded.</summary>
    MoreThan,
}
