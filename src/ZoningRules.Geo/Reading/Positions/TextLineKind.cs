namespace ZoningRules.Geo.Reading.Positions;

/// <summary>What a line of a pasted text is.</summary>
internal enum TextLineKind
{
    /// <summary>Nothing, or only rules drawn with signs.</summary>
    Blank,

    /// <summary>A position.</summary>
    Row,

    /// <summary>Headings of the two coordinates.</summary>
    Heading,

    /// <summary>The title of a parcel.</summary>
    ParcelTitle,

    /// <summary>The title of a ring.</summary>
    RingTitle,

    /// <summary>Meant as a position, but not one.</summary>
    BrokenRow,

    /// <summary>Words, perhaps with numbers among them.</summary>
    Prose,
}
