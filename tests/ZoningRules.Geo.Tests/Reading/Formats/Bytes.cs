using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ZoningRules.Geo.Tests.Reading.Formats;

/// <summary>Writes the binary formats by hand, so that a test can write them wrong.</summary>
internal sealed class Bytes
{
    private readonly List<byte> all = [];

    public int Count => all.Count;

    public Bytes Byte(params byte[] bytes)
    {
        all.AddRange(bytes);
        return this;
    }

    public Bytes Ascii(string text) => Byte(Encoding.ASCII.GetBytes(text));

    public Bytes Little(int number)
    {
        var four = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(four, number);
        return Byte(four);
    }

    public Bytes Big(int number)
    {
        var four = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(four, number);
        return Byte(four);
    }

    public Bytes Doubles(params double[] numbers)
    {
        foreach (var number in numbers)
        {
            var eight = new byte[8];
            BinaryPrimitives.WriteDoubleLittleEndian(eight, number);
            Byte(eight);
        }

        return this;
    }

    public Bytes BigDoubles(params double[] numbers)
    {
        foreach (var number in numbers)
        {
            var eight = new byte[8];
            BinaryPrimitives.WriteDoubleBigEndian(eight, number);
            Byte(eight);
        }

        return this;
    }

    public byte[] ToArray() => [.. all];

    /// <summary>A .shp file of records, each given as its content.</summary>
    public static byte[] Shp(int type, params byte[][] contents)
    {
        var length = 100 + contents.Sum(c => 8 + c.Length);
        var file = new Bytes().Big(9994).Big(0).Big(0).Big(0).Big(0).Big(0).Big(length / 2).Little(1000).Little(type).Doubles(0, 0, 0, 0, 0, 0, 0, 0);
        for (var i = 0; i < contents.Length; i++)
        {
            file.Big(i + 1).Big(contents[i].Length / 2).Byte(contents[i]);
        }

        return file.ToArray();
    }

    /// <summary>The content of a polygon or line record, its rings as x, y, x, y ….</summary>
    public static byte[] Parts(int type, params double[][] rings)
    {
        var content = new Bytes().Little(type).Doubles(0, 0, 0, 0).Little(rings.Length).Little(rings.Sum(r => r.Length / 2));
        var start = 0;
        foreach (var ring in rings)
        {
            content.Little(start);
            start += ring.Length / 2;
        }

        foreach (var ring in rings)
        {
            content.Doubles(ring);
        }

        return content.ToArray();
    }

    /// <summary>A dBASE table of one text field.</summary>
    public static byte[] Dbf(Encoding encoding, byte languageDriver, string field, char type, int width, params string[] values)
    {
        var name = encoding.GetBytes(field);
        var head = new byte[32];
        head[0] = 3;
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(4), values.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(8), 65);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(10), (ushort)(width + 1));
        head[29] = languageDriver;
        var file = new Bytes().Byte(head).Byte(name[..Math.Min(10, name.Length)]).Byte(new byte[11 - Math.Min(10, name.Length)])
            .Ascii(type.ToString()).Byte(new byte[4]).Byte((byte)width).Byte(new byte[15]).Byte(0x0D);
        foreach (var value in values)
        {
            var bytes = encoding.GetBytes(value.TrimStart('*'));
            file.Ascii(value.StartsWith('*') ? "*" : " ").Byte([.. bytes.Concat(Enumerable.Repeat((byte)' ', width)).Take(width)]);
        }

        return file.Byte(0x1A).ToArray();
    }

    /// <summary>A zip archive.</summary>
    public static byte[] Zip(Encoding? names, params (string Name, byte[] Content)[] files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, true, names))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
