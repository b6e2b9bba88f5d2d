using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.Facts;

/// <summary>All attributes, measures and layers a pack's rules may speak of. Immutable.</summary>
public sealed class Vocabulary
{
    private readonly FrozenDictionary<string, AttributeDefinition> attributes;
    private readonly FrozenDictionary<string, int> layerSlots;

    /// <summary>Makes a vocabulary.</summary>
    /// <param name="measures">All measures.</param>
    /// <param name="attributes">All attributes, those the loader makes included; each one's slot is its position.</param>
    /// <param name="layers">All layers except the unit layer, ordered by id.</param>
    /// <exception cref="ArgumentException">A slot is not the position, or an id occurs twice.</exception>
    public Vocabulary(MeasureTable measures, ImmutableArray<AttributeDefinition> attributes, ImmutableArray<LayerDefinition> layers)
    {
        Measures = measures;
        Attributes = attributes;
        Layers = layers;
        if (attributes.Where((a, i) => a.Slot != i).Any())
        {
            throw new ArgumentException("an attribute's slot is not its position", nameof(attributes));
        }

        Unsaid = [.. attributes.Select(a => a.Unsaid)];
        this.attributes = attributes.ToFrozenDictionary(a => a.Id, StringComparer.Ordinal);
        LayerAttributes = [.. layers.Select(l => (SlotOf(InLayer(l.Id)), SlotOf(DistanceToLayer(l.Id))))];
        layerSlots = layers.Select((l, i) => (l.Id, i)).ToFrozenDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
    }

    /// <summary>All measures.</summary>
    public MeasureTable Measures { get; }

    /// <summary>All attributes; an attribute's slot is its position.</summary>
    public ImmutableArray<AttributeDefinition> Attributes { get; }

    /// <summary>All layers except the unit layer; a layer's slot is its position.</summary>
    public ImmutableArray<LayerDefinition> Layers { get; }

    /// <summary>By attribute slot: the fact of an attribute of which nothing was said.</summary>
    internal ImmutableArray<Fact> Unsaid { get; }

    /// <summary>By layer slot: the slots of the attributes that declare whether the site lies in the layer and how far from it; -1 without such an attribute.</summary>
    internal ImmutableArray<(int In, int Distance)> LayerAttributes { get; }

    /// <summary>The id of the attribute that declares whether the site lies in a layer.</summary>
    public static string InLayer(string layer) => $"site.in.{layer}";

    /// <summary>The id of the attribute that declares the distance to a layer.</summary>
    public static string DistanceToLayer(string layer) => $"site.distance.{layer}";

    /// <summary>Tells that a name is none of the attributes, with the attribute that was perhaps meant.</summary>
    internal Problem UnknownAttribute(string name, SourcePlace? place) =>
        Problem.Of(ProblemCode.UnknownAttribute, place, Naming.Shortened(name), Naming.Nearest(name, Attributes.Select(a => a.Id)));

    /// <summary>Finds an attribute.</summary>
    public bool TryFind(string id, [NotNullWhen(true)] out AttributeDefinition? attribute) => attributes.TryGetValue(id, out attribute);

    /// <summary>Finds a layer's slot.</summary>
    public bool TryFindLayer(string id, out int slot) => layerSlots.TryGetValue(id, out slot);

    private int SlotOf(string id) => attributes.TryGetValue(id, out var attribute) ? attribute.Slot : -1;
}
