namespace ZoningRules.Geo.Reading.Positions;

/// <summary>What a word beside a coordinate, or above a column, says about its direction.</summary>
internal enum AxisWord
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>East or longitude, by name.</summary>
    East,

    /// <summary>North or latitude, by name.</summary>
    North,

    /// <summary>X: north in Chinese surveying, but longitude in many programs; the range decides for degrees.</summary>
    X,

    /// <summary>Y: east in Chinese surveying, but latitude in many programs; the range decides for degrees.</summary>
    Y,
}
