using System.Text;
using NetTopologySuite.Geometries;
using NetTopologySuite.Simplify;
using ZoningRules.Geo.Shapes;

namespace ZoningRules.Geo.Mapping;

/// <summary>What of a geometry a view shows, with no more detail than paper holds.</summary>
internal static class PaperPath
{
    // A twentieth of a millimetre: two borders simplified apart stay within a tenth of each other.
    private const double Detail = 0.05;

    // So far beyond the frame that the stroke along a cut is never seen.
    private const double Bleed = 3;

    /// <summary>The part in the frame, still in the working plane; null when there is none.</summary>
    public static Geometry? Clip(Geometry geometry, MapView view)
    {
        var window = view.Window.Copy();
        window.ExpandBy(Bleed / view.PerMetre);
        if (!window.Intersects(geometry.EnvelopeInternal))
        {
            return null;
        }

        return window.Contains(geometry.EnvelopeInternal) ? geometry : Overlays.Common(geometry, geometry.Factory.ToGeometry(window));
    }

    /// <summary>Path data of areas or lines; empty when they are too small for the paper.</summary>
    public static string Of(Geometry geometry, MapView view)
    {
        var path = new StringBuilder();
        for (var i = 0; i < geometry.NumGeometries; i++)
        {
            switch (geometry.GetGeometryN(i))
            {
                case Polygon polygon:
                    Add(polygon.Shell, view, path);
                    foreach (var hole in polygon.Holes)
                    {
                        Add(hole, view, path);
                    }

                    break;
                case LineString line:
                    Add(line, view, path);
                    break;
            }
        }

        return path.ToString();
    }

    private static void Add(LineString line, MapView view, StringBuilder path)
    {
        var isRing = line.IsClosed && line.NumPoints > 3;
        var points = line.Coordinates.Select(c => view.ToPaper(c.X, c.Y)).Select(p => new Coordinate(p.X, p.Y)).ToArray();
        if (isRing)
        {
            // Starting at a corner that no simplification may take away keeps the ring a ring.
            var first = Array.IndexOf(points, points.Min());
            points = [.. points[first..^1], .. points[..first], points[first]];
        }

        var kept = new List<(string X, string Y)>();
        foreach (var point in DouglasPeuckerLineSimplifier.Simplify(points, Detail))
        {
            var place = (SvgWriter.Number(point.X), SvgWriter.Number(point.Y));
            if (kept.Count == 0 || kept[^1] != place)
            {
                kept.Add(place);
            }
        }

        if (isRing && kept.Count > 1 && kept[0] == kept[^1])
        {
            kept.RemoveAt(kept.Count - 1);
        }

        if (kept.Count < (isRing ? 3 : 2))
        {
            return;
        }

        path.Append('M').AppendJoin(' ', kept.Select(p => $"{p.X},{p.Y}"));
        if (isRing)
        {
            path.Append('Z');
        }
    }
}
