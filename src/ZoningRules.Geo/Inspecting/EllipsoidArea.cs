using NetTopologySuite.Geometries;
using ZoningRules.Geo.Coordinates;

namespace ZoningRules.Geo.Inspecting;

/// <summary>
/// Areas on the ellipsoid of CGCS2000. Positions are taken to the cylindrical equal-area projection, which keeps areas exactly. Borders are straight in the working
/// plane, as everywhere else; what a long edge then bends in the projection is added as a parabola. Thread-safe.
/// </summary>
internal static class EllipsoidArea
{
    private const double Axis = 6_378_137;
    // Shorter edges bend by less than a tenth of a millimetre.
    private const double LongEdge = 100;
    private const double Flattening = 1 / 298.257222101;

    private static readonly double Eccentricity = Math.Sqrt(Flattening * (2 - Flattening));

    /// <summary>
    /// The area that a ring encloses in square metres, positive when it runs against the clock; degrees, longitude then latitude in pairs. Its edges are straight in the
    /// projection. The first position need not be repeated.
    /// </summary>
    public static double Of(ReadOnlySpan<double> degrees)
    {
        if (degrees.Length < 6)
        {
            return 0;
        }

        // Sums about the first position keep the digits of small rings.
        var (east0, north0) = (degrees[0], Northing(degrees[1]));
        var (east, north) = (0d, 0d);
        var sum = 0d;
        for (var i = 2; i < degrees.Length; i += 2)
        {
            var nextEast = degrees[i] - east0;
            var nextNorth = Northing(degrees[i + 1]) - north0;
            sum += (east * nextNorth) - (nextEast * north);
            (east, north) = (nextEast, nextNorth);
        }

        return sum / 2 * Axis * (Math.PI / 180);
    }

    /// <summary>The area that a closed ring of the working plane encloses, positive when it runs against the clock.</summary>
    /// <param name="positions">East and north in pairs.</param>
    /// <param name="degrees">The same positions in degrees.</param>
    /// <param name="plane">The plane.</param>
    public static double Of(ReadOnlySpan<double> positions, ReadOnlySpan<double> degrees, WorkingPlane plane)
    {
        var area = Of(degrees);
        Span<double> bend = stackalloc double[6];
        for (var i = 2; i < positions.Length; i += 2)
        {
            var (east, north) = (positions[i] - positions[i - 2], positions[i + 1] - positions[i - 1]);
            if ((east * east) + (north * north) > LongEdge * LongEdge)
            {
                var (longitude, latitude) = plane.ToDegrees(positions[i - 2] + (east / 2), positions[i - 1] + (north / 2));
                (bend[0], bend[1], bend[2], bend[3], bend[4], bend[5]) = (degrees[i - 2], degrees[i - 1], longitude, latitude, degrees[i], degrees[i + 1]);
                area += Of(bend) * 4 / 3;
            }
        }

        return area;
    }

    /// <summary>The area of polygons that lie in a working plane.</summary>
    public static double Of(Geometry polygons, WorkingPlane plane)
    {
        var area = 0d;
        for (var i = 0; i < polygons.NumGeometries; i++)
        {
            if (polygons.GetGeometryN(i) is Polygon polygon)
            {
                area += Math.Abs(OfRing(polygon.Shell, plane)) - polygon.Holes.Sum(h => Math.Abs(OfRing(h, plane)));
            }
        }

        return area;
    }

    private static double OfRing(LineString ring, WorkingPlane plane)
    {
        var degrees = new double[ring.NumPoints * 2];
        for (var i = 0; i < ring.NumPoints; i++)
        {
            var position = ring.GetCoordinateN(i);
            (degrees[i * 2], degrees[(i * 2) + 1]) = plane.ToDegrees(position.X, position.Y);
        }

        double[] positions = [.. ring.Coordinates.SelectMany(c => (double[])[c.X, c.Y])];
        return Of(positions, degrees, plane);
    }

    // The area of the band from the equator to a latitude, a radian wide, over the axis.
    private static double Northing(double latitude)
    {
        var sine = Math.Sin(latitude * Math.PI / 180);
        var es = Eccentricity * sine;
        return Axis * (1 - (Eccentricity * Eccentricity)) / 2 * ((sine / (1 - (es * es))) + (Math.Atanh(es) / Eccentricity));
    }
}
