using System.Collections.Immutable;

namespace ZoningRules.Geo.Reading.Rows;

/// <summary>Rows of one kind of file; members as of <see cref="FeatureTable"/>. Whatever is wrong with the file is a <see cref="GeometryTextException"/>.</summary>
internal interface ITableRows : IDisposable
{
    /// <summary>The names of the columns.</summary>
    ImmutableArray<string> Columns { get; }

    /// <summary>The coordinate reference system of the geometries, or null.</summary>
    string? Crs { get; }

    /// <summary>The line of the present row, or 0.</summary>
    int Line { get; }

    /// <summary>Goes to the next row.</summary>
    bool MoveNext();

    /// <summary>A cell of it.</summary>
    string Cell(int column);
}
