using System.Globalization;
using System.Text.Json;
using ZoningRules.TestPrograms;

namespace ZoningRules.Cli.Tests.Layers;

/// <summary>Imports files that GDAL wrote, as an office would: several formats, encodings and coordinate systems of the same control units.</summary>
public sealed class GdalLayerTests
{
    private const string Sample = "samples/proposals/01-fine-chemical-in-park.yaml";

    [ProgramFact("ogr2ogr")]
    public void Import_ShapefileInUtf8() => ImportsTheSame("utf8", "-f", "ESRI Shapefile", "-lco", "ENCODING=UTF-8");

    [ProgramFact("ogr2ogr")]
    public void Import_ShapefileInGbk() => ImportsTheSame("gbk", "-f", "ESRI Shapefile", "-lco", "ENCODING=CP936");

    [ProgramFact("ogr2ogr")]
    public void Import_ShapefileInABeltWithZonePrefix() => ImportsTheSame("belt", "-f", "ESRI Shapefile", "-lco", "ENCODING=CP936", "-t_srs", "EPSG:4527");

    [ProgramFact("ogr2ogr")]
    public void Import_GeoPackage() => ImportsTheSame("units.gpkg", "-f", "GPKG", "-nln", "units");

    [ProgramFact("ogr2ogr")]
    public void Import_ShapefileWithChineseFieldNames_CutByTheFormat_AsksAndTakesTheAnswer()
    {
        var file = new UnitFile().Rename("HJGKDYBM", "环境管控单元编码").Rename("HJGKDYMC", "环境管控单元名称").Keep("环境管控单元编码", "环境管控单元名称").Save();
        var folder = Path.Combine(Zoning.Folder(), "cut");
        OutsideProgram.Run("ogr2ogr", "-f", "ESRI Shapefile", "-lco", "ENCODING=CP936", "-a_srs", "EPSG:4490", folder, file);

        var asked = Import(folder, "rules/jingdezhen", "--dry-run");

        Assert.Equal(65, asked.Code);
        Assert.Matches("ZR317[12]", asked.Error);
        var shapefile = Directory.GetFiles(folder, "*.shp").Single();
        var fields = OutsideProgram.Run("ogrinfo", "-so", "-al", shapefile).Split('\n').Where(l => l.Contains(": String (", StringComparison.Ordinal)).Select(l => l.Split(':')[0]).ToArray();
        Assert.Equal(2, fields.Length);
        Assert.Equal(0, Import(folder, "rules/jingdezhen", "--dry-run", "--map", $"{fields[0]}=code,{fields[1]}=name").Code);
    }

    // Lambert's equal-area projection of another program, in which GDAL takes the areas.
    [ProgramFact("ogr2ogr")]
    public void Areas_AreThoseOfAnEqualAreaProjection()
    {
        var projected = Path.Combine(Zoning.Folder(), "laea.geojson");
        OutsideProgram.Run(
            "ogr2ogr", "-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=4", "-s_srs", "EPSG:4490", "-t_srs", "+proj=laea +lat_0=29.2 +lon_0=117.3 +ellps=GRS80", projected, UnitFile.Original);
        var expected = OutsideProgram.Run("ogr2ogr", "-f", "CSV", "/vsistdout/", projected, "-dialect", "OGRSQL", "-sql", "select HJGKDYBM, OGR_GEOM_AREA as area from units")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(l => l.Trim().Split(','))
            .ToDictionary(l => l[0].Trim('"'), l => double.Parse(l[1].Trim('"'), CultureInfo.InvariantCulture));
        using var document = JsonDocument.Parse(Zoning.Run("layers", "check", "units", "--format", "json").Out);

        var units = document.RootElement[0].GetProperty("units").EnumerateArray().ToArray();

        Assert.Equal(35, units.Length);
        Assert.All(units, u => Assert.Equal(1, u.GetProperty("areaM2").GetDouble() / expected[u.GetProperty("code").GetString()!], 1e-5));
    }

    private static void ImportsTheSame(string name, params string[] options)
    {
        using var pack = new PackCopy();
        var target = Path.Combine(Zoning.Folder(), name);
        OutsideProgram.Run("ogr2ogr", [.. options, "-s_srs", "EPSG:4490", .. options.Contains("-t_srs") ? Array.Empty<string>() : ["-t_srs", "EPSG:4490"], target, UnitFile.Original]);
        var before = Zoning.Run("check", Sample, "--rules", pack.Folder, "--format", "json");

        var run = Import(target, pack.Folder, "--official");
        var after = Zoning.Run("check", Sample, "--rules", pack.Folder, "--format", "json");

        Assert.True(run.Code == 0, run.Error + run.Out);
        Assert.Contains("没有错误，2 个警告，3 个提示", run.Out, StringComparison.Ordinal);
        Assert.Equal(before.Code, after.Code);
        using var first = JsonDocument.Parse(before.Out);
        using var second = JsonDocument.Parse(after.Out);
        Assert.Equal(Verdicts(first), Verdicts(second));
        Assert.Contains("浮梁县优先保护单元1", File.ReadAllText(Directory.GetFiles(Path.Combine(pack.Folder, "layers/data"), "units-*.geojson").First(f => !f.Contains("coverage", StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    private static string Verdicts(JsonDocument report) => string.Join('\n', report.RootElement.GetProperty("findings").EnumerateArray()
        .Select(f => $"{f.GetProperty("norm").GetString()} {f.GetProperty("outcome").GetString()}")
        .Prepend(report.RootElement.GetProperty("verdict").GetString())
        .Concat(report.RootElement.GetProperty("units").EnumerateArray().Select(u => u.GetProperty("code").GetString())));

    private static Transcript Import(string file, string pack, params string[] more) => Zoning.Run(
        ["layers", "import", file, "--as", "units", "--rules", pack, "--accuracy", "5 m", "--title", "单元", "--publisher", "局", "--date", "2026-01-01", .. more]);
}
