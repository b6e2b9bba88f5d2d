using System.Text;
using ZoningRules.Tests.Reports;

namespace ZoningRules.Cli.Tests;

/// <summary>Slips of people in a hurry: the wrong file, a folder, an output that is an input. Each is named, and nothing is lost by it.</summary>
public sealed class MistakeTests : IDisposable
{
    private const string Proposal = "samples/proposals/07-kiln-in-ceramics-park.yaml";
    private const string Rows = "samples/batch/projects.ndjson";

    private readonly string folder = Zoning.Folder();

    [Theory]
    [InlineData("samples", "文件夹", "a folder")]
    [InlineData("samples/formats/shapefile", "文件夹", "a folder")]
    [InlineData("samples/formats/shapefile/场址红线.shp", "shapefile", "the geometry of a shapefile")]
    [InlineData("samples/formats/site-gbk.zip", "压缩包", "an archive")]
    [InlineData("samples/formats/site.kmz", "压缩包", "an archive")]
    [InlineData("samples/formats/site.kml", "KML", "a KML file")]
    [InlineData("samples/formats/site.dxf", "DXF", "a DXF drawing")]
    [InlineData("samples/formats/界址点.txt", "界址点", "a boundary-point file")]
    [InlineData(Proposal, "申报材料", "one proposal in YAML")]
    public void Batch_SomethingElse_IsCalledByItsName(string input, string zh, string en)
    {
        Zoning.Run("batch", input).Fails(65, "ZR9613", zh);
        Zoning.Run("batch", input, "--lang", "en").Fails(65, "ZR9613", en);
    }

    [Theory]
    [InlineData("page.html", "<!DOCTYPE html>\n<html><body></body></html>", "网页")]
    [InlineData("rows.xml", "<?xml version=\"1.0\"?>\n<rows><row/></rows>", "XML")]
    [InlineData("plan.pdf", "%PDF-1.7\n%\u00e2\u00e3\n", "PDF")]
    [InlineData("photo.jpg", "\u0001\u0002Exif\u0003", "二进制")]
    public void Batch_OtherFiles_AreCalledByTheirNames(string name, string content, string said) =>
        Zoning.Run("batch", Zoning.FileOf(name, content)).Fails(65, "ZR9613", said);

    [Fact]
    public void CrsMissing_OnTheCommandLine_IsAskedForByItsOption()
    {
        const string option = "--crs EPSG:4490";
        Zoning.Run("locate", "samples/formats/site.dxf").Fails(65, "ZR9610", option);
        Zoning.Run("locate", "samples/formats/corners.csv", "--lang", "en").Fails(65, "ZR9610", option, "does not state");
        Zoning.Run("where", Proposal, "--within", "samples/formats/site.dxf").Fails(65, "ZR9610", option);
        Zoning.Run("layers", "import", "samples/formats/site.dxf", "--as", "livestock-ban", "--dry-run").Fails(65, "ZR9610", option);
    }

    // A system is never assumed, for candidates no more than for sites.
    [Fact]
    public void Candidates_WithoutCrs_AreRefused()
    {
        Zoning.Run("where", Proposal, "--candidates", "samples/formats/site.dxf").Fails(65, "ZR9610");
        Zoning.Run("where", Proposal, "--candidates", Zoning.FileOf("c.csv", "name,longitude,latitude\n甲,117.2,29.2\n")).Fails(65, "ZR9610");
    }

    [Fact]
    public void Output_ThatIsAnInput_IsRefusedAndTheInputKept()
    {
        var proposal = Copy(Proposal, "p.yaml");
        var rows = Copy(Rows, "rows.ndjson");
        var summary = Path.Combine(folder, "summary.json");
        var linked = Path.Combine(folder, "linked.json");
        Zoning.Run("batch", rows, "--summary", summary);
        File.CreateSymbolicLink(linked, rows);
        var before = Directory.EnumerateFiles(folder).ToDictionary(f => f, File.ReadAllText);

        Zoning.Run("check", proposal, "-o", proposal).Fails(65, "ZR9611", "--output");
        Zoning.Run("check", proposal, "-o", Path.Combine(folder, ".", "p.yaml")).Fails(65, "ZR9611");
        Zoning.Run("where", proposal, "-o", proposal).Fails(65, "ZR9611");
        Zoning.Run("ask", proposal, "-o", proposal).Fails(65, "ZR9611");
        Zoning.Run("locate", rows, "-o", rows).Fails(65, "ZR9611");
        Zoning.Run("batch", rows, "-o", rows).Fails(65, "ZR9611");
        Zoning.Run("batch", rows, "-o", linked).Fails(65, "ZR9611");
        Zoning.Run("batch", rows, "-o", summary, "--summary", summary).Fails(65, "ZR9612", "--output", "--summary");
        Zoning.Run("batch", "merge-summaries", summary, "-o", summary).Fails(65, "ZR9611");
        Zoning.Run("rescreen", "rules/jingdezhen", "rules/jingdezhen", proposal, "-o", proposal).Fails(65, "ZR9611");

        Assert.Equal(before, Directory.EnumerateFiles(folder).ToDictionary(f => f, File.ReadAllText));
    }

