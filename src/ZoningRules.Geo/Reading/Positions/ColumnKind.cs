namespace ZoningRules.Geo.Reading.Positions;

/// <summary>What a column of a table of positions holds, as far as its heading tells.</summary>
internal enum ColumnKind
{
    /// <summary>Something else.</summary>
    Other,

    /// <summary>East, by name or by the letter Y.</summary>
    East,

    /// <summary>North, by name or by the letter X.</summary>
    North,

    /// <summary>The names of the corner points of a boundary.</summary>
    PointName,

    /// <summary>Numbers in a row: of corner points, or of anything else.</summary>
    Serial,

    /// <summary>The ring.</summary>
    Ring,

    /// <summary>The parcel.</summary>
    Parcel,

    /// <summary>The height.</summary>
    Height,

    /// <summary>The name of a thing of its own, such as a project.</summary>
    FeatureName,

    /// <summary>A geometry as well-known text.</summary>
    Wkt,
}
