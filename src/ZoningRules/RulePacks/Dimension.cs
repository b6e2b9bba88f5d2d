namespace ZoningRules.RulePacks;

/// <summary>The four dimensions of admission requirements.</summary>
public enum Dimension
{
    /// <summary>空间布局约束.</summary>
    SpatialLayout,

    /// <summary>污染物排放管控.</summary>
    PollutantDischarge,

    /// <summary>环境风险防控.</summary>
    EnvironmentalRisk,

    /// <summary>资源利用效率.</summary>
    ResourceEfficiency,
}
