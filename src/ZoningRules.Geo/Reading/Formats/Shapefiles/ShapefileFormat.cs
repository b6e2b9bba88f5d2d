using System.Collections.Frozen;
using System.Collections.Immutable;
using ZoningRules.Geo.Reading.Formats.Definitions;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Formats.Shapefiles;

/// <summary>
/// A shapefile with the files of its name beside it: <c>.dbf</c> with the properties, <c>.prj</c> with the coordinate reference system, <c>.cpg</c> with the
/// encoding. Each <c>.shp</c> among the files is a layer.
/// </summary>
internal sealed class ShapefileFormat : IFeatureFormat
{
    private const string Ending = ".shp";

    /// <inheritdoc/>
    public LocalText Name { get; } = new("Shapefile", "Shapefile");

    /// <inheritdoc/>
    public bool Recognises(FeatureFile file) => ShapeFileReader.Begins(file.Bytes.Span);

    /// <inheritdoc/>
    public FeatureDocument Read(FeatureFile file, FeatureWishes wishes)
    {
        if (file.Name.EndsWith(".shx", StringComparison.OrdinalIgnoreCase))
        {
            throw GeometryTextException.Bad($"`{file.Name}` 只是索引，图形在同名的 .shp 文件中", $"`{file.Name}` is only an index; the shapes are in the .shp file of that name");
        }

        ImmutableArray<FeatureFile> all = [file, .. file.Others];
        ImmutableArray<FeatureFile> shapes =
            [file, .. file.Others.Where(f => f.Name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) && ShapeFileReader.Begins(f.Bytes.Span))];
        var chosen = shapes[LayerChoice.Of(shapes.Length > 1 ? "*.shp" : file.Name, [.. shapes.Select(f => Path.GetFileNameWithoutExtension(f.Name))], wishes.Layer)];
        return ReadOne(chosen with { Others = [.. all.Where(f => f != chosen)] }, wishes);
    }

    private static FeatureDocument ReadOne(FeatureFile file, FeatureWishes wishes)
    {
        var steps = ImmutableArray.CreateBuilder<LocalText>();
        var (shapes, hasHeight, wrongWayRound) = ShapeFileReader.Read(file.Bytes.Span, wishes.Limit);
        if (wrongWayRound > 0)
        {
            steps.Add(new(
                $"{wrongWayRound} 个环的方向与 Shapefile 规定相反；内外环按包含关系判定",
                $"{wrongWayRound} rings run the wrong way round for a shapefile; shells and holes were told by containment"));
        }

        DbfTable? table = null;
        if (file.Beside(".dbf") is { } dbf)
        {
            table = DbfTable.Open(dbf, file.Beside(".cpg") is { } cpg ? FileText.Decode(cpg.Bytes.Span) : null);
            steps.AddRange(table.Steps);
            if (table.Count != shapes.Count)
            {
                throw GeometryTextException.Bad(
                    $"`{file.Name}` 有 {shapes.Count} 个图形，`{dbf.Name}` 有 {table.Count} 条记录，不是同一套文件",
                    $"`{file.Name}` has {shapes.Count} shapes and `{dbf.Name}` {table.Count} records; they do not belong together");
            }
        }
        else if (wishes.Properties is not { Count: 0 })
        {
            steps.Add(new($"`{file.Name}` 旁没有 .dbf 文件，没有属性", $"there is no .dbf file beside `{file.Name}`, so there are no properties"));
        }

        return new(Features(shapes, table, wishes, steps), Crs(file, steps), hasHeight) { Steps = steps.ToImmutable() };
    }

    private static List<Feature> Features(
        IReadOnlyList<IReadOnlyList<RawPart>> shapes, DbfTable? table, FeatureWishes wishes, ImmutableArray<LocalText>.Builder steps)
    {
        var wanted = table?.Find(wishes) ?? [];
        List<Feature> features = [];
        var deleted = 0;
        for (var i = 0; i < shapes.Count; i++)
        {
            if (table?.IsDeleted(i) == true)
            {
                deleted++;
                continue;
            }

            features.Add(new(shapes[i], wanted.Count == 0 ? FrozenDictionary<string, IReadOnlyList<string>>.Empty : table!.Properties(i, wanted)));
        }

        if (deleted > 0)
        {
            steps.Add(new($"略去属性表中标为已删除的 {deleted} 个图形", $"left out {deleted} shapes that the table marks as deleted"));
        }

        return features;
    }

    private static StatedCrs Crs(FeatureFile file, ImmutableArray<LocalText>.Builder steps)
    {
        if (file.Beside(".prj") is not { } prj)
        {
            return new StatedCrs.NotStated();
        }

        var text = FileText.Decode(prj.Bytes.Span);
        if (string.IsNullOrWhiteSpace(text))
        {
            return new StatedCrs.NotStated();
        }

        var crs = CrsDefinition.Read(text, prj.Name);
        steps.Add(new($"坐标系取自 `{prj.Name}`：{crs.Name}", $"coordinate reference system from `{prj.Name}`: {crs.Name}"));
        return crs;
    }
}
