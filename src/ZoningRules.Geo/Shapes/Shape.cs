using System.Collections.Immutable;
using NetTopologySuite.Geometries;

namespace ZoningRules.Geo.Shapes;

/// <summary>A geometry of one dimension in the working plane, with what is needed to measure from it. Immutable and thread-safe.</summary>
internal sealed class Shape
{
    /// <summary>Prepares a geometry.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public Shape(Geometry geometry)
    {
        if (geometry.IsEmpty)
        {
            throw new ArgumentException("a shape needs a position", nameof(geometry));
        }

        Geometry = geometry;
        IsArea = geometry.Dimension == Dimension.Surface;
        Dimension = geometry.Dimension;
        Envelope = geometry.EnvelopeInternal;
        Box = [Envelope.MinX, Envelope.MinY, Envelope.MaxX, Envelope.MaxY];
        var segments = new List<double>(geometry.NumPoints * 4);
        var anchors = ImmutableArray.CreateBuilder<(double, double)>();
        var ringAnchors = ImmutableArray.CreateBuilder<(double, double)>();
        for (var i = 0; i < geometry.NumGeometries; i++)
        {
            Add(geometry.GetGeometryN(i), segments, anchors, ringAnchors);
        }

        Edges = new([.. segments]);
        Anchors = anchors.ToImmutable();
        RingAnchors = ringAnchors.ToImmutable();
        Measure = Dimension switch { Dimension.Surface => geometry.Area, Dimension.Curve => geometry.Length, _ => geometry.NumGeometries };
    }

    /// <summary>The geometry.</summary>
    public Geometry Geometry { get; }

    /// <summary>Its dimension.</summary>
    public Dimension Dimension { get; }

    /// <summary>Whether it is made of polygons.</summary>
    public bool IsArea { get; }

    /// <summary>Its envelope.</summary>
    public Envelope Envelope { get; }

    /// <summary>Its envelope as least east, least north, greatest east, greatest north.</summary>
    public ImmutableArray<double> Box { get; }

    /// <summary>Its borders, lines or points.</summary>
    public SegmentTree Edges { get; }

    /// <summary>One position of every part; for polygons on the outer ring.</summary>
    public ImmutableArray<(double East, double North)> Anchors { get; }

    /// <summary>One position of every ring; empty unless it is an area.</summary>
    public ImmutableArray<(double East, double North)> RingAnchors { get; }

    /// <summary>Its area, length or number of points.</summary>
    public double Measure { get; }

    /// <summary>The diagonal of its envelope: no two of its positions are farther apart.</summary>
    public double Diagonal => Envelope.Diameter;

    /// <summary>A position inside it.</summary>
    public (double East, double North) InnerPosition()
    {
        var inner = Geometry.InteriorPoint;
        return (inner.X, inner.Y);
    }

    /// <summary>Whether a position lies in its area or on its border.</summary>
    public bool Covers(double east, double north) =>
        IsArea && Envelope.Contains(east, north) && Edges.SideOf(east, north) != Side.Outside;

    /// <summary>Whether any of some positions lies in its area or on its border.</summary>
    public bool CoversAny(ImmutableArray<(double East, double North)> positions)
    {
        foreach (var (east, north) in positions)
        {
            if (Covers(east, north))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether all of some positions lie in its area or on its border.</summary>
    public bool CoversAll(ImmutableArray<(double East, double North)> positions)
    {
        foreach (var (east, north) in positions)
        {
            if (!Covers(east, north))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The least gap to another shape, areas included: 0 when one lies in the other. Not found when it is above the limit.</summary>
    public Gap GapTo(Shape other, double limit)
    {
        var best = Gap.UpTo(limit);
        if (best.Excludes(BoxLevels.SquaredGap(Box.AsSpan(), other.Box.AsSpan())))
        {
            return best;
        }

        if (Envelope.Intersects(other.Envelope) && ((other.IsArea && other.CoversAny(Anchors)) || (IsArea && CoversAny(other.Anchors))))
        {
            best.Offer(0, Anchors[0].East, Anchors[0].North, Anchors[0].East, Anchors[0].North);
            return best;
        }

        SegmentTree.Search(Edges, other.Edges, ref best);
        return best;
    }

    /// <summary>Whether it covers a shape whose edges keep clear of its own by more than <see cref="Tolerance.Length"/>.</summary>
    public bool SurroundsClear(Shape other) => CoversAll(other.Anchors) && !(other.IsArea && other.CoversAny(RingAnchors));

    /// <summary>Whether all of it surely lies within a distance of an area's border: one position of the border is near enough to every corner of its envelope.</summary>
    public bool HugsBorderOf(Shape area, double distance)
    {
        if (Diagonal > distance)
        {
            return false;
        }

        var nearest = Gap.UpTo(distance);
        SegmentTree.Search(Edges, area.Edges, ref nearest);
        if (!nearest.Found)
        {
            return false;
        }

        var east = Math.Max(nearest.ToEast - Envelope.MinX, Envelope.MaxX - nearest.ToEast);
        var north = Math.Max(nearest.ToNorth - Envelope.MinY, Envelope.MaxY - nearest.ToNorth);
        return (east * east) + (north * north) <= distance * distance;
    }

    private static void Add(
        Geometry part,
        List<double> segments,
        ImmutableArray<(double, double)>.Builder anchors,
        ImmutableArray<(double, double)>.Builder ringAnchors)
    {
        switch (part)
        {
            case Polygon polygon:
                anchors.Add((polygon.Shell.Coordinate.X, polygon.Shell.Coordinate.Y));
                AddLine(polygon.Shell, segments);
                ringAnchors.Add(anchors[^1]);
                foreach (var hole in polygon.Holes)
                {
                    AddLine(hole, segments);
                    ringAnchors.Add((hole.Coordinate.X, hole.Coordinate.Y));
                }

                break;
            case LineString line:
                anchors.Add((line.Coordinate.X, line.Coordinate.Y));
                AddLine(line, segments);
                break;
            default:
                anchors.Add((part.Coordinate.X, part.Coordinate.Y));
                segments.AddRange([part.Coordinate.X, part.Coordinate.Y, part.Coordinate.X, part.Coordinate.Y]);
                break;
        }
    }

    private static void AddLine(LineString line, List<double> segments)
    {
        var positions = line.CoordinateSequence;
        for (var i = 1; i < positions.Count; i++)
        {
            segments.AddRange([positions.GetX(i - 1), positions.GetY(i - 1), positions.GetX(i), positions.GetY(i)]);
        }
    }
}
