using System.Collections.Immutable;
using ZoningRules.Measures;
using ZoningRules.Problems;

namespace ZoningRules.Locations;

/// <summary>What the repair of a site's boundary changed. Areas are plane values, as those of the location.</summary>
public sealed record GeometryRepair
{
    /// <summary>What was wrong and where, in the order of the parts; at least one.</summary>
    public required ImmutableArray<LocalText> Faults { get; init; }

    /// <summary>The area of the rings as they were drawn: outer rings less inner rings, each by its own formula, without its sign.</summary>
    public required SquareMetres AreaBefore { get; init; }

    /// <summary>The area of the repaired site.</summary>
    public required SquareMetres AreaAfter { get; init; }

    /// <summary>How many separate parts were drawn.</summary>
    public required int PartsBefore { get; init; }

    /// <summary>How many separate parts the repaired site has.</summary>
    public required int PartsAfter { get; init; }

    /// <summary>
    /// The area in which two ways of repairing differ: keeping everything that the rings enclose, and keeping what they enclose an odd number of times. Zero when
    /// they agree; otherwise the site is assessed both ways.
    /// </summary>
    public required SquareMetres Ambiguous { get; init; }
}
