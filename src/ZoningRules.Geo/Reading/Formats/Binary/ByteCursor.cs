using System.Buffers.Binary;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Formats.Binary;

/// <summary>Reads numbers from bytes, one after the other and never beyond their end.</summary>
/// <param name="bytes">The bytes.</param>
/// <param name="what">What they are, for messages.</param>
internal ref struct ByteCursor(ReadOnlySpan<byte> bytes, LocalText what)
{
    private readonly ReadOnlySpan<byte> all = bytes;
    private readonly LocalText what = what;

    /// <summary>How many bytes have been read.</summary>
    public int At { get; private set; }

    /// <summary>How many bytes are left.</summary>
    public readonly int Left => all.Length - At;

    /// <summary>The next bytes.</summary>
    /// <exception cref="GeometryTextException">There are fewer.</exception>
    public ReadOnlySpan<byte> Take(int count)
    {
        Demand(count, 1);
        var taken = all.Slice(At, count);
        At += count;
        return taken;
    }

    /// <summary>One byte.</summary>
    /// <exception cref="GeometryTextException">There is none.</exception>
    public byte Byte() => Take(1)[0];

    /// <summary>A whole number of four bytes.</summary>
    /// <exception cref="GeometryTextException">The bytes end before.</exception>
    public int Int32(ByteOrder order) =>
        order == ByteOrder.BigEndian ? BinaryPrimitives.ReadInt32BigEndian(Take(4)) : BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    /// <summary>A whole number of four bytes that is not negative.</summary>
    /// <exception cref="GeometryTextException">The bytes end before.</exception>
    public uint UInt32(ByteOrder order) =>
        order == ByteOrder.BigEndian ? BinaryPrimitives.ReadUInt32BigEndian(Take(4)) : BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    /// <summary>A number of eight bytes, which may be infinite or none.</summary>
    /// <exception cref="GeometryTextException">The bytes end before.</exception>
    public double Double(ByteOrder order) =>
        order == ByteOrder.BigEndian ? BinaryPrimitives.ReadDoubleBigEndian(Take(8)) : BinaryPrimitives.ReadDoubleLittleEndian(Take(8));

    /// <summary>A coordinate.</summary>
    /// <exception cref="GeometryTextException">The bytes end before, or it is not finite.</exception>
    public double Coordinate(ByteOrder order)
    {
        var number = Double(order);
        return double.IsFinite(number)
            ? number
            : throw GeometryTextException.Bad($"{what.Zh}中有不是有限数的坐标", $"a coordinate in {what.En} is no finite number");
    }

    /// <summary>Demands that as many items are left; to be asked before anything is made for them.</summary>
    /// <returns>The count.</returns>
    /// <exception cref="GeometryTextException">There are fewer, or the count is negative.</exception>
    public readonly int Demand(long count, int size) =>
        count >= 0 && count <= Left / size
            ? (int)count
            : throw GeometryTextException.Bad($"{what.Zh}不完整或已损坏：在第 {At} 字节处内容不足", $"{what.En} is cut off or damaged: too little follows byte {At}");
}
