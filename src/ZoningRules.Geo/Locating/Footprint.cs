using ZoningRules.Geo.Shapes;

namespace ZoningRules.Geo.Locating;

/// <summary>The whole site, or the part of it in one control unit, as far as it is certain.</summary>
/// <param name="Drawn">As the geometries are drawn.</param>
/// <param name="Certain">What surely belongs to it, the site's own accuracy aside; null when nothing does.</param>
/// <param name="Possible">What may belong to it.</param>
internal sealed record Footprint(Shape Drawn, Shape? Certain, Shape Possible)
{
    /// <summary>A whole site.</summary>
    public static Footprint Of(Shape site) => new(site, site, site);
}
