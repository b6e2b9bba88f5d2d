using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Reading.Formats.Definitions;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Formats.GeoPackages;

/// <summary>A GeoPackage: an SQLite database with tables of features, each a layer.</summary>
internal sealed class GeoPackageFormat : IFeatureFormat
{
    private const int LeastBytesOfRow = 8;

    /// <inheritdoc/>
    public LocalText Name { get; } = new("GeoPackage", "GeoPackage");

    /// <inheritdoc/>
    public bool Recognises(FeatureFile file) => SqliteFile.Begins(file.Bytes.Span);

    /// <inheritdoc/>
    public FeatureDocument Read(FeatureFile file, FeatureWishes wishes)
    {
        using var database = SqliteFile.Open(file.Bytes, file.Name);
        var steps = ImmutableArray.CreateBuilder<LocalText>();
        if (database.HasLog)
        {
            steps.Add(new(
                $"`{file.Name}` 使用写前日志（WAL）；尚在 -wal 文件中的修改未读取",
                $"`{file.Name}` keeps a write-ahead log; changes that are still in its -wal file were not read"));
        }

        var layers = Layers(database, file, steps);
        var layer = layers[LayerChoice.Of(file.Name, [.. layers.Select(l => l.Table)], wishes.Layer)];
        var crs = Crs(database, layer.Srs);
        var (features, hasHeight) = Features(database, layer, file.Bytes.Length, wishes);
        return new(features, crs, hasHeight) { Steps = steps.ToImmutable() };
    }

    /// <summary>Finds a layer whose rows are to be read one at a time.</summary>
    /// <param name="database">The database.</param>
    /// <param name="name">The name of its file, for messages.</param>
    /// <param name="wanted">The layer; null for the only one.</param>
    public static Layer Find(SqliteFile database, string name, string? wanted)
    {
        var layers = Layers(database, new(name, default, []), ImmutableArray.CreateBuilder<LocalText>());
        var table = layers[LayerChoice.Of(name, [.. layers.Select(l => l.Table)], wanted)];
        var columns = Columns(database, table);
        var others = columns.Where(c => !c.IsKey && !c.Name.Equals(table.Column, StringComparison.OrdinalIgnoreCase)).ToList();
        var selected = string.Join(", ", others.Select(c => c.Name).Prepend(table.Column).Select(SqliteFile.Quoted));
        return new(others, table.Srs, Crs(database, table.Srs), $"SELECT {selected} FROM {SqliteFile.Quoted(table.Table)} ORDER BY rowid");
    }

