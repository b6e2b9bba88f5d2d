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

    /// <summary>Polygons of towns. No rule speaks of them: they only tell whether a site lies in the town that its proposal names.</summary>
    Towns,
}
