using System.Collections.Immutable;
using ZoningRules.Measures;

namespace ZoningRules.Locations;

/// <summary>A control unit that the site lies in, or may lie in.</summary>
public sealed record UnitHit
{
    /// <summary>The unit's code.</summary>
    public required string Code { get; init; }

    /// <summary>The unit's name.</summary>
    public required string Name { get; init; }

    /// <summary>The unit's category.</summary>
    public required ControlCategory Category { get; init; }

    /// <summary>True: surely hit. Unknown: hit or not within the accuracies. Never False.</summary>
    public required Truth Certainty { get; init; }

    /// <summary>Area of the common part as drawn; zero for points, lines and sites without geometry.</summary>
    public required SquareMetres Area { get; init; }

    /// <summary>Length of the common part of a line; null for points and areas.</summary>
    public Metres? Length { get; init; }

    /// <summary>Common part as a share of the site, from 0 to 1; for lines by length; 1 for a point.</summary>
    public required Ratio ShareOfSite { get; init; }

    /// <summary>Common part as a share of the unit, from 0 to 1.</summary>
    public required Ratio ShareOfUnit { get; init; }

    /// <summary>How the part of the site inside this unit lies to the layers, ordered by layer id.</summary>
    public required ImmutableArray<LayerRelation> Relations { get; init; }
}
