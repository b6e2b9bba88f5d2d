using System.Runtime.InteropServices;

namespace ZoningRules.Geo.Reading;

/// <summary>The <c>coordinates</c> of a GeoJSON geometry: positions in nested lists of one depth.</summary>
internal sealed class NestedPositions
{
    /// <summary>First numbers.</summary>
    public List<double> First { get; } = [];

    /// <summary>Second numbers.</summary>
    public List<double> Second { get; } = [];

    /// <summary>Where the lists that hold positions end.</summary>
    public List<int> RingEnds { get; } = [];

    /// <summary>Where the lists that hold such lists end, counted in them.</summary>
    public List<int> PartEnds { get; } = [];

    /// <summary>How many lists are around a position; null while there is none.</summary>
    public int? Depth { get; set; }

    /// <summary>Whether there is a list without content.</summary>
    public bool HasEmpty { get; set; }

    /// <summary>Whether a position has a height.</summary>
    public bool HasHeight { get; set; }

    /// <summary>The parts, for a geometry of a GeoJSON type.</summary>
    /// <exception cref="GeometryTextException">The nesting does not fit the type.</exception>
    public IEnumerable<RawPart> Parts(string type)
    {
        var (depth, kind) = type switch
        {
            "Point" => (0, PartKind.Point),
            "MultiPoint" => (1, PartKind.Point),
            "LineString" => (1, PartKind.Line),
            "MultiLineString" => (2, PartKind.Line),
            "Polygon" => (2, PartKind.Area),
            _ => (3, PartKind.Area),
        };
        if (Depth is null)
        {
            return [];
        }

        if (Depth != depth || (HasEmpty && depth > 0))
        {
            throw GeometryTextException.Bad($"{type} 的 coordinates 嵌套层次不对或含空列表", $"the coordinates of the {type} are nested wrongly or hold an empty list");
        }

        return (kind, depth) switch
        {
            (PartKind.Point, _) => Enumerable.Range(0, First.Count).Select(i => new RawPart(kind, [Ring(i, i + 1)])),
            (_, 1) => [new(kind, [Ring(0, First.Count)])],
            (PartKind.Line, _) => Enumerable.Range(0, RingEnds.Count).Select(i => new RawPart(kind, [RingAt(i)])),
            (_, 2) => [new(kind, Rings(0, RingEnds.Count))],
            _ => Enumerable.Range(0, PartEnds.Count).Select(i => new RawPart(kind, Rings(i == 0 ? 0 : PartEnds[i - 1], PartEnds[i]))),
        };
    }

    /// <summary>Forgets everything; parts made before stay as they are once they were enumerated.</summary>
    public void Clear()
    {
        First.Clear();
        Second.Clear();
        RingEnds.Clear();
        PartEnds.Clear();
        (Depth, HasEmpty, HasHeight) = (null, false, false);
    }

    private RawRing[] Rings(int from, int to) => [.. Enumerable.Range(from, to - from).Select(RingAt)];

    private RawRing RingAt(int index) => Ring(index == 0 ? 0 : RingEnds[index - 1], RingEnds[index]);

    private RawRing Ring(int from, int to) =>
        new(CollectionsMarshal.AsSpan(First)[from..to].ToArray(), CollectionsMarshal.AsSpan(Second)[from..to].ToArray());
}
