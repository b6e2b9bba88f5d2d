namespace ZoningRules.Geo.Reading.Formats.Binary;

/// <summary>Which byte of a number comes first.</summary>
internal enum ByteOrder
{
    /// <summary>The most significant.</summary>
    BigEndian,

    /// <summary>The least significant.</summary>
    LittleEndian,
}
