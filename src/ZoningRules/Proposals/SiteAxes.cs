namespace ZoningRules.Proposals;

/// <summary>Which number of a position comes first, when a proposal says so.</summary>
public enum SiteAxes
{
    /// <summary>East or longitude, as GIS programs write.</summary>
    EastNorth,

    /// <summary>North or latitude, as survey lists write.</summary>
    NorthEast,
}
