using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace ZoningRules.Geo.Mapping;

/// <summary>Where the label of a figure may stand, best place first.</summary>
internal static class LabelPlaces
{
    private const int Net = 9;

    /// <summary>The middles of places for a label.</summary>
    /// <param name="shown">What of the figure the view shows, in the working plane.</param>
    /// <param name="view">The view.</param>
    /// <param name="width">Width of the label on paper.</param>
    /// <param name="height">Height of the label on paper.</param>
    /// <param name="inside">Whether all of the label must lie in an area.</param>
    public static IReadOnlyList<PaperPoint> For(Geometry shown, MapView view, double width, double height, bool inside) => shown.Dimension switch
    {
        Dimension.Surface => InArea(Largest(shown), view, width, height, inside),
        Dimension.Curve => AlongLine(Largest(shown), view, height),
        _ => [.. shown.Coordinates.Take(1).SelectMany(c => Around(view.ToPaper(c.X, c.Y), width, height, 1.6))],
    };

    /// <summary>Places around a point at a distance.</summary>
    public static IEnumerable<PaperPoint> Around(PaperPoint point, double width, double height, double distance)
    {
        var (right, up) = ((width / 2) + distance, (height / 2) + distance);
        foreach (var reach in (double[])[1, 1.8, 3])
        {
            var (dx, dy) = (right + ((reach - 1) * distance), up + ((reach - 1) * distance));
            yield return new(point.X + dx, point.Y);
            yield return new(point.X - dx, point.Y);
            yield return new(point.X, point.Y - dy);
            yield return new(point.X, point.Y + dy);
            yield return new(point.X + dx, point.Y - dy);
            yield return new(point.X - dx, point.Y - dy);
            yield return new(point.X + dx, point.Y + dy);
            yield return new(point.X - dx, point.Y + dy);
        }
    }

    private static Geometry Largest(Geometry shown) =>
        Enumerable.Range(0, shown.NumGeometries).Select(shown.GetGeometryN).MaxBy(g => g.Dimension == Dimension.Surface ? g.Area : g.Length)!;

    // Places whose whole label lies in the area come first, those nearest to its middle before others; then places of which only the middle does.
    private static List<PaperPoint> InArea(Geometry area, MapView view, double width, double height, bool inside)
    {
        var box = area.EnvelopeInternal.Intersection(view.Window);
        if (box.IsNull)
        {
            return [];
        }

        var locator = new IndexedPointInAreaLocator(area);
        var (halfEast, halfNorth) = (width / 2 / view.PerMetre, height / 2 / view.PerMetre);
        var centre = area.Centroid.Coordinate;
        var candidates = new List<(bool Whole, double Off, double East, double North)>();
        for (var column = 0; column <= Net; column++)
        {
            for (var row = 0; row <= Net; row++)
            {
                Try(box.MinX + (box.Width * (column + 0.5) / (Net + 1)), box.MinY + (box.Height * (row + 0.5) / (Net + 1)));
            }
        }

        Try(centre.X, centre.Y);
        if (candidates.Count == 0)
        {
            var inner = area.InteriorPoint.Coordinate;
            Try(inner.X, inner.Y);
        }

        return [.. candidates.Where(c => c.Whole || !inside).OrderByDescending(c => c.Whole).ThenBy(c => c.Off).Select(c => view.ToPaper(c.East, c.North))];

        void Try(double east, double north)
        {
            if (Holds(east, north))
            {
                var whole = Holds(east - halfEast, north - halfNorth) && Holds(east + halfEast, north - halfNorth)
                    && Holds(east - halfEast, north + halfNorth) && Holds(east + halfEast, north + halfNorth);
                candidates.Add((whole, Math.Pow(east - centre.X, 2) + Math.Pow(north - centre.Y, 2), east, north));
            }
        }

        bool Holds(double east, double north) => locator.Locate(new(east, north)) != Location.Exterior;
    }

    private static List<PaperPoint> AlongLine(Geometry line, MapView view, double height)
    {
        var indexed = new NetTopologySuite.LinearReferencing.LengthIndexedLine(line);
        var places = new List<PaperPoint>();
        foreach (var share in (double[])[0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9])
        {
            var on = indexed.ExtractPoint(indexed.EndIndex * share);
            var paper = view.ToPaper(on.X, on.Y);
            places.Add(new(paper.X, paper.Y - (height / 2) - 0.8));
            places.Add(new(paper.X, paper.Y + (height / 2) + 0.8));
            places.Add(paper);
        }

        return places;
    }
}
