using NetTopologySuite.Geometries;

namespace ZoningRules.Geo.Shapes;

/// <summary>Makes one geometry from parts of one dimension.</summary>
internal static class Joining
{
    /// <summary>Joins parts; what they share counts once. Says whether parts met and were merged.</summary>
    public static (Geometry Joined, bool Merged) Join(IReadOnlyList<Geometry> parts)
    {
        if (parts.Count == 1)
        {
            return (parts[0], false);
        }

        if (!AnyMeet(parts))
        {
            return (parts[0].Factory.BuildGeometry(parts), false);
        }

        var joined = Overlays.Union(parts);
        return (joined, joined.NumGeometries != parts.Count);
    }

    // A sweep from west to east over the envelopes.
    private static bool AnyMeet(IReadOnlyList<Geometry> parts)
    {
        var open = new List<Envelope>();
        foreach (var envelope in parts.Select(p => p.EnvelopeInternal).OrderBy(e => e.MinX))
        {
            open.RemoveAll(e => e.MaxX < envelope.MinX);
            if (open.Exists(e => e.Intersects(envelope)))
            {
                return true;
            }

            open.Add(envelope);
        }

        return false;
    }
}
