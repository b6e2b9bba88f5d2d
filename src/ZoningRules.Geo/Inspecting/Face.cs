using NetTopologySuite.Geometries;

namespace ZoningRules.Geo.Inspecting;

/// <summary>A place inside which the number of features is the same everywhere.</summary>
/// <param name="Polygon">Its shape in the working plane.</param>
/// <param name="Inside">A position inside it.</param>
/// <param name="Features">The features that hold that position, in order.</param>
/// <param name="Covered">Whether it lies in the coverage; true when none was given.</param>
/// <param name="Hole">The known hole that holds it, or null.</param>
internal sealed record Face(Polygon Polygon, Coordinate Inside, IReadOnlyList<DrawnFeature> Features, bool Covered, DrawnFeature? Hole)
{
    /// <summary>Its mean width: twice the area over the perimeter. Nowhere is it narrower than its greatest width.</summary>
    public double Width => 2 * Polygon.Area / Polygon.Length;
}
