namespace ZoningRules.Evaluation;

/// <summary>The kinds of node in an <see cref="Expression"/>.</summary>
internal enum ExpressionKind
{
    /// <summary>A leaf.</summary>
    Leaf,

    /// <summary>The minimum of its parts.</summary>
    All,

    /// <summary>The maximum of its parts.</summary>
    Any,

    /// <summary>The mirror of its part.</summary>
    Not,
}
