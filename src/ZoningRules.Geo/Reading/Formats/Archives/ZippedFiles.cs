using System.Collections.Immutable;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace ZoningRules.Geo.Reading.Formats.Archives;

/// <summary>
/// The files of a zip archive. What it says about itself is not believed: entries are counted before they are listed, no entry gives more bytes than it
/// declares or than its compressed bytes can hold, and all together give no more than is usual for files that were not made to be a bomb.
/// </summary>
internal sealed class ZippedFiles : IDisposable
{
    private const int MostEntries = 2_000;
    private const int MostRatio = 1_040;
    private const int UsualRatio = 40;
    private const long FreeBytes = 64L * 1024 * 1024;

    private readonly ZipArchive archive;
    private long left;

    private ZippedFiles(ZipArchive archive, ImmutableArray<ZippedFile> files, long size)
    {
        left = Math.Min(FeatureWishes.UnpackedLimit, Math.Max(FreeBytes, size * UsualRatio));
        this.archive = archive;
        Files = files;
    }

    /// <summary>Its files, without folders and without what macOS adds, in order.</summary>
    public ImmutableArray<ZippedFile> Files { get; }

    /// <summary>Whether bytes begin like an archive.</summary>
    public static bool Begins(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8);

    /// <summary>Lists an archive.</summary>
    /// <exception cref="GeometryTextException">It is damaged, or has too many entries.</exception>
    public static ZippedFiles Open(ReadOnlyMemory<byte> bytes)
    {
        // Each entry is listed after this mark; counting them first keeps the list short.
        if (bytes.Span.Count("PK\u0001\u0002"u8) > MostEntries)
        {
            throw GeometryTextException.Bad($"压缩包中的文件超过 {MostEntries} 个", $"the archive has more than {MostEntries} files");
        }

        try
        {
            // Names that are not marked as UTF-8 come out byte by byte.
            var archive = new ZipArchive(Stream(bytes), ZipArchiveMode.Read, false, Encoding.Latin1);
            var files = ImmutableArray.CreateBuilder<ZippedFile>();
            foreach (var entry in archive.Entries)
            {
                var path = Path(entry.FullName);
                var name = path[(path.LastIndexOf('/') + 1)..];
                if (name.Length > 0 && !path.StartsWith("__MACOSX/", StringComparison.Ordinal))
                {
                    files.Add(new(name, path[..^name.Length], entry));
                }
            }

            return new(archive, files.ToImmutable(), bytes.Length);
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw Damaged();
        }
    }

    /// <summary>Unpacks a file.</summary>
    /// <exception cref="GeometryTextException">It is encrypted, damaged or too large.</exception>
    public FeatureFile Unpack(ZippedFile file)
    {
        if (file.Entry.IsEncrypted)
        {
            throw GeometryTextException.Bad($"压缩包中的 `{file.Name}` 有密码，请提供不加密的文件", $"`{file.Name}` in the archive is encrypted; give it without a password");
        }

        var length = file.Entry.Length;
        if (length < 0 || length > left || (length / MostRatio) - 1 > file.Entry.CompressedLength)
        {
            throw GeometryTextException.Bad($"压缩包中的 `{file.Name}` 解压后过大", $"`{file.Name}` in the archive is too large when unpacked");
        }

        left -= length;
        try
        {
            using var stream = file.Entry.Open();
            var bytes = new byte[length];
            stream.ReadExactly(bytes);
            return stream.ReadByte() < 0 ? new(file.Name, bytes, []) : throw Damaged();
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw Damaged();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => archive.Dispose();

    private static MemoryStream Stream(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out var segment)
        ? new(segment.Array!, segment.Offset, segment.Count, false)
        : new(bytes.ToArray(), false);

    private static bool IsDamage(Exception e) =>
        e is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException;

    private static GeometryTextException Damaged() => GeometryTextException.Bad("压缩包已损坏", "the archive is damaged");

    private static string Path(string stated)
    {
        var path = stated.All(c => c <= '\u00FF') ? FileText.Decode(Encoding.Latin1.GetBytes(stated)) ?? stated : stated;
        return path.Replace('\\', '/');
    }
}

/// <summary>A file in an archive.</summary>
/// <param name="Name">Its name without folders.</param>
/// <param name="Folder">Its folder, with a slash at the end; empty for none.</param>
/// <param name="Entry">Its entry.</param>
internal sealed record ZippedFile(string Name, string Folder, ZipArchiveEntry Entry);