    // Hours of work must not end in a folder that is not there.
    [Fact]
    public void Output_ThatCannotBeWritten_IsToldBeforeTheWork()
    {
        var none = Path.Combine(folder, "none", "x");
        var rows = Path.Combine(folder, "rows.ndjson");

        Zoning.Run("batch", Rows, "-o", rows, "--summary", none + ".md").Fails(65, "x.md", "所在文件夹不存在");
        Zoning.Run("batch", Rows, "-o", none + ".ndjson").Fails(65, "x.ndjson");
        Zoning.Run("where", Proposal, "--map", none + ".svg").Fails(65, "x.svg");
        Zoning.Run("ask", Proposal, "-o", none + ".yaml").Fails(65, "x.yaml");
        Zoning.Run("check", Proposal, "-o", folder).Fails(65, "文件夹");
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public void Locate_LocalGrid_IsCalledByItsName()
    {
        var file = Zoning.FileOf("红线.csv", "点号,X,Y\nJ1,415.925,54.137\nJ2,415.9,254.2\nJ3,615.1,254.3\nJ4,615.2,54.1\n");
        Zoning.Run("locate", file, "--crs", "EPSG:4548", "--accuracy", "1 m").Fails(65, "ZR3004");
        var metres = Zoning.FileOf("红线.csv", "点号,X,Y\nJ1,12415.925,8054.137\nJ2,12415.9,8254.2\nJ3,12615.1,8254.3\nJ4,12615.2,8054.1\n");
        Zoning.Run("locate", metres, "--crs", "EPSG:4548").Fails(65, "ZR3004", "地方独立坐标系", "请测绘单位换算");
        Zoning.Run("locate", metres, "--crs", "EPSG:4548", "--lang", "en").Fails(65, "ZR3004", "local grid");
    }

    [Fact]
    public void Unreadable_IsSaidInTheLanguageOfTheReader()
    {
        var named = Directory.CreateDirectory(Path.Combine(folder, "p.yaml")).FullName;
        var run = Zoning.Run("check", named);
        run.Fails(65, "ZR1002", "它是文件夹");
        Assert.DoesNotContain("denied", run.Error, StringComparison.Ordinal);
        Zoning.Run("check", named, "--lang", "en").Fails(65, "ZR1002", "it is a folder");
    }

    [Fact]
    public void Ask_SiteAndParcelInFiles_AreStillFoundFromWhereTheAnswersAreWritten()
    {
        Directory.CreateDirectory(Path.Combine(folder, "in", "sites"));
        Directory.CreateDirectory(Path.Combine(folder, "out", "of", "the", "way"));
        var proposal = Path.Combine(folder, "in", "p.yaml");
        File.Copy("samples/coordinates/parcel.geojson", Path.Combine(folder, "in", "sites", "地块 1.geojson"));
        File.Copy("samples/coordinates/parcel.geojson", Path.Combine(folder, "in", "parcel.geojson"));
        File.WriteAllText(proposal, """
            name: 辊道窑
            date: 2026-11-22
            site:
              geometry: "sites/地块 1.geojson"
              crs: EPSG:4490
              accuracy: 0.5 m
              parcel: {geometry: parcel.geojson, accuracy: 0.1 m}
            attributes:
              project.kind: project
            """);
        var answered = Path.Combine(folder, "out", "of", "the", "way", "answered.yaml");
        var asked = Zoning.RunWith("1\n", "ask", proposal, "--output", answered);
        var (before, after) = (Zoning.Run("locate", proposal), Zoning.Run("locate", answered));

        Assert.True(File.Exists(answered), asked.Out + asked.Error);
        Assert.Contains("../../../../in/sites/地块 1.geojson", File.ReadAllText(answered), StringComparison.Ordinal);
        Assert.Equal((0, ""), (after.Code, after.Error));
        Assert.Equal(Measured(before.Out), Measured(after.Out));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // The steps name the files, and those are elsewhere now.
    private static IEnumerable<string> Measured(string text) => text.Split('\n').Where(l => !l.Contains("geojson", StringComparison.Ordinal));

    private string Copy(string file, string name)
    {
        var copy = Path.Combine(folder, name);
        File.WriteAllText(copy, File.ReadAllText(Path.Combine(GoldenFile.Repository, file)), Encoding.UTF8);
        return copy;
    }
}
