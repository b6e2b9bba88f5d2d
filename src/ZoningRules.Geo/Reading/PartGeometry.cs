using NetTopologySuite.Geometries;
using ZoningRules.Geo.Coordinates;

namespace ZoningRules.Geo.Reading;

/// <summary>Makes geometries from the parts of a text.</summary>
internal static class PartGeometry
{
    /// <summary>The factory of all geometries: full precision, no identifier of a reference system.</summary>
    public static GeometryFactory Factory { get; } = new(new PrecisionModel(), 0);

    /// <summary>Why a part cannot be made into a geometry, or null when it can.</summary>
    public static PartFault? FaultOf(RawPart part)
    {
        foreach (var ring in part.Rings)
        {
            var least = part.Kind switch { PartKind.Area => 4, PartKind.Line => 2, _ => 1 };
            if (ring.Count < least)
            {
                return new(PartFaultKind.TooFewPositions, ring.Count == 0 ? null : (ring.First[0], ring.Second[0]));
            }

            if (part.Kind == PartKind.Area && (ring.First[0] != ring.First[^1] || ring.Second[0] != ring.Second[^1]))
            {
                return new(PartFaultKind.RingNotClosed, (ring.First[^1], ring.Second[^1]));
            }
        }

        return part.Kind == PartKind.Point && part.Rings[0].Count != 1
            ? new(PartFaultKind.TooManyPositions, (part.Rings[0].First[0], part.Rings[0].Second[0]))
            : null;
    }

    /// <summary>The geometry of a part without fault; positions go through <paramref name="place"/>, which takes and gives east first.</summary>
    public static Geometry Make(RawPart part, AxisOrder order, Func<double, double, (double East, double North)> place)
    {
        return part.Kind switch
        {
            PartKind.Point => Factory.CreatePoint(Positions(part.Rings[0])[0]),
            PartKind.Line => Factory.CreateLineString(Positions(part.Rings[0])),
            _ => Factory.CreatePolygon(
                Factory.CreateLinearRing(Positions(part.Rings[0])),
                [.. part.Rings.Skip(1).Select(r => Factory.CreateLinearRing(Positions(r)))]),
        };

        Coordinate[] Positions(RawRing ring)
        {
            var positions = new Coordinate[ring.Count];
            for (var i = 0; i < positions.Length; i++)
            {
                var (east, north) = order == AxisOrder.EastFirst ? place(ring.First[i], ring.Second[i]) : place(ring.Second[i], ring.First[i]);
                positions[i] = new(east, north);
            }

            return positions;
        }
    }
}

/// <summary>Why a part is not a geometry.</summary>
internal sealed record PartFault(PartFaultKind Kind, (double First, double Second)? Position);

/// <summary>A kind of fault.</summary>
internal enum PartFaultKind
{
    /// <summary>A ring has fewer than four positions, or a line fewer than two.</summary>
    TooFewPositions,

    /// <summary>A point has more than one position.</summary>
    TooManyPositions,

    /// <summary>A ring does not end where it starts.</summary>
    RingNotClosed,
}
