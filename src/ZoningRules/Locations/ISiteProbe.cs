using System.Collections.Immutable;
using ZoningRules.Measures;
using ZoningRules.Problems;

namespace ZoningRules.Locations;

/// <summary>One site that was read once, to be located in several variations. Implementations are thread-safe.</summary>
public interface ISiteProbe
{
    /// <summary>The accuracy of the site as stated, or the one assumed without a statement.</summary>
    Metres Accuracy { get; }

    /// <summary>The greatest accuracy that a site may state; included.</summary>
    Metres GreatestAccuracy { get; }

    /// <summary>The layers whose accuracy can vary, with the accuracy each states, ordered by id; the layer of control units among them.</summary>
    ImmutableArray<KeyValuePair<string, Metres>> LayerAccuracies { get; }

    /// <summary>Where the site lies in a variation. Problems mean that the geometry could not be laid over the layers.</summary>
    Loaded<SiteLocation> Locate(SiteVariation variation);

    /// <summary>
    /// Directions in which a move of the site changes how it lies to a layer or a control unit soonest: from its border to the nearest border, and from its deepest position
    /// inside, and its farthest outside, to the nearest border. In this order, each direction once.
    /// </summary>
    /// <param name="target">The id of a layer or the code of a control unit.</param>
    /// <returns>Degrees clockwise from grid north, 0 included, 360 excluded; empty when there is no such target, it has no features, or the borders meet everywhere that counts.</returns>
    ImmutableArray<decimal> BearingsTo(string target);
}
