namespace ZoningRules.Rescreening;

/// <summary>Which way a verdict went between two editions.</summary>
public enum FlipDirection
{
    /// <summary>The new edition is milder: nearer to Admissible.</summary>
    Looser,

    /// <summary>The new edition is stricter: nearer to Prohibited.</summary>
    Stricter,
}
