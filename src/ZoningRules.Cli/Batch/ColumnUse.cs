namespace ZoningRules.Cli.Batch;

/// <summary>What a column of a table says.</summary>
internal enum ColumnUse
{
    /// <summary>Nothing that counts.</summary>
    Ignored,

    /// <summary>The project's name.</summary>
    Name,

    /// <summary>The governing date.</summary>
    Date,

    /// <summary>The coordinate reference system.</summary>
    Crs,

    /// <summary>How exact the boundary is.</summary>
    Accuracy,

    /// <summary>Degrees east.</summary>
    Longitude,

    /// <summary>Degrees north.</summary>
    Latitude,

    /// <summary>Metres north in a belt, X as surveyors in China write it.</summary>
    North,

    /// <summary>Metres east in a belt, Y.</summary>
    East,

    /// <summary>A geometry as well-known text.</summary>
    Wkt,

    /// <summary>An attribute.</summary>
    Attribute,

    /// <summary>A field of one item of an attribute.</summary>
    Field,
}
