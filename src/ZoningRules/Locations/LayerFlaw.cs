using System.Collections.Immutable;
using ZoningRules.Measures;
using ZoningRules.Problems;

namespace ZoningRules.Locations;

/// <summary>Something that the inspection of a layer found.</summary>
/// <param name="Severity">How grave it is.</param>
/// <param name="Problem">What it is, with its words; codes from <c>ZR3175</c> on.</param>
public sealed record LayerFlaw(FlawSeverity Severity, Problem Problem)
{
    /// <summary>A position inside the place it is about: longitude then latitude in degrees, CGCS2000; null when it is about no place.</summary>
    public (decimal Longitude, decimal Latitude)? Position { get; init; }

    /// <summary>The area of the place, on the ellipsoid; null when it is about no place.</summary>
    public SquareMetres? Area { get; init; }

    /// <summary>Its mean width, twice the area divided by the perimeter; null when it is about no place.</summary>
    public Metres? Width { get; init; }

    /// <summary>Codes of the control units concerned, ordered; empty when there are none.</summary>
    public ImmutableArray<string> Units { get; init; } = [];
}
