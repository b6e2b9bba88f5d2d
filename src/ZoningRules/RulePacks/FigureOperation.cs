namespace ZoningRules.RulePacks;

/// <summary>What is computed from published figures.</summary>
public enum FigureOperation
{
    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>Their product.</summary>
    Product,

    /// <summary>The sum of some as a percentage of the sum of others.</summary>
    Share,
}
