using System.Globalization;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Formats.Binary;

/// <summary>
/// Reads well-known binary: the seven OGC types, nested collections, ISO and extended (EWKB) marks of height, measure and SRID, either byte order. Heights
/// and measures are dropped. Curves and surfaces are refused.
/// </summary>
internal ref struct WkbReader
{
    private const int MaximumDepth = 20;
    private const uint HeightFlag = 0x8000_0000;
    private const uint MeasureFlag = 0x4000_0000;
    private const uint SridFlag = 0x2000_0000;

    private static readonly LocalText What = new("WKB", "the WKB");

    private readonly PositionLimit limit;
    private readonly List<RawPart> parts;
    private ByteCursor cursor;
    private uint? srid;
    private bool hasHeight;

    private WkbReader(ReadOnlySpan<byte> bytes, PositionLimit limit)
    {
        cursor = new(bytes, What);
        this.limit = limit;
        parts = [];
    }

    /// <summary>Whether bytes begin like well-known binary.</summary>
    public static bool Begins(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 9 || bytes[0] > 1)
        {
            return false;
        }

        var code = new ByteCursor(bytes[1..], What).UInt32(bytes[0] == 0 ? ByteOrder.BigEndian : ByteOrder.LittleEndian);
        var plain = code & ~(HeightFlag | MeasureFlag | SridFlag);
        return plain % 1000 is >= 1 and <= 17 && plain / 1000 <= 3;
    }

    /// <summary>Reads one geometry that takes up all bytes.</summary>
    /// <exception cref="GeometryTextException">It is not well-known binary.</exception>
    public static (IReadOnlyList<RawPart> Parts, uint? Srid, bool HasHeight) Read(ReadOnlySpan<byte> bytes, PositionLimit limit)
    {
        var reader = new WkbReader(bytes, limit);
        reader.Geometry(0, 0);
        return reader.cursor.Left == 0
            ? (reader.parts, reader.srid, reader.hasHeight)
            : throw GeometryTextException.Bad($"WKB 之后还有 {reader.cursor.Left} 个多余字节", $"{reader.cursor.Left} bytes follow the WKB");
    }

    // A geometry; inside a MULTI… of the type that it must have, 0 for any.
    private void Geometry(uint demanded, int depth)
    {
        if (depth > MaximumDepth)
        {
            throw GeometryTextException.Bad("WKB 嵌套过深", "the WKB is nested too deeply");
        }

        var order = cursor.Byte() switch
        {
            0 => ByteOrder.BigEndian,
            1 => ByteOrder.LittleEndian,
            _ => throw GeometryTextException.Bad($"WKB 第 {cursor.At} 字节处的字节序标记无效", $"the byte order mark at byte {cursor.At} of the WKB is neither 0 nor 1"),
        };
        var code = cursor.UInt32(order);
        Srid(code, order);
        var plain = code & ~(HeightFlag | MeasureFlag | SridFlag);
        var (type, extra) = (plain % 1000, plain / 1000);
        if (extra > 3 || type is < 1 or > 7 || (demanded != 0 && type != demanded))
        {
            var shown = code.ToString("X8", CultureInfo.InvariantCulture);
            throw GeometryTextException.Bad(
                $"WKB 的几何类型 {shown} 不支持或不在其位（曲线和曲面请先转为折线和多边形）",
                $"the geometry type {shown} of the WKB is not supported or out of place (make lines and polygons of curves and surfaces first)");
        }

        var hasZ = (code & HeightFlag) != 0 || extra is 1 or 3;
        var hasM = (code & MeasureFlag) != 0 || extra is 2 or 3;
        var dropped = (hasZ ? 1 : 0) + (hasM ? 1 : 0);
        hasHeight |= dropped > 0;
        switch (type)
        {
            case 1:
                Point(order, dropped);
                break;
            case 2:
                if (Positions(order, dropped) is { } line)
                {
                    parts.Add(new(PartKind.Line, [line]));
                }

                break;
            case 3:
                Polygon(order, dropped);
                break;
            default:
                // A geometry takes five bytes at least.
                for (var left = cursor.Demand(cursor.UInt32(order), 5); left > 0; left--)
                {
                    Geometry(type == 7 ? 0 : type - 3, depth + 1);
                }

                break;
        }
    }

    private void Srid(uint code, ByteOrder order)
    {
        if ((code & SridFlag) == 0)
        {
            return;
        }

        var stated = cursor.UInt32(order);
        if (srid is { } other && other != stated)
        {
            throw GeometryTextException.Bad($"WKB 中有两个不同的 SRID：{other} 和 {stated}", $"the WKB has two SRIDs: {other} and {stated}");
        }

        srid = stated;
    }

    // POINT EMPTY is written as a point without numbers.
    private void Point(ByteOrder order, int dropped)
    {
        var (first, second) = (cursor.Double(order), cursor.Double(order));
        cursor.Take(8 * dropped);
        if (double.IsNaN(first) && double.IsNaN(second))
        {
            return;
        }

        if (!double.IsFinite(first) || !double.IsFinite(second))
        {
            throw GeometryTextException.Bad("WKB 中有不是有限数的坐标", "a coordinate in the WKB is no finite number");
        }

        limit.Add(1);
        parts.Add(new(PartKind.Point, [new([first], [second])]));
    }

    private void Polygon(ByteOrder order, int dropped)
    {
        List<RawRing> rings = [];
        for (var left = cursor.Demand(cursor.UInt32(order), 4); left > 0; left--)
        {
            if (Positions(order, dropped) is { } ring)
            {
                rings.Add(ring);
            }
            else
            {
                throw GeometryTextException.Bad("WKB 的多边形中有空环", "a polygon of the WKB has an empty ring");
            }
        }

        if (rings.Count > 0)
        {
            parts.Add(new(PartKind.Area, rings));
        }
    }

    private RawRing? Positions(ByteOrder order, int dropped)
    {
        var count = cursor.Demand(cursor.UInt32(order), 16 + (8 * dropped));
        limit.Add(count);
        var (first, second) = (new double[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            first[i] = cursor.Coordinate(order);
            second[i] = cursor.Coordinate(order);
            cursor.Take(8 * dropped);
        }

        return count == 0 ? null : new(first, second);
    }
}
