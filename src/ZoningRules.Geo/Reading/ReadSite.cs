using System.Collections.Immutable;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading;

/// <summary>A site geometry that was read and checked, still in its own coordinate reference system.</summary>
/// <param name="Crs">That system.</param>
/// <param name="Order">Which number of a position comes first.</param>
/// <param name="Kind">What all its parts are.</param>
/// <param name="Parts">Its parts; at least one, each valid by itself.</param>
/// <param name="Steps">What was done to it.</param>
internal sealed record ReadSite(Crs Crs, AxisOrder Order, PartKind Kind, IReadOnlyList<RawPart> Parts, ImmutableArray<LocalText> Steps)
{
    /// <summary>Its first position as written, for messages.</summary>
    public string FirstPosition => PositionCheck.Text(Parts[0].Rings[0].First[0], Parts[0].Rings[0].Second[0]);
}
