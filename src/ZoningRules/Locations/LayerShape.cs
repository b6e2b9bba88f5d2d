namespace ZoningRules.Locations;

/// <summary>What the features of a layer are.</summary>
public enum LayerShape
{
    /// <summary>Polygons.</summary>
    Areas,

    /// <summary>Lines.</summary>
    Lines,

    /// <summary>Points.</summary>
    Points,

    /// <summary>Polygons that are control units.</summary>
    ControlUnits,
}