    private static List<LayerTable> Layers(SqliteFile database, FeatureFile file, ImmutableArray<LocalText>.Builder steps)
    {
        var tables = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var hasIndex = false;
        using (var schema = database.Query("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
        {
            while (schema.Next())
            {
                if (schema.Text(0) is { } name && schema.Text(1) is { } sql && sql.TrimStart().StartsWith("CREATE TABLE", StringComparison.OrdinalIgnoreCase))
                {
                    tables.TryAdd(name, sql);
                    hasIndex |= name.Equals("gpkg_geometry_columns", StringComparison.OrdinalIgnoreCase);
                }
            }
        }

        List<LayerTable> layers = [];
        if (hasIndex)
        {
            using var rows = database.Query("SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns");
            while (rows.Next())
            {
                if (rows.Text(0) is not { } table || rows.Text(1) is not { } column || rows.Integer(2) is not { } srs)
                {
                    throw GeometryTextException.Bad($"`{file.Name}` 的图层目录已损坏", $"the list of layers of `{file.Name}` is damaged");
                }

                if (tables.ContainsKey(table))
                {
                    layers.Add(new(table, column, srs));
                }
                else
                {
                    steps.Add(new($"略去 `{table}`：只读取表，不执行视图", $"left out `{table}`: only tables are read, views are not run"));
                }
            }
        }

        return layers.Count > 0
            ? layers
            : throw GeometryTextException.Bad(
                $"`{file.Name}` 是 SQLite 数据库，但没有 GeoPackage 的要素图层", $"`{file.Name}` is an SQLite database without a feature layer of a GeoPackage");
    }

    // The number and the definition must not contradict each other.
    private static StatedCrs Crs(SqliteFile database, long srs)
    {
        using var rows = database.Query(string.Create(
            CultureInfo.InvariantCulture, $"SELECT organization, organization_coordsys_id, definition, srs_name FROM gpkg_spatial_ref_sys WHERE srs_id = {srs}"));
        if (srs is 0 or -1 || !rows.Next())
        {
            return new StatedCrs.NotStated();
        }

        var definition = rows.Text(2);
        var defined = string.IsNullOrWhiteSpace(definition) || definition.Trim().Equals("undefined", StringComparison.OrdinalIgnoreCase)
            ? null
            : CrsDefinition.Read(definition, "gpkg_spatial_ref_sys");
        if (!string.Equals(rows.Text(0), "EPSG", StringComparison.OrdinalIgnoreCase) || rows.Integer(1) is not { } number)
        {
            return defined ?? new StatedCrs.Named($"{rows.Text(3)} (gpkg_spatial_ref_sys)");
        }

        var numbered = new StatedCrs.Named(string.Create(CultureInfo.InvariantCulture, $"EPSG:{number}"));
        var isKnown = CoordinateSystems.TryFind(numbered.Name, out _) || (defined is not null && CoordinateSystems.TryFind(defined.Name, out _));
        return defined is null || defined == numbered || !isKnown
            ? numbered
            : throw GeometryTextException.Bad(
                $"图层的坐标系编号为 {numbered.Name}，定义却是 {defined.Name}；请在制图软件中重新指定坐标系",
                $"the layer's coordinate reference system is numbered {numbered.Name} and defined as {defined.Name}; assign it anew in a mapping program");
    }

    private static (List<Feature> Features, bool HasHeight) Features(SqliteFile database, LayerTable layer, long size, FeatureWishes wishes)
    {
        var columns = Columns(database, layer);
        var wanted = columns.Where(c => !c.IsKey && !c.Name.Equals(layer.Column, StringComparison.OrdinalIgnoreCase) && wishes.Wants(c.Name)).ToList();
        var selected = string.Join(", ", wanted.Select(c => c.Name).Prepend(layer.Column).Select(SqliteFile.Quoted));
        using var rows = database.Query($"SELECT {selected} FROM {SqliteFile.Quoted(layer.Table)}");
        List<Feature> features = [];
        var hasHeight = false;
        var read = 0L;
        while (rows.Next())
        {
            var geometry = rows.Bytes(0);
            if (geometry.IsEmpty && !rows.IsNull(0))
            {
                throw GeometryTextException.Bad("图形列中有不是图形的内容", "the column of geometries holds something else");
            }

            var (parts, height) = geometry.IsEmpty ? ([], false) : GeoPackageGeometry.Read(geometry, layer.Srs, wishes.Limit);
            hasHeight |= height;
            var properties = Properties(rows, wanted);
            features.Add(new(parts, properties));

            // Pages of a damaged file may lead in circles and give more than the file can hold.
            read += LeastBytesOfRow + geometry.Length + properties.Values.Sum(v => v.Count == 0 ? 0 : v[0].Length);
            if (read > 2 * size)
            {
                throw GeometryTextException.Bad("数据库页相互循环，文件已损坏", "pages of the database lead in circles; it is damaged");
            }
        }

        return (features, hasHeight);
    }

    private static List<LayerColumn> Columns(SqliteFile database, LayerTable layer)
    {
        List<LayerColumn> columns = [];
        using var rows = database.Query($"PRAGMA table_info({SqliteFile.Quoted(layer.Table)})");
        while (rows.Next())
        {
            var type = rows.Text(2) ?? "";
            columns.Add(new(rows.Text(1) ?? "", type.Equals("BOOLEAN", StringComparison.OrdinalIgnoreCase), rows.Integer(5) is > 0));
        }

        return columns.Exists(c => c.Name.Equals(layer.Column, StringComparison.OrdinalIgnoreCase))
            ? columns
            : throw GeometryTextException.Bad($"图层 `{layer.Table}` 没有图形列 `{layer.Column}`", $"the layer `{layer.Table}` has no column of geometries `{layer.Column}`");
    }

    private static FrozenDictionary<string, IReadOnlyList<string>> Properties(SqliteRows rows, List<LayerColumn> wanted)
    {
        if (wanted.Count == 0)
        {
            return FrozenDictionary<string, IReadOnlyList<string>>.Empty;
        }

        var properties = new Dictionary<string, IReadOnlyList<string>>(wanted.Count, StringComparer.Ordinal);
        for (var i = 0; i < wanted.Count; i++)
        {
            var text = wanted[i].Text(rows, i + 1);
            properties.TryAdd(wanted[i].Name, string.IsNullOrEmpty(text) ? [] : [text]);
        }

        return properties.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private sealed record LayerTable(string Table, string Column, long Srs);

    /// <summary>A layer whose rows are read one at a time.</summary>
    /// <param name="Columns">Its columns but for key and geometry.</param>
    /// <param name="Srs">The number of its coordinate reference system in the file.</param>
    /// <param name="Crs">Its coordinate reference system.</param>
    /// <param name="Statement">What gives geometry and columns, in this order.</param>
    internal sealed record Layer(IReadOnlyList<LayerColumn> Columns, long Srs, StatedCrs Crs, string Statement);

    /// <summary>A column of a layer.</summary>
    internal sealed record LayerColumn(string Name, bool IsTruth, bool IsKey)
    {
        /// <summary>Its value in the present row; null when there is none.</summary>
        public string? Text(SqliteRows rows, int at) =>
            IsTruth && rows.Integer(at) is { } truth ? (truth == 0 ? "false" : "true") : rows.Text(at);
    }
}
