using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Noding;
using NetTopologySuite.Noding.Snapround;
using NetTopologySuite.Operation.Polygonize;

namespace ZoningRules.Geo.Siting;

/// <summary>An area cut along lines into faces, and which faces touch along an edge.</summary>
internal sealed class Arrangement
{
    /// <summary>Corners lie on a net of this width in metres: no line is moved farther than three quarters of it, and lines nearer to each other become one.</summary>
    public const double Net = 0.01;

    /// <summary>Faces narrower than this in metres are the doubt of drawn arcs and not places.</summary>
    public const double Narrow = 0.2;

    private Arrangement(IReadOnlyList<Polygon> faces)
    {
        Faces = faces;
        Neighbours = NeighboursOf(faces);
    }

    /// <summary>The faces, ordered from south-west to north-east.</summary>
    public IReadOnlyList<Polygon> Faces { get; }

    /// <summary>For each face: the faces that share an edge with it and how long it is.</summary>
    public IReadOnlyList<SortedDictionary<int, double>> Neighbours { get; }

    /// <summary>Cuts an area.</summary>
    public static Arrangement Of(Geometry area, IEnumerable<Geometry> lines, CancellationToken cancellation)
    {
        var window = area.EnvelopeInternal.Copy();
        window.ExpandBy(10);
        var strings = new List<ISegmentString>();
        foreach (var line in lines.Append(area.Boundary).Where(l => !l.IsEmpty && l.EnvelopeInternal.Intersects(window)))
        {
            for (var i = 0; i < line.NumGeometries; i++)
            {
                Add(line.GetGeometryN(i).Coordinates, window, strings);
            }
        }

        cancellation.ThrowIfCancellationRequested();
        var noder = new SnapRoundingNoder(new PrecisionModel(1 / Net));
        noder.ComputeNodes(strings);
        cancellation.ThrowIfCancellationRequested();
        var polygonizer = new Polygonizer();
        var known = new SortedSet<OrientedCoordinateArray>();
        foreach (var piece in noder.GetNodedSubstrings())
        {
            if (piece.Coordinates.Length > 1 && known.Add(new(piece.Coordinates)))
            {
                polygonizer.Add(area.Factory.CreateLineString(piece.Coordinates));
            }
        }

        var locator = new IndexedPointInAreaLocator(area);
        cancellation.ThrowIfCancellationRequested();
        return new([
            .. polygonizer.GetPolygons().OfType<Polygon>()
                .Where(p => locator.Locate(p.InteriorPoint.Coordinate) != Location.Exterior)
                .OrderBy(p => p.EnvelopeInternal.MinY).ThenBy(p => p.EnvelopeInternal.MinX).ThenBy(p => p.Area).ThenBy(p => p.NumPoints),
        ]);
    }

    /// <summary>Whether a face is nowhere wider than the doubt of drawn arcs.</summary>
    public static bool IsNarrow(Polygon face) => 2 * face.Area < Narrow * face.Length;

    // Only what is near the window: a threshold drawn over a whole province is cut to what it has to do here.
    private static void Add(Coordinate[] line, Envelope window, List<ISegmentString> strings)
    {
        var start = -1;
        for (var i = 0; i < line.Length; i++)
        {
            var matters = i + 1 < line.Length && window.Intersects(line[i], line[i + 1]);
            if (matters && start < 0)
            {
                start = i;
            }
            else if (!matters && start >= 0)
            {
                strings.Add(new NodedSegmentString(line[start..(i + 1)], null));
                start = -1;
            }
        }
    }

    private static SortedDictionary<int, double>[] NeighboursOf(IReadOnlyList<Polygon> faces)
    {
        var neighbours = new SortedDictionary<int, double>[faces.Count];
        var open = new Dictionary<(double, double, double, double), int>();
        for (var face = 0; face < faces.Count; face++)
        {
            neighbours[face] = [];
            foreach (var ring in faces[face].Holes.Append(faces[face].Shell))
            {
                var corners = ring.Coordinates;
                for (var i = 1; i < corners.Length; i++)
                {
                    var (a, b) = corners[i - 1].CompareTo(corners[i]) < 0 ? (corners[i - 1], corners[i]) : (corners[i], corners[i - 1]);
                    var key = (a.X, a.Y, b.X, b.Y);
                    if (!open.Remove(key, out var other))
                    {
                        open.Add(key, face);
                    }
                    else if (other != face)
                    {
                        var length = a.Distance(b);
                        neighbours[face][other] = neighbours[face].GetValueOrDefault(other) + length;
                        neighbours[other][face] = neighbours[other].GetValueOrDefault(face) + length;
                    }
                }
            }
        }

        return neighbours;
    }
}
