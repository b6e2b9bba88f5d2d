using ZoningRules.Geo.Reading.Formats.Binary;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Formats.GeoPackages;

/// <summary>Reads a geometry as a GeoPackage stores it: a header, then well-known binary.</summary>
internal static class GeoPackageGeometry
{
    private static readonly LocalText What = new("GeoPackage 图形", "a geometry of the GeoPackage");

    /// <summary>The parts, empty for a geometry that is marked as empty.</summary>
    /// <exception cref="GeometryTextException">It is damaged, of an extension, or in another coordinate reference system than its layer.</exception>
    public static (IReadOnlyList<RawPart> Parts, bool HasHeight) Read(ReadOnlySpan<byte> bytes, long srs, PositionLimit limit)
    {
        var cursor = new ByteCursor(bytes, What);
        if (!cursor.Take(2).SequenceEqual("GP"u8) || cursor.Byte() != 0)
        {
            throw GeometryTextException.Bad("图形不是 GeoPackage 标准格式", "a geometry is not in the standard form of a GeoPackage");
        }

        var flags = cursor.Byte();
        var order = (flags & 1) == 0 ? ByteOrder.BigEndian : ByteOrder.LittleEndian;
        var own = cursor.Int32(order);
        if (own != srs)
        {
            throw GeometryTextException.Bad($"图形的坐标系编号 {own} 与图层的 {srs} 不同", $"a geometry says SRS {own}, its layer {srs}");
        }

        var envelope = ((flags >> 1) & 7) switch
        {
            0 => 0,
            1 => 32,
            2 or 3 => 48,
            4 => 64,
            _ => throw GeometryTextException.Bad("图形头中的外包框类型无效", "the header of a geometry states an envelope that does not exist"),
        };
        if ((flags & 0x20) != 0)
        {
            throw GeometryTextException.Bad("图形使用 GeoPackage 扩展类型，不支持", "a geometry is of an extension of GeoPackage, which is not supported");
        }

        cursor.Take(envelope);
        if ((flags & 0x10) != 0)
        {
            return ([], false);
        }

        var (parts, _, hasHeight) = WkbReader.Read(cursor.Take(cursor.Left), limit);
        return (parts, hasHeight);
    }
}
