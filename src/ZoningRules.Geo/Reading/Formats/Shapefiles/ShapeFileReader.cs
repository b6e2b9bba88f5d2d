using System.Globalization;
using ZoningRules.Geo.Reading.Formats.Binary;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Formats.Shapefiles;

/// <summary>
/// Reads the shapes of a <c>.shp</c> file, one record after the other: points, multipoints, lines and polygons, plain or with heights and measures, which are
/// dropped. A <c>.shx</c> index is not needed.
/// </summary>
internal ref struct ShapeFileReader
{
    private const int HeaderLength = 100;
    private const int FileCode = 9994;
    private const int Version = 1000;
    private const int RecordHeaderLength = 8;

    private static readonly LocalText What = new("shp 文件", "the .shp file");

    private readonly PositionLimit limit;
    private readonly List<IReadOnlyList<RawPart>> shapes;
    private ByteCursor cursor;
    private bool hasHeight;
    private int wrongWayRound;

    private ShapeFileReader(ReadOnlySpan<byte> bytes, PositionLimit limit)
    {
        cursor = new(bytes, What);
        this.limit = limit;
        shapes = [];
    }

    /// <summary>Whether bytes begin like a <c>.shp</c> file. A <c>.shx</c> index begins the same.</summary>
    public static bool Begins(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength)
        {
            return false;
        }

        var code = new ByteCursor(bytes, What).Int32(ByteOrder.BigEndian);
        var version = new ByteCursor(bytes[28..], What).Int32(ByteOrder.LittleEndian);
        return code == FileCode && version == Version;
    }

    /// <summary>Reads all shapes, in order; one without a geometry has no parts.</summary>
    /// <exception cref="GeometryTextException">The file is damaged or holds multipatches.</exception>
    public static (IReadOnlyList<IReadOnlyList<RawPart>> Shapes, bool HasHeight, int WrongWayRound) Read(ReadOnlySpan<byte> bytes, PositionLimit limit)
    {
        var length = 2L * new ByteCursor(bytes[24..], What).UInt32(ByteOrder.BigEndian);

        // Zeros may fill up the end. Anything else is what a writer added without completing the head, or two files in one.
        if (length < HeaderLength || length > bytes.Length || bytes[(int)length..].ContainsAnyExcept((byte)0))
        {
            throw GeometryTextException.Bad(
                $"shp 文件自称 {length} 字节，实有 {bytes.Length} 字节，不完整或已损坏",
                $"the .shp file says it has {length} bytes and has {bytes.Length}; it is cut off or damaged");
        }

        var reader = new ShapeFileReader(bytes[..(int)length], limit);
        reader.cursor.Take(HeaderLength);
        while (reader.cursor.Left > 0)
        {
            reader.Record();
        }

        return (reader.shapes, reader.hasHeight, reader.wrongWayRound);
    }

    private void Record()
    {
        cursor.Demand(1, RecordHeaderLength);
        cursor.Int32(ByteOrder.BigEndian);
        var words = cursor.UInt32(ByteOrder.BigEndian);
        var content = new ByteCursor(cursor.Take(cursor.Demand(words, 2) * 2), What);
        var type = content.Int32(ByteOrder.LittleEndian);
        hasHeight |= type > 10;
        switch (type)
        {
            case 0:
                shapes.Add([]);
                break;
            case 1 or 11 or 21:
                limit.Add(1);
                shapes.Add([new(PartKind.Point, [new([content.Coordinate(ByteOrder.LittleEndian)], [content.Coordinate(ByteOrder.LittleEndian)])])]);
                break;
            case 8 or 18 or 28:
                content.Take(32);
                shapes.Add(Points(ref content));
                break;
            case 3 or 13 or 23:
                shapes.Add([.. Rings(ref content).Select(line => new RawPart(PartKind.Line, [line]))]);
                break;
            case 5 or 15 or 25:
                var rings = Rings(ref content);
                if (rings.Count == 0)
                {
                    shapes.Add([]);
                    break;
                }

                var (parts, wrong) = RingSorting.Sort(rings);
                wrongWayRound += wrong;
                shapes.Add(parts);
                break;
            default:
                var number = (shapes.Count + 1).ToString(CultureInfo.InvariantCulture);
                throw type == 31
                    ? GeometryTextException.Bad($"第 {number} 个图形是三维面片（MultiPatch），不能用作边界", $"shape {number} is a multipatch, which is no boundary")
                    : GeometryTextException.Bad($"第 {number} 个图形的类型 {type} 不存在，文件已损坏", $"shape {number} has the unknown type {type}; the file is damaged");
        }
    }

    private readonly List<RawPart> Points(ref ByteCursor content)
    {
        var (first, second) = Positions(ref content, content.UInt32(ByteOrder.LittleEndian));
        return [.. first.Zip(second, (x, y) => new RawPart(PartKind.Point, [new([x], [y])]))];
    }

    private readonly List<RawRing> Rings(ref ByteCursor content)
    {
        content.Take(32);
        var (partCount, pointCount) = (content.UInt32(ByteOrder.LittleEndian), content.UInt32(ByteOrder.LittleEndian));
        var starts = new uint[content.Demand(partCount, 4)];
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = content.UInt32(ByteOrder.LittleEndian);
            if (i == 0 ? starts[i] != 0 : starts[i] <= starts[i - 1])
            {
                throw PartTable();
            }
        }

        if (starts.Length == 0 ? pointCount > 0 : starts[^1] >= pointCount)
        {
            throw PartTable();
        }

        var (first, second) = Positions(ref content, pointCount);
        List<RawRing> rings = [];
        for (var i = 0; i < starts.Length; i++)
        {
            var range = (int)starts[i]..(int)(i + 1 < starts.Length ? starts[i + 1] : pointCount);
            rings.Add(new(first[range], second[range]));
        }

        return rings;
    }

    private readonly GeometryTextException PartTable()
    {
        var number = (shapes.Count + 1).ToString(CultureInfo.InvariantCulture);
        return GeometryTextException.Bad($"第 {number} 个图形的部件表已损坏", $"the table of parts of shape {number} is damaged");
    }

    private readonly (double[] First, double[] Second) Positions(ref ByteCursor content, uint stated)
    {
        var count = content.Demand(stated, 16);
        limit.Add(count);
        var (first, second) = (new double[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            first[i] = content.Coordinate(ByteOrder.LittleEndian);
            second[i] = content.Coordinate(ByteOrder.LittleEndian);
        }

        return (first, second);
    }
}
