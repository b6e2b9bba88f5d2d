namespace ZoningRules.Geo.Reading.Formats.Shapefiles;

/// <summary>A field of a dBASE table.</summary>
/// <param name="Name">The bytes of its name, at most ten or eleven.</param>
/// <param name="Type">The letter of its type.</param>
/// <param name="Offset">Where it begins in a record.</param>
/// <param name="Length">How many bytes it takes.</param>
internal sealed record DbfField(ReadOnlyMemory<byte> Name, char Type, int Offset, int Length);
