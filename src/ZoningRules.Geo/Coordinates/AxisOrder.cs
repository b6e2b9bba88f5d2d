namespace ZoningRules.Geo.Coordinates;

/// <summary>Which of two numbers of a position comes first.</summary>
internal enum AxisOrder
{
    /// <summary>East or longitude first: geographic systems as they are written in China, and GeoJSON always.</summary>
    EastFirst,

    /// <summary>North first: Gauss-Kruger belts in lists, point text and WKT, the official order of EPSG:4491 to 4554.</summary>
    NorthFirst,
}
