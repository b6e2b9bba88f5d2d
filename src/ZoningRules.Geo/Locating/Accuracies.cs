using System.Collections.Immutable;
using ZoningRules.Locations;
using ZoningRules.Measures;

namespace ZoningRules.Geo.Locating;

/// <summary>How far the borders of a site and of layers may be off.</summary>
/// <param name="Site">The site's accuracy.</param>
/// <param name="Layers">Accuracies that count instead of those the layers state, by the id of the layer with the files.</param>
internal sealed record Accuracies(Metres Site, ImmutableDictionary<string, Metres> Layers)
{
    /// <summary>The accuracies of the site and of a layer together.</summary>
    /// <param name="root">The id of the layer with the files.</param>
    /// <param name="facts">What the layer states.</param>
    public double DoubtAbout(string root, LayerData facts) => (double)Site.Value + (double)Layers.GetValueOrDefault(root, facts.Accuracy).Value;
}
