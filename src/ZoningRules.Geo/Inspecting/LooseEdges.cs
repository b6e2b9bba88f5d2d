namespace ZoningRules.Geo.Inspecting;

/// <summary>
/// Finds the edges where the number of features on the one side is not that on the other: borders of the whole, gaps, overlaps, and borders that two features
/// draw with different positions. An edge that neighbours draw alike, in opposite directions, is not among them. Between loose edges the number of features is
/// the same everywhere, so that a place each between them tells all gaps and overlaps there are.
/// </summary>
internal static class LooseEdges
{
    // Edges in one table at a time; more than one pass over all features when there are more.
    private const int EdgesAtATime = 2_000_000;

    /// <summary>The loose edges, each once.</summary>
    /// <param name="features">The features.</param>
    /// <param name="atATime">How many edges a table holds at most, about.</param>
    public static List<Edge> Of(IReadOnlyList<DrawnFeature> features, int atATime = EdgesAtATime)
    {
        var passes = Math.Max(1, (int)(features.Sum(f => (long)f.Edges) / atATime));
        var loose = new List<Edge>();
        var balance = new Dictionary<Edge, int>();
        for (var pass = 0; pass < passes; pass++)
        {
            balance.Clear();
            foreach (var feature in features)
            {
                foreach (var ring in feature.Parts.SelectMany(p => p))
                {
                    for (var i = 2; i < ring.Length; i += 2)
                    {
                        var (edge, direction) = Edge.Between(ring[i - 2], ring[i - 1], ring[i], ring[i + 1]);
                        if (direction != 0 && (passes == 1 || unchecked((uint)edge.GetHashCode()) % (uint)passes == (uint)pass))
                        {
                            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(balance, edge, out _) += direction;
                        }
                    }
                }
            }

            loose.AddRange(balance.Where(b => b.Value != 0).Select(b => b.Key));
        }

        return loose;
    }
}

/// <summary>A straight edge, its smaller end first.</summary>
internal readonly record struct Edge(double East1, double North1, double East2, double North2)
{
    /// <summary>The edge between two positions, and whether they come in its order (1), in the other (-1), or are the same (0).</summary>
    public static (Edge Edge, int Direction) Between(double east1, double north1, double east2, double north2)
    {
        if (east1 == east2 && north1 == north2)
        {
            return (default, 0);
        }

        return east1 < east2 || (east1 == east2 && north1 < north2)
            ? (new(east1, north1, east2, north2), 1)
            : (new(east2, north2, east1, north1), -1);
    }
}
