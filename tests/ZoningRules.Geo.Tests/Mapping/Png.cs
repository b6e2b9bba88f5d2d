using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ZoningRules.Geo.Tests.Mapping;

/// <summary>The pixels of a PNG picture with eight bits a channel, without interlacing.</summary>
internal sealed record Png(int Width, int Height, int Channels, byte[] Pixels)
{
    public (int Red, int Green, int Blue) At(int x, int y)
    {
        var at = ((y * Width) + x) * Channels;
        return (Pixels[at], Pixels[at + 1], Pixels[at + 2]);
    }

    public static Png Read(byte[] file)
    {
        var (width, height, channels) = (0, 0, 4);
        using var packed = new MemoryStream();
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var body = file.AsSpan(at + 8, length);
            switch (Encoding.ASCII.GetString(file, at + 4, 4))
            {
                case "IHDR":
                    (width, height) = (BinaryPrimitives.ReadInt32BigEndian(body), BinaryPrimitives.ReadInt32BigEndian(body[4..]));
                    Assert.Equal((8, 0), (body[8], body[12]));
                    channels = body[9] == 6 ? 4 : 3;
                    break;
                case "IDAT":
                    packed.Write(body);
                    break;
            }

            at += length + 12;
        }

        packed.Position = 0;
        using var lines = new MemoryStream();
        using (var unpack = new ZLibStream(packed, CompressionMode.Decompress))
        {
            unpack.CopyTo(lines);
        }

        return new(width, height, channels, Unfilter(lines.ToArray(), width * channels, height, channels));
    }

    private static byte[] Unfilter(byte[] lines, int row, int height, int step)
    {
        var pixels = new byte[row * height];
        for (var y = 0; y < height; y++)
        {
            var filter = lines[y * (row + 1)];
            for (var x = 0; x < row; x++)
            {
                int left = x >= step ? pixels[(y * row) + x - step] : 0;
                int up = y > 0 ? pixels[((y - 1) * row) + x] : 0;
                int corner = x >= step && y > 0 ? pixels[((y - 1) * row) + x - step] : 0;
                var guess = filter switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, _ => Paeth(left, up, corner) };
                pixels[(y * row) + x] = (byte)((lines[(y * (row + 1)) + 1 + x] + guess) & 0xff);
            }
        }

        return pixels;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
