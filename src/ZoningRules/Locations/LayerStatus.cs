namespace ZoningRules.Locations;

/// <summary>Whether a layer could answer for a site.</summary>
public enum LayerStatus
{
    /// <summary>It could.</summary>
    Measured,

    /// <summary>There is no data.</summary>
    NoLayer,

    /// <summary>The site, or a part of it, lies outside the layer's coverage, and what is covered does not decide.</summary>
    NotCovered,

    /// <summary>The layer's file could not be read.</summary>
    Failed,

    /// <summary>The site has no geometry to measure from.</summary>
    NoGeometry,
}
