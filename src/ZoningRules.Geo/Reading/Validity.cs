using System.Diagnostics;
using NetTopologySuite.Operation.Valid;
using ZoningRules.Geo.Coordinates;

namespace ZoningRules.Geo.Reading;

/// <summary>Says what is wrong with a part and where, in the numbers of its author. Repairs nothing.</summary>
internal static class Validity
{
    /// <summary>The fault of a part: its kind in two languages and its position as written; null when it is valid.</summary>
    public static (string Zh, string En, string Position)? FaultOf(RawPart part, AxisOrder order)
    {
        if (PartGeometry.FaultOf(part) is { } fault)
        {
            var (zh, en) = Words(fault.Kind);
            return (zh, en, fault.Position is { } position ? PositionCheck.Text(position.First, position.Second) : "-");
        }

        if (part.Kind == PartKind.Point || (part.Kind == PartKind.Area && part.Rings.Count == 1 && SimpleRing.IsProvenValid(part.Rings[0])))
        {
            return null;
        }

        var error = new IsValidOp(PartGeometry.Make(part, order, (east, north) => (east, north))).ValidationError;
        if (error is null)
        {
            return null;
        }

        var words = Words(error.ErrorType);
        var at = error.Coordinate;
        return (words.Zh, words.En, order == AxisOrder.EastFirst ? PositionCheck.Text(at.X, at.Y) : PositionCheck.Text(at.Y, at.X));
    }

    private static (string Zh, string En) Words(PartFaultKind kind) => kind switch
    {
        PartFaultKind.TooFewPositions => ("点数太少", "too few positions"),
        PartFaultKind.TooManyPositions => ("一个点有多个坐标", "a point with several positions"),
        PartFaultKind.RingNotClosed => ("环未闭合", "a ring that is not closed"),
        _ => throw new UnreachableException(),
    };

    private static (string Zh, string En) Words(TopologyValidationErrors kind) => kind switch
    {
        TopologyValidationErrors.HoleOutsideShell => ("内环在外环之外", "a hole outside its shell"),
        TopologyValidationErrors.NestedHoles => ("内环相互嵌套", "nested holes"),
        TopologyValidationErrors.DisconnectedInteriors => ("内部不连通", "an interior in separate pieces"),
        TopologyValidationErrors.SelfIntersection => ("边界自相交", "self-intersection"),
        TopologyValidationErrors.RingSelfIntersection => ("环自相交", "ring self-intersection"),
        TopologyValidationErrors.NestedShells => ("外环相互嵌套", "nested shells"),
        TopologyValidationErrors.DuplicateRings => ("环重复", "duplicate rings"),
        TopologyValidationErrors.TooFewPoints => ("不同的点太少", "too few different positions"),
        TopologyValidationErrors.InvalidCoordinate => ("坐标不是数", "a coordinate that is no number"),
        TopologyValidationErrors.RingNotClosed => ("环未闭合", "a ring that is not closed"),
        _ => ("边界无效", "an invalid boundary"),
    };
}
