using System.Globalization;
using SQLitePCL;

namespace ZoningRules.Geo.Reading.Formats.GeoPackages;

/// <summary>The rows that a statement gives, one at a time.</summary>
internal sealed class SqliteRows(SqliteFile file, sqlite3_stmt statement) : IDisposable
{
    /// <summary>Goes to the next row, if there is one.</summary>
    /// <exception cref="GeometryTextException">The database is damaged.</exception>
    public bool Next() => raw.sqlite3_step(statement) switch
    {
        raw.SQLITE_ROW => true,
        raw.SQLITE_DONE => false,
        _ => throw file.Fault(),
    };

    /// <summary>A value as text; null when there is none, or bytes.</summary>
    public string? Text(int column) => raw.sqlite3_column_type(statement, column) switch
    {
        raw.SQLITE_INTEGER => raw.sqlite3_column_int64(statement, column).ToString(CultureInfo.InvariantCulture),
        raw.SQLITE_FLOAT => raw.sqlite3_column_double(statement, column).ToString("R", CultureInfo.InvariantCulture),
        raw.SQLITE_TEXT => raw.sqlite3_column_text(statement, column).utf8_to_string(),
        _ => null,
    };

    /// <summary>A value as a whole number; null when it is none.</summary>
    public long? Integer(int column) =>
        raw.sqlite3_column_type(statement, column) == raw.SQLITE_INTEGER ? raw.sqlite3_column_int64(statement, column) : null;

    /// <summary>Whether there is no value.</summary>
    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    /// <summary>A value as bytes, which last until the next row; empty when it is of another type.</summary>
    public ReadOnlySpan<byte> Bytes(int column) =>
        raw.sqlite3_column_type(statement, column) == raw.SQLITE_BLOB ? raw.sqlite3_column_blob(statement, column) : default;

    /// <inheritdoc/>
    public void Dispose() => statement.Dispose();
}
