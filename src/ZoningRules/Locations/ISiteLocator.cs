using ZoningRules.Problems;
using ZoningRules.Proposals;

namespace ZoningRules.Locations;

/// <summary>The seam between rules and geometry: turns a site geometry into its location. Implementations are thread-safe.</summary>
public interface ISiteLocator
{
    /// <summary>The layers at hand, ordered by id.</summary>
    IReadOnlyList<LayerUse> Layers { get; }

    /// <summary>Locates a geometry. Problems mean that the geometry could not be used at all; doubt is part of the location.</summary>
    Loaded<SiteLocation> Locate(Site.Geometry site);

    /// <summary>
    /// The same for those who need not know how far away everything is. Of a layer without a feature within the reach and the accuracies, the distance may be stated as an
    /// interval that starts beyond the reach, and the nearest feature and its bearing may be missing. Everything else is as without a reach.
    /// </summary>
    Loaded<SiteLocation> Locate(Site.Geometry site, DistanceReach reach) => Locate(site);

    /// <summary>Reads a geometry once, to locate it in several variations. Problems as for <see cref="Locate(Site.Geometry)"/>.</summary>
    Loaded<ISiteProbe> Probe(Site.Geometry site);
}
