using System.Collections.Immutable;
using ZoningRules.Geo.Reading.Formats.Archives;
using ZoningRules.Geo.Reading.Formats.Binary;
using ZoningRules.Geo.Reading.Formats.BoundaryPoints;
using ZoningRules.Geo.Reading.Formats.Drawings;
using ZoningRules.Geo.Reading.Formats.GeoPackages;
using ZoningRules.Geo.Reading.Formats.Kml;
using ZoningRules.Geo.Reading.Formats.Shapefiles;
using ZoningRules.Geo.Reading.Formats.Tables;

namespace ZoningRules.Geo.Reading.Formats;

/// <summary>All formats, and which of them a file is.</summary>
internal static class FeatureFormats
{
    /// <summary>All formats. The surest signs are looked for first; the last takes any text.</summary>
    public static readonly ImmutableArray<IFeatureFormat> All =
    [
        new ArchiveFormat(),
        new ShapefileFormat(),
        new GeoPackageFormat(),
        new WkbFormat(),
        new DxfFormat(),
        new TopoJsonFormat(),
        new GeoJsonFormat(),
        new WktFormat(),
        new KmlFormat(),
        new KmzFormat(),
        new ExcelFormat(),
        new BoundaryPointFormat(),
        new CsvFormat(),
        new CoordinateTextFormat(),
    ];

    /// <summary>The format of a file.</summary>
    /// <exception cref="GeometryTextException">It is of none.</exception>
    public static IFeatureFormat Of(FeatureFile file) =>
        All.FirstOrDefault(f => f.Recognises(file))
        ?? throw GeometryTextException.Bad(
            $"认不出 `{file.Name}` 的格式；可用的格式：{string.Join('、', All.Select(f => f.Name.Zh))}",
            $"`{file.Name}` is of no known format; known are {string.Join(", ", All.Select(f => f.Name.En))}");

    /// <summary>Reads a file of any format, and says which as its first step.</summary>
    /// <exception cref="GeometryTextException">It is of no known format, or its format's reader refuses it.</exception>
    public static FeatureDocument Read(FeatureFile file, FeatureWishes wishes)
    {
        var format = Of(file);
        var document = format.Read(file, wishes);
        return document with { Steps = [new($"`{file.Name}` 按 {format.Name.Zh} 读取", $"`{file.Name}` read as {format.Name.En}"), .. document.Steps] };
    }
}
