namespace ZoningRules.RulePacks;

/// <summary>What the cells of a column of a table do.</summary>
public enum RuleTableColumnKind
{
    /// <summary>They say what a row is about: values of an attribute.</summary>
    Key,

    /// <summary>They are limits that the quantity of the row's measure is compared with.</summary>
    Limit,

    /// <summary>They are words of the law, shown and not computed with.</summary>
    Words,
}
