using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.Proposals;

/// <summary>
/// Reads the files of a site geometry. Their format is not looked at, except that a <c>.shp</c> brings the files of its name beside it and a folder brings
/// the files directly in it.
/// </summary>
public static class SiteFiles
{
    /// <summary>The most bytes that all files of a site may have together.</summary>
    public const int ByteLimit = 64 * 1024 * 1024;

    /// <summary>The most bytes that all files of a layer may have together.</summary>
    public const int LayerByteLimit = 2_000_000_000;

    private const int MostFiles = 64;
    private const string ShapefileEnding = ".shp";

    private static readonly ImmutableArray<string> ShapefileParts = [".shx", ".dbf", ".prj", ".cpg"];

    /// <summary>Reads a file, a shapefile with its parts, or a folder: the named or only <c>.shp</c> first, then by name.</summary>
    /// <param name="path">The path of a file or folder.</param>
    public static Loaded<IReadOnlyList<SiteFile>> Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var problems = new ProblemList();
        var files = Read(path, problems, null, ByteLimit);
        return problems.Result<IReadOnlyList<SiteFile>>(() => files);
    }

    /// <summary>The same for the files of a layer, which may be larger.</summary>
    /// <param name="path">The path of a file or folder.</param>
    public static Loaded<IReadOnlyList<SiteFile>> ReadLayer(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var problems = new ProblemList();
        var files = Read(path, problems, null, LayerByteLimit);
        return problems.Result<IReadOnlyList<SiteFile>>(() => files);
    }

    /// <summary>The same; the place is the one that names the file.</summary>
    internal static ImmutableArray<SiteFile> Read(string path, ProblemList problems, SourcePlace? mention, int limit = ByteLimit)
    {
        try
        {
            var files = ImmutableArray.CreateBuilder<SiteFile>();
            var left = limit;
            foreach (var each in Paths(path))
            {
                if (SourceFile.ReadBytes(each, each, left, problems, mention) is not { } bytes)
                {
                    return [];
                }

                left -= bytes.Length;
                files.Add(new(Path.GetFileName(each), ImmutableCollectionsMarshal.AsImmutableArray(bytes)));
            }

            if (files.Count == 0)
            {
                problems.Add(ProblemCode.FileUnreadable, mention ?? new(path), path, "文件夹是空的", "the folder is empty");
            }

            return files.ToImmutable();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            problems.Add(ReadFailure.Of(e, string.Empty, path, mention));
            return [];
        }
    }

    private static IEnumerable<string> Paths(string path)
    {
        if (Directory.Exists(path))
        {
            return Directory.EnumerateFiles(path)
                .OrderBy(f => HasEnding(f, ShapefileEnding) ? 0 : 1)
                .ThenBy(f => f, StringComparer.Ordinal)
                .Take(MostFiles);
        }

        if (!HasEnding(path, ShapefileEnding))
        {
            return [path];
        }

        // The endings may be written in either case: SITE.SHP beside site.dbf.
        var folder = Path.GetDirectoryName(path) is { Length: > 0 } stated ? stated : ".";
        var stem = Path.GetFileNameWithoutExtension(path);
        return Directory.Exists(folder)
            ? [
                path,
                .. Directory.EnumerateFiles(folder)
                    .Where(f => Path.GetFileNameWithoutExtension(f).Equals(stem, StringComparison.OrdinalIgnoreCase)
                        && ShapefileParts.Any(ending => HasEnding(f, ending)))
                    .Order(StringComparer.Ordinal),
            ]
            : [path];
    }

    private static bool HasEnding(string path, string ending) => Path.GetExtension(path).Equals(ending, StringComparison.OrdinalIgnoreCase);
}
