namespace ZoningRules.Proposals;

/// <summary>How the text of a site geometry is written.</summary>
public enum SiteFormat
{
    /// <summary>GeoJSON: a geometry, a Feature or a FeatureCollection.</summary>
    GeoJson,

    /// <summary>Well-known text, two dimensions.</summary>
    Wkt,

    /// <summary>Two numbers separated by a comma: longitude, latitude for geographic systems; X (north), Y (east) for Gauss-Kruger belts.</summary>
    Point,

    /// <summary>
    /// One position a line, as <see cref="Point"/>; an empty line starts a further ring. The first ring is the outer one. Rings need not repeat the first position.
    /// </summary>
    Coordinates,

    /// <summary>Files of any format that ZoningRules.Geo recognises by their content, such as GeoJSON, a shapefile or a GeoPackage.</summary>
    File,
}
