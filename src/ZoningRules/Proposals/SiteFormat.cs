namespace ZoningRules.Proposals;

/// <summary>How the text of a site geometry is written.</summary>
public enum SiteFormat
{
    /// <summary>GeoJSON: a geometry, a Feature or a FeatureCollection.</summary>
    GeoJson,

    /// <summary>Well-known text, two dimensions.</summary>
    Wkt,

    /// <summary>
    /// One position, in numbers or in degrees, minutes and seconds. Two bare numbers are longitude, latitude for geographic systems and X (north), Y (east) for
    /// Gauss-Kruger belts; marks such as N, E, 北纬 or X= decide otherwise.
    /// </summary>
    Point,

    /// <summary>
    /// One position a line, as <see cref="Point"/>, perhaps with a heading, point names and words around; an empty line starts a further ring. The first ring is the
    /// outer one. Rings need not repeat the first position.
    /// </summary>
    Coordinates,

    /// <summary>Files of any format that ZoningRules.Geo recognises by their content, such as GeoJSON, a shapefile or a GeoPackage.</summary>
    File,
}
