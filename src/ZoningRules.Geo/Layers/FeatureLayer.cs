using System.Collections.Concurrent;
using System.Collections.Immutable;
using ZoningRules.Geo.Shapes;
using ZoningRules.Locations;

namespace ZoningRules.Geo.Layers;

/// <summary>A layer of areas, lines or points, read and indexed. Thread-safe.</summary>
internal sealed class FeatureLayer
{
    private const int MostRegionsKept = 128;

    /// <summary>Makes a layer.</summary>
    /// <param name="id">Its id, which is that of the part when it is a part of another layer.</param>
    /// <param name="root">The id of the layer whose files it uses; the same unless it is a part.</param>
    /// <param name="shape">What its features are.</param>
    /// <param name="facts">What is known of its files.</param>
    /// <param name="features">Its features, in the order of the file.</param>
    /// <param name="coverage">Where it is complete.</param>
    public FeatureLayer(string id, string root, LayerShape shape, LayerData facts, ImmutableArray<LayerFeature> features, Coverage coverage)
    {
        Id = id;
        Root = root;
        Shape = shape;
        Facts = facts;
        Features = features;
        Coverage = coverage;
        Index = new([.. features.Select(f => f.Shape)]);
    }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>The id of the layer whose files it uses.</summary>
    public string Root { get; }

    /// <summary>What its features are.</summary>
    public LayerShape Shape { get; }

    /// <summary>What is known of its files.</summary>
    public LayerData Facts { get; }

    /// <summary>Its features.</summary>
    public ImmutableArray<LayerFeature> Features { get; }

    /// <summary>Where it is complete.</summary>
    public Coverage Coverage { get; }

    /// <summary>Finds its features.</summary>
    public FeatureIndex Index { get; }

    // Joined areas that were asked for before; only ever a saving of work.
    private ConcurrentDictionary<string, Shape> Regions { get; } = new(StringComparer.Ordinal);

    /// <summary>The area that some features cover together; what they share counts once. Null for none.</summary>
    public Shape? RegionOf(IReadOnlyList<int> features)
    {
        if (features.Count <= 1)
        {
            return features.Count == 0 ? null : Features[features[0]].Shape;
        }

        var key = string.Join(',', features);
        if (!Regions.TryGetValue(key, out var region))
        {
            region = new(Overlays.Union([.. features.Select(i => Features[i].Shape.Geometry)]));
            if (Regions.Count < MostRegionsKept)
            {
                Regions.TryAdd(key, region);
            }
        }

        return region;
    }
}
