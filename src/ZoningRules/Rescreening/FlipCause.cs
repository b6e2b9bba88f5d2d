namespace ZoningRules.Rescreening;

/// <summary>What made a verdict another one.</summary>
public enum FlipCause
{
    /// <summary>The rules: with the old layers the new rules give another verdict; the new layers alone do not.</summary>
    Rules,

    /// <summary>The layers: with the old rules the new layers give another verdict; the new rules alone do not.</summary>
    Boundary,

    /// <summary>Each alone gives another verdict than the old one.</summary>
    Each,

    /// <summary>Neither alone does; both together do.</summary>
    Together,
}
