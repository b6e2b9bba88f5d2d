using System.Collections.Immutable;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading;

/// <summary>A site geometry that was read and checked, still in its own coordinate reference system.</summary>
/// <param name="Reference">That system, with the parameters that lead to CGCS2000.</param>
/// <param name="Order">Which number of a position comes first.</param>
/// <param name="Kind">What all its parts are.</param>
/// <param name="Parts">Its parts; at least one; each valid by itself unless <see cref="Faults"/> says otherwise, and every ring closed.</param>
/// <param name="Steps">What was done to it.</param>
internal sealed record ReadSite(Georeference Reference, AxisOrder Order, PartKind Kind, IReadOnlyList<RawPart> Parts, ImmutableArray<LocalText> Steps)
{
    /// <summary>What is wrong with its boundary and must be repaired; empty when nothing is.</summary>
    public ImmutableArray<LocalText> Faults { get; init; } = [];

    /// <summary>How far the way to CGCS2000 may put a position from the true one, in metres.</summary>
    public double ConversionError { get; init; }

    /// <summary>Its coordinate reference system.</summary>
    public Crs Crs => Reference.Crs;

    /// <summary>All positions, east or longitude first.</summary>
    public IEnumerable<(double East, double North)> Positions => Parts
        .SelectMany(p => p.Rings)
        .SelectMany(r => Order == AxisOrder.EastFirst ? r.First.Zip(r.Second) : r.Second.Zip(r.First));

    /// <summary>Its first position, east or longitude first.</summary>
    public (double East, double North) FirstPlace
    {
        get
        {
            var ring = Parts[0].Rings[0];
            return Order == AxisOrder.EastFirst ? (ring.First[0], ring.Second[0]) : (ring.Second[0], ring.First[0]);
        }
    }

    /// <summary>Its first position as written, for messages.</summary>
    public string FirstPosition => PositionCheck.Text(Parts[0].Rings[0].First[0], Parts[0].Rings[0].Second[0]);
}
