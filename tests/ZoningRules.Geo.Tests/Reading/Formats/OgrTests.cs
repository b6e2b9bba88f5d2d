using System.Globalization;
using ZoningRules.Geo.Reading;
using ZoningRules.TestPrograms;

namespace ZoningRules.Geo.Tests.Reading.Formats;

/// <summary>Files that the GDAL of this machine writes now.</summary>
public sealed class OgrTests
{
    private static void With(Action<string> test)
    {
        var folder = Directory.CreateTempSubdirectory("zoning-ogr-").FullName;
        try
        {
            test(folder);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    // Random polygons in a belt, a hole in every second; rounded so that text holds them exactly.
    private static string RandomAreas(int seed, int count)
    {
        var random = new Random(seed);
        string Ring(double x, double y, double radius)
        {
            var corners = random.Next(3, 12);
            var positions = Enumerable.Range(0, corners).Select(i =>
            {
                var (sin, cos) = Math.SinCos(2 * Math.PI * i / corners);
                return string.Create(CultureInfo.InvariantCulture, $"[{x + (radius * cos):0.0000}, {y + (radius * sin):0.0000}]");
            }).ToList();
            return $"[{string.Join(", ", positions.Append(positions[0]))}]";
        }

        var features = Enumerable.Range(0, count).Select(i =>
        {
            var (x, y) = (39_500_000 + (random.NextDouble() * 60_000), 3_180_000 + (random.NextDouble() * 130_000));
            var hole = i % 2 == 0 ? "" : $", {Ring(x, y, 20)}";
            return $$$"""{"type":"Feature","properties":{"code":"{{{i}}}","名称":"地块{{{i}}}","area":{{{i}}}.5},"geometry":{"type":"Polygon","coordinates":[{{{Ring(x, y, 100)}}}{{{hole}}}]}}""";
        });
        return $$$"""{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4527"}},"features":[{{{string.Join(",\n", features)}}}]}""";
    }

    [ProgramTheory("ogr2ogr")]
    [InlineData("ESRI Shapefile", "out.shp", "-lco", "ENCODING=UTF-8")]
    [InlineData("ESRI Shapefile", "out.shp", "-lco", "ENCODING=CP936")]
    [InlineData("ESRI Shapefile", "out.shz", "-lco", "ENCODING=UTF-8")]
    [InlineData("GPKG", "out.gpkg", "-lco", "SPATIAL_INDEX=YES")]
    [InlineData("GPKG", "out.gpkg", "-dsco", "VERSION=1.0")]
    public void Read_WrittenNow_IsTheGeoJson(string driver, string name, string option, string value) => With(folder =>
    {
        var source = Path.Combine(folder, "source.geojson");
        var target = Path.Combine(folder, name);
        File.WriteAllText(source, RandomAreas(name.Length + option.Length, 200));
        OutsideProgram.Run("ogr2ogr", "-f", driver, option, value, "-a_srs", "EPSG:4527", target, source);
        var expected = Fixture.Read(Fixture.FileAt(source));
        var found = Fixture.Read(Fixture.FileAt(target));

        Fixture.SameGeometry(expected, found);
        Fixture.SameProperties(expected, found);
        Assert.Equal("EPSG:4527", Fixture.Crs(found));
    });

    [ProgramFact("ogr2ogr")]
    public void Read_DxfWrittenNow_HasTheLines() => With(folder =>
    {
        var source = Path.Combine(folder, "source.geojson");
        var target = Path.Combine(folder, "out.dxf");
        File.WriteAllText(source, RandomAreas(7, 50).Replace("Polygon", "MultiLineString", StringComparison.Ordinal));
        OutsideProgram.Run("ogr2ogr", "-f", "DXF", target, source);

        Assert.Equal(75, Fixture.Read(Fixture.FileAt(target)).Features.Count(f => f.Parts[0].Kind == PartKind.Area));
    });

    // GDAL reads as one what we read as one, from every belt to degrees and back into a file.
    [ProgramFact("ogr2ogr")]
    public void Read_EveryBelt_NamesItself() => With(folder =>
    {
        var source = Path.Combine(folder, "source.geojson");
        File.WriteAllText(source, RandomAreas(9, 1));
        foreach (var number in (int[])[4490, 4326, 4498, 4509, 4527, 4548, 2361, 2382, 2413, 2434])
        {
            var target = Path.Combine(folder, $"to{number}.shp");
            OutsideProgram.Run("ogr2ogr", "-f", "ESRI Shapefile", "-lco", "ENCODING=UTF-8", "-t_srs", $"EPSG:{number}", target, source);
            Assert.Equal($"EPSG:{number}", Fixture.Crs(Fixture.Read(Fixture.FileAt(target))));
        }
    });
}
