namespace ZoningRules.Geo.Reading.Formats;

/// <summary>What the rows of a table of positions are.</summary>
internal enum RowMeaning
{
    /// <summary>
    /// The table tells: corners when it has a column of point names or rings, a column of numbers without names of things, several rows a parcel, or returns
    /// to its first position; a single row is a point; anything else is asked about.
    /// </summary>
    AsTheTableTells,

    /// <summary>Each row is a point feature of its own.</summary>
    Points,
}
