using NetTopologySuite.Geometries;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Reading;

namespace ZoningRules.Geo.Inspecting;

/// <summary>A feature of areas in the working plane, as compact as its numbers. Immutable.</summary>
internal sealed class DrawnFeature
{
    private DrawnFeature(int number, IReadOnlyList<IReadOnlyList<double[]>> parts, double area)
    {
        Number = number;
        Parts = parts;
        Area = area;
        Envelope = new();
        foreach (var ring in parts.Select(p => p[0]))
        {
            for (var i = 0; i < ring.Length; i += 2)
            {
                Envelope.ExpandToInclude(ring[i], ring[i + 1]);
            }
        }
    }

    /// <summary>Its number in the file, from 1; 0 when it stands in no file of the layer.</summary>
    public int Number { get; }

    /// <summary>Its parts, of each its rings: east and north of each position in pairs, closed; the outer ring runs against the clock and comes first, the others run with it.</summary>
    public IReadOnlyList<IReadOnlyList<double[]>> Parts { get; }

    /// <summary>Its area on the ellipsoid.</summary>
    public double Area { get; }

    /// <summary>Its envelope.</summary>
    public Envelope Envelope { get; }

    /// <summary>How many edges its rings have.</summary>
    public int Edges => Parts.Sum(p => p.Sum(r => (r.Length / 2) - 1));

    /// <summary>Takes valid parts of areas to the plane.</summary>
    public static DrawnFeature Of(int number, IReadOnlyList<RawPart> parts, AxisOrder order, Crs crs, WorkingPlane plane)
    {
        var area = 0d;
        var drawn = new List<IReadOnlyList<double[]>>(parts.Count);
        foreach (var part in parts)
        {
            var rings = new List<double[]>(part.Rings.Count);
            foreach (var ring in part.Rings)
            {
                var degrees = new double[ring.Count * 2];
                var positions = new double[ring.Count * 2];
                for (var i = 0; i < ring.Count; i++)
                {
                    var (east, north) = order == AxisOrder.EastFirst ? (ring.First[i], ring.Second[i]) : (ring.Second[i], ring.First[i]);
                    (degrees[i * 2], degrees[(i * 2) + 1]) = WorkingPlane.DegreesOf(crs, east, north);
                    (positions[i * 2], positions[(i * 2) + 1]) = plane.From(crs, east, north);
                }

                var size = EllipsoidArea.Of(positions, degrees, plane);
                area += rings.Count == 0 ? Math.Abs(size) : -Math.Abs(size);
                if (size > 0 != (rings.Count == 0))
                {
                    Reverse(positions);
                }

                rings.Add(positions);
            }

            drawn.Add(rings);
        }

        return new(number, drawn, area);
    }

    /// <summary>The polygon of a part.</summary>
    public Polygon Polygon(int part)
    {
        var rings = Parts[part].Select(r => PartGeometry.Factory.CreateLinearRing([.. Enumerable.Range(0, r.Length / 2).Select(i => new Coordinate(r[i * 2], r[(i * 2) + 1]))]));
        return PartGeometry.Factory.CreatePolygon(rings.First(), [.. rings.Skip(1)]);
    }

    /// <summary>Its geometry.</summary>
    public Geometry Geometry() => Parts.Count == 1 ? Polygon(0) : PartGeometry.Factory.CreateMultiPolygon([.. Parts.Select((_, i) => Polygon(i))]);

    /// <summary>Whether a position lies inside it; on its border either.</summary>
    public bool Holds(double east, double north)
    {
        if (!Envelope.Contains(east, north))
        {
            return false;
        }

        var inside = false;
        foreach (var ring in Parts.SelectMany(p => p))
        {
            for (var i = 2; i < ring.Length; i += 2)
            {
                var (x1, y1, x2, y2) = (ring[i - 2], ring[i - 1], ring[i], ring[i + 1]);
                if (y1 > north != y2 > north && east < ((x2 - x1) * (north - y1) / (y2 - y1)) + x1)
                {
                    inside = !inside;
                }
            }
        }

        return inside;
    }

    /// <summary>Whether a position lies on its border, or nearer to it than a distance.</summary>
    public bool IsBeside(double east, double north, double distance)
    {
        if (east < Envelope.MinX - distance || east > Envelope.MaxX + distance || north < Envelope.MinY - distance || north > Envelope.MaxY + distance)
        {
            return false;
        }

        foreach (var ring in Parts.SelectMany(p => p))
        {
            for (var i = 2; i < ring.Length; i += 2)
            {
                if (SquaredGap(ring[i - 2], ring[i - 1], ring[i], ring[i + 1], east, north) <= distance * distance)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static double SquaredGap(double x1, double y1, double x2, double y2, double x, double y)
    {
        var (dx, dy) = (x2 - x1, y2 - y1);
        var length = (dx * dx) + (dy * dy);
        var along = length > 0 ? Math.Clamp((((x - x1) * dx) + ((y - y1) * dy)) / length, 0, 1) : 0;
        var (gapX, gapY) = (x1 + (along * dx) - x, y1 + (along * dy) - y);
        return (gapX * gapX) + (gapY * gapY);
    }

    private static void Reverse(double[] positions)
    {
        for (int i = 0, j = positions.Length - 2; i < j; i += 2, j -= 2)
        {
            (positions[i], positions[j]) = (positions[j], positions[i]);
            (positions[i + 1], positions[j + 1]) = (positions[j + 1], positions[i + 1]);
        }
    }
}
