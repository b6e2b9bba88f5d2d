using System.Collections.Immutable;
using ZoningRules.Measures;

namespace ZoningRules.Locations;

/// <summary>How a site or the layers are to differ from what was stated, to see what depends on it. Immutable.</summary>
public sealed record SiteVariation
{
    /// <summary>Nothing differs.</summary>
    public static SiteVariation None { get; } = new();

    /// <summary>The accuracy to assume for the site instead of the stated one, not negative; null for that one.</summary>
    public Metres? Accuracy { get; init; }

    /// <summary>The accuracies to assume for layers instead of their own, not negative, by the id of a layer with files; its parts follow it.</summary>
    public ImmutableDictionary<string, Metres> LayerAccuracies { get; init; } = ImmutableDictionary<string, Metres>.Empty;

    /// <summary>How far the whole site is moved.</summary>
    public Displacement Shift { get; init; }
}
