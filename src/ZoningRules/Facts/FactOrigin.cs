namespace ZoningRules.Facts;

/// <summary>Where a fact comes from.</summary>
public enum FactOrigin
{
    /// <summary>Nowhere: it is not known.</summary>
    None,

    /// <summary>The applicant declared it.</summary>
    Declared,

    /// <summary>It was measured on a layer.</summary>
    Measured,

    /// <summary>It follows from other facts.</summary>
    Derived,

    /// <summary>An officer decided it.</summary>
    Decided,
}
