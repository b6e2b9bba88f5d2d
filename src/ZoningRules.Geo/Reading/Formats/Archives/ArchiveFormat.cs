using System.Collections.Frozen;
using System.Collections.Immutable;
using ZoningRules.Geo.Reading.Formats.Shapefiles;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Formats.Archives;

/// <summary>
/// A zip archive with shapefiles, or without any with other files of features. Archives that are themselves a format, such as KMZ and XLSX, are not meant.
/// </summary>
internal sealed class ArchiveFormat : IFeatureFormat
{
    private const string ShapefileEnding = ".shp";
    private const int MostNames = 10;

    private static readonly FrozenSet<string> ShapefileParts =
        FrozenSet.ToFrozenSet([ShapefileEnding, ".dbf", ".prj", ".cpg"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> OtherEndings =
        FrozenSet.ToFrozenSet([".gpkg", ".geojson", ".json", ".topojson", ".dxf", ".wkt", ".wkb", ".csv", ".txt"], StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public LocalText Name { get; } = new("ZIP 压缩包", "ZIP archive");

    /// <inheritdoc/>
    public bool Recognises(FeatureFile file)
    {
        if (!ZippedFiles.Begins(file.Bytes.Span))
        {
            return false;
        }

        try
        {
            using var zip = ZippedFiles.Open(file.Bytes);
            return zip.Files.Any(f => HasEnding(f, ShapefileEnding))
                || !zip.Files.Any(f => HasEnding(f, ".kml") || f.Name == "[Content_Types].xml");
        }
        catch (GeometryTextException)
        {
            // Reading it says what is wrong.
            return true;
        }
    }

    /// <inheritdoc/>
    public FeatureDocument Read(FeatureFile file, FeatureWishes wishes)
    {
        using var zip = ZippedFiles.Open(file.Bytes);
        ImmutableArray<ZippedFile> shapes = [.. zip.Files.Where(f => HasEnding(f, ShapefileEnding))];
        if (!shapes.IsEmpty)
        {
            var names = shapes.Select(f => Path.GetFileNameWithoutExtension(f.Name)).ToList();
            var chosen = shapes[LayerChoice.Of(file.Name, Distinguished(names, shapes), wishes.Layer)];
            var stem = Path.GetFileNameWithoutExtension(chosen.Name);
            var parts = zip.Files.Where(f => f.Folder == chosen.Folder
                && f != chosen
                && ShapefileParts.Contains(Path.GetExtension(f.Name))
                && Path.GetFileNameWithoutExtension(f.Name).Equals(stem, StringComparison.OrdinalIgnoreCase));
            var shape = zip.Unpack(chosen) with { Others = [.. parts.Select(zip.Unpack)] };
            return ShapeFileReader.Begins(shape.Bytes.Span)
                ? Noting(zip.Files.Where(f => IsFeatures(f) && f != chosen), FeatureFormats.Read(shape, wishes with { Layer = null }))
                : throw GeometryTextException.Bad($"压缩包中的 `{shape.Name}` 不是 Shapefile", $"`{shape.Name}` in the archive is no shapefile");
        }

        ImmutableArray<ZippedFile> others = [.. zip.Files.Where(IsFeatures)];
        if (others.IsEmpty)
        {
            var held = string.Join(", ", zip.Files.Take(MostNames).Select(f => f.Name));
            throw GeometryTextException.Bad($"压缩包中没有图形文件，只有：{held}", $"the archive holds no file of features, only: {held}");
        }

        // A file may itself have layers, so its own layer is asked for when there is one file.
        if (others.Length == 1)
        {
            return ReadInside(zip.Unpack(others[0]), wishes);
        }

        var named = others.Select(f => f.Folder + f.Name).ToList();
        return ReadInside(zip.Unpack(others[LayerChoice.Of(file.Name, named, wishes.Layer)]), wishes with { Layer = null });
    }

    // Names of shapefiles, with their folder where two have the same.
    private static List<string> Distinguished(List<string> names, ImmutableArray<ZippedFile> files) =>
        [.. names.Select((name, i) => names.Count(n => n.Equals(name, StringComparison.OrdinalIgnoreCase)) > 1 ? files[i].Folder + name : name)];

    // The other files that may hold features are not passed over in silence.
    private static FeatureDocument Noting(IEnumerable<ZippedFile> others, FeatureDocument document)
    {
        var names = string.Join(", ", others.Take(MostNames).Select(f => f.Name));
        return names.Length == 0
            ? document
            : document with { Steps = document.Steps.Add(new($"压缩包中的其他文件未读取：{names}", $"not read in the archive: {names}")) };
    }

    private static bool IsFeatures(ZippedFile file) => HasEnding(file, ShapefileEnding) || OtherEndings.Contains(Path.GetExtension(file.Name));

    private static bool HasEnding(ZippedFile file, string ending) => file.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    private static FeatureDocument ReadInside(FeatureFile file, FeatureWishes wishes) => ZippedFiles.Begins(file.Bytes.Span)
        ? throw GeometryTextException.Bad($"压缩包中的 `{file.Name}` 又是压缩包，请先解压", $"`{file.Name}` in the archive is an archive itself; unpack it first")
        : FeatureFormats.Read(file, wishes);
}
