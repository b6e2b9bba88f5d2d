using System.Collections.Immutable;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Reading.Formats.GeoPackages;

namespace ZoningRules.Geo.Reading.Rows;

/// <summary>The features of a layer of a GeoPackage, one at a time, in the order of their keys.</summary>
internal sealed class GeoPackageRows : ITableRows
{
    private readonly SqliteFile database;
    private readonly SqliteRows rows;
    private readonly GeoPackageFormat.Layer layer;
    private readonly bool northFirst;
    private bool ended;

    private GeoPackageRows(SqliteFile database, SqliteRows rows, GeoPackageFormat.Layer layer)
    {
        this.database = database;
        this.rows = rows;
        this.layer = layer;
        Columns = [.. layer.Columns.Select(c => c.Name), "wkt"];
        Crs = layer.Crs is StatedCrs.Named(var name) ? name : null;
        northFirst = Crs is not null && CoordinateSystems.TryFind(Crs, out var crs) && !crs.IsGeographic;
    }

    /// <inheritdoc/>
    public ImmutableArray<string> Columns { get; }

    /// <inheritdoc/>
    public string? Crs { get; }

    /// <inheritdoc/>
    public int Line => 0;

    /// <summary>Opens a layer.</summary>
    public static GeoPackageRows Open(string path, string? wanted)
    {
        var database = SqliteFile.OpenFile(path);
        try
        {
            var layer = GeoPackageFormat.Find(database, Path.GetFileName(path), wanted);
            return new(database, database.Query(layer.Statement), layer);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public bool MoveNext()
    {
        // A statement that has ended would begin again.
        database.BeginRow();
        ended = ended || !rows.Next();
        return !ended;
    }

    /// <inheritdoc/>
    public string Cell(int column) => column < layer.Columns.Count ? layer.Columns[column].Text(rows, column + 1) ?? "" : Geometry();

    /// <inheritdoc/>
    public void Dispose()
    {
        rows.Dispose();
        database.Dispose();
    }

    private string Geometry()
    {
        if (rows.IsNull(0))
        {
            return "";
        }

        try
        {
            var (parts, _) = GeoPackageGeometry.Read(rows.Bytes(0), layer.Srs, new(PositionLimit.OfSite));
            return PartText.Of(parts, northFirst);
        }
        catch (GeometryTextException error)
        {
            return $"BLOB {string.Join(' ', error.Arguments)}";
        }
    }
}
