using System.Collections.Frozen;
using ZoningRules.Measures;

namespace ZoningRules.Locations;

/// <summary>
/// How far from each layer it still matters how large a distance is. Whoever asks with a reach does not tell distances beyond it apart, so they need not be measured.
/// Immutable.
/// </summary>
public sealed class DistanceReach
{
    private readonly FrozenDictionary<string, Metres> layers;

    private DistanceReach(FrozenDictionary<string, Metres> layers)
    {
        this.layers = layers;
        Greatest = layers.Count == 0 ? default : new(layers.Values.Max(r => r.Value));
    }

    /// <summary>Every distance matters.</summary>
    public static DistanceReach Unbounded { get; } = new(FrozenDictionary<string, Metres>.Empty);

    /// <summary>The greatest reach to a layer that has one; zero when none has.</summary>
    public Metres Greatest { get; }

    /// <summary>Takes reaches by the id of the layer, included; to a layer without one, every distance matters.</summary>
    /// <exception cref="ArgumentException">A layer is named twice, or a reach is negative.</exception>
    public static DistanceReach Of(IEnumerable<KeyValuePair<string, Metres>> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        var reaches = new Dictionary<string, Metres>(StringComparer.Ordinal);
        foreach (var (layer, reach) in layers)
        {
            if (reach.Value < 0 || !reaches.TryAdd(layer, reach))
            {
                throw new ArgumentException($"the layer {layer} is named twice, or its reach is negative", nameof(layers));
            }
        }

        return new(reaches.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The reach to a layer, included; null when every distance matters.</summary>
    public Metres? To(string layer) => layers.TryGetValue(layer, out var reach) ? reach : null;

    /// <summary>The same, but for some layers, to which every distance matters.</summary>
    public DistanceReach Without(IReadOnlySet<string> whole)
    {
        ArgumentNullException.ThrowIfNull(whole);
        return new(layers.Where(l => !whole.Contains(l.Key)).ToFrozenDictionary(StringComparer.Ordinal));
    }
}
