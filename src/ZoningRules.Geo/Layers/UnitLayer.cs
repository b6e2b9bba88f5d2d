using System.Collections.Immutable;
using ZoningRules.Locations;

namespace ZoningRules.Geo.Layers;

/// <summary>The layer of control units, read and indexed. Immutable.</summary>
internal sealed class UnitLayer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="facts">What is known of its files.</param>
    /// <param name="units">Its units, ordered by code; codes are distinct.</param>
    /// <param name="holes">Known holes; their name is the reason.</param>
    /// <param name="coverage">Where it is complete.</param>
    public UnitLayer(LayerData facts, ImmutableArray<UnitFeature> units, ImmutableArray<LayerFeature> holes, Coverage coverage)
    {
        Facts = facts;
        Units = units;
        Holes = holes;
        Coverage = coverage;
        Index = new([.. units.Select(u => u.Shape)]);
    }

    /// <summary>What is known of its files.</summary>
    public LayerData Facts { get; }

    /// <summary>Its units.</summary>
    public ImmutableArray<UnitFeature> Units { get; }

    /// <summary>Known holes.</summary>
    public ImmutableArray<LayerFeature> Holes { get; }

    /// <summary>Where it is complete.</summary>
    public Coverage Coverage { get; }

    /// <summary>Finds its units.</summary>
    public FeatureIndex Index { get; }
}
