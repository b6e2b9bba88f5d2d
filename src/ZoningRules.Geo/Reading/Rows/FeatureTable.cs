using System.Collections.Immutable;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Rows;

/// <summary>
/// The rows of a layer of a GeoPackage or of a sheet of a workbook, one after another, for programs that read many projects from one file. A GeoPackage is read row by row; a
/// workbook is unpacked into memory, up to the limits of docs/formats.md. Not thread-safe.
/// </summary>
public sealed class FeatureTable : IDisposable
{
    private readonly ITableRows rows;

    internal FeatureTable(ITableRows rows) => this.rows = rows;

    /// <summary>The names of the columns, in order. A GeoPackage's column of geometries is called <c>wkt</c> and comes last.</summary>
    public ImmutableArray<string> Columns => rows.Columns;

    /// <summary>The coordinate reference system of the geometries; null when the file states none, as workbooks do.</summary>
    public string? Crs => rows.Crs;

    /// <summary>The line of the present row in its sheet, from 1; 0 in a GeoPackage, which has none.</summary>
    public int Line => rows.Line;

    /// <summary>Whether a file begins like one that can be opened here.</summary>
    public static bool Recognises(ReadOnlySpan<byte> head) =>
        Formats.GeoPackages.SqliteFile.Begins(head) || head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="layer">The layer or sheet; null for the only one.</param>
    public static Loaded<FeatureTable> Open(string path, string? layer)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            Span<byte> head = stackalloc byte[100];
            using (var file = File.OpenRead(path))
            {
                head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
            }

            return Loaded<FeatureTable>.Good(new(
                Formats.GeoPackages.SqliteFile.Begins(head) ? GeoPackageRows.Open(path, layer) : WorkbookRows.Open(path, layer)));
        }
        catch (GeometryTextException error)
        {
            return Loaded<FeatureTable>.Bad(Problem.Of(error.Code, new(path), [.. error.Arguments]));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Loaded<FeatureTable>.Bad(ReadFailure.Of(e, path, path));
        }
    }

    /// <summary>Goes to the next row, if there is one.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="InvalidDataException">The file is damaged; its message says how, in English.</exception>
    public bool MoveNext()
    {
        try
        {
            return rows.MoveNext();
        }
        catch (GeometryTextException error)
        {
            throw new InvalidDataException(Wording.Message(Problem.Of(error.Code, null, [.. error.Arguments]), Language.En), error);
        }
    }

    /// <summary>
    /// A cell of the present row; empty where nothing stands. A geometry that cannot be read gives a text that is no well-known text and says why.
    /// </summary>
    public string Cell(int column) => rows.Cell(column);

    /// <inheritdoc/>
    public void Dispose() => rows.Dispose();
}
