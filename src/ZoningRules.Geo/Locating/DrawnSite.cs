using System.Collections.Immutable;
using NetTopologySuite.Geometries.Utilities;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Shapes;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Locating;

/// <summary>A site in the working plane.</summary>
/// <param name="Shape">Its geometry.</param>
/// <param name="Accuracy">How far its boundary may be from the true one, as stated or assumed, with the bounds of all conversions.</param>
/// <param name="Crs">The system it was given in.</param>
/// <param name="Plane">The working plane.</param>
/// <param name="Steps">What was done to it.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record DrawnSite(Shape Shape, Metres Accuracy, Crs Crs, WorkingPlane Plane, ImmutableArray<LocalText> Steps, SourcePlace Place)
{
    /// <summary>Its geometry under the other way of repairing it; null when there is none or both ways agree.</summary>
    public Shape? Other { get; init; }

    /// <summary>What the repair changed, or null.</summary>
    public GeometryRepair? Repair { get; init; }

    /// <summary>The length of a line, also of one that became a corridor; null for anything else.</summary>
    public Metres? Length { get; init; }

    /// <summary>Why the coordinates may be in another system than stated, or null.</summary>
    public CoordinateDoubt? Doubt { get; init; }

    /// <summary>The same site elsewhere.</summary>
    public DrawnSite Moved(Displacement shift) => shift == default ? this : Moved((double)shift.East.Value, (double)shift.North.Value);

    /// <summary>The same site so many metres further east and north.</summary>
    public DrawnSite Moved(double east, double north)
    {
        var move = AffineTransformation.TranslationInstance(east, north);
        return this with { Shape = new(move.Transform(Shape.Geometry)), Other = Other is { } other ? new(move.Transform(other.Geometry)) : null };
    }
}
