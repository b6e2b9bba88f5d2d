namespace ZoningRules.RulePacks;

/// <summary>How a computed number should stand to a published one.</summary>
public enum FigureRelation
{
    /// <summary>Equal, within the tolerance.</summary>
    Equal,

    /// <summary>At most the published one, tolerance added.</summary>
    AtMost,

    /// <summary>At least the published one, tolerance subtracted.</summary>
    AtLeast,
}
