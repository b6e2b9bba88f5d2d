namespace ZoningRules.Geo.Reading.Positions;

/// <summary>How one coordinate is written.</summary>
internal enum ValueStyle
{
    /// <summary>A bare number: <c>117.2</c> or <c>39519436.943</c>.</summary>
    Plain,

    /// <summary>A number with a degree sign: <c>117.2°</c>.</summary>
    Degrees,

    /// <summary>Degrees, minutes and perhaps seconds with their signs: <c>117°12′00″</c>, <c>117度12分0秒</c>.</summary>
    Marked,

    /// <summary>Degrees, minutes and seconds with hyphens: <c>117-12-00</c>.</summary>
    Hyphens,

    /// <summary>Degrees, minutes and seconds with colons: <c>117:12:00</c>.</summary>
    Colons,

    /// <summary>Degrees, minutes and seconds with spaces: <c>117 12 00</c>.</summary>
    Spaces,

    /// <summary>Degrees before the point, two digits of minutes and the seconds after it: <c>117.1200</c>; only where a heading says so.</summary>
    Packed,
}
