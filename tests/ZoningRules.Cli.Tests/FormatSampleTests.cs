using System.Globalization;
using System.Text.Json;

namespace ZoningRules.Cli.Tests;

/// <summary>One site in many formats: the same place, the same verdict.</summary>
public sealed class FormatSampleTests
{
    private const string Folder = "samples/formats";
    private const string Original = "samples/proposals/01-fine-chemical-in-park.yaml";

    public static TheoryData<string, string> Sites() => new()
    {
        { "shapefile", "" },
        { "shapefile/场址红线.shp", "" },
        { "site-gbk.zip", "" },
        { "site.gpkg", "layer: 场址红线" },
        { "site.dxf", "crs: EPSG:4527" },
        { "site.ewkb.txt", "" },
        { "site.topojson", "crs: EPSG:4490" },
        { "site.kml", "" },
        { "site.kmz", "" },
        { "界址点.txt", "" },
        { "corners.csv", "crs: EPSG:4527" },
        { "corners.xlsx", "crs: EPSG:4490" },
        { "拐点坐标.txt", "crs: EPSG:4490" },
    };

    [Theory]
    [MemberData(nameof(Sites))]
    public void Locate_EachFormat_SamePlace(string file, string member)
    {
        string[] option = member.Length == 0 ? [] : [$"--{member.Split(": ")[0]}", member.Split(": ")[1]];
        var expected = Located("locate", Original);
        var found = Located(["locate", $"{Folder}/{file}", .. option, "--accuracy", "1 m"]);

        Assert.Equal(expected.Units, found.Units);
        Assert.InRange(found.Area - expected.Area, -1, 1);
    }

    [Theory]
    [MemberData(nameof(Sites))]
    public void Check_EachFormat_SameFindings(string file, string member)
    {
        var folder = Zoning.Folder();
        Directory.CreateDirectory(Path.Combine(folder, "shapefile"));
        foreach (var sample in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            File.Copy(sample, Path.Combine(folder, Path.GetRelativePath(Folder, sample)));
        }

        var proposal = Path.Combine(folder, "proposal.yaml");
        File.WriteAllText(proposal, File.ReadAllText(Original)
            .Replace("geometry: sites/fine-chemical-in-park.geojson", $"geometry: {file}", StringComparison.Ordinal)
            .Replace("  crs: EPSG:4490\n", member.Length == 0 ? "" : $"  {member}\n", StringComparison.Ordinal));
        Assert.Equal(Findings(Original), Findings(proposal));
    }

    [Fact]
    public void Readme_EveryCommand_ReturnsTheCodeItStates()
    {
        var commands = File.ReadLines($"{Folder}/README.md").Select(l => l.Split("  # ")).Where(p => p.Length == 2 && p[0].StartsWith("    zoning ", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(commands);
        foreach (var command in commands)
        {
            var run = Zoning.Run(command[0].Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..]);
            Assert.True(run.Code == int.Parse(command[1], CultureInfo.InvariantCulture), $"{command[0]}: {run.Code}\n{run.Error}");
        }
    }

    [Fact]
    public void Locate_WithoutLayerOrCrs_SaysWhatIsMissing()
    {
        Zoning.Run("locate", $"{Folder}/site.gpkg").Fails(65, "ZR3101", "场址红线, 厂房");
        Zoning.Run("locate", $"{Folder}/site.gpkg", "--layer", "红线").Fails(65, "ZR3102", "场址红线, 厂房");
        Zoning.Run("locate", $"{Folder}/site.dxf").Fails(65, "ZR9610", "--crs EPSG:4490");
        Zoning.Run("locate", $"{Folder}/site-gbk.zip", "--crs", "EPSG:4548").Fails(65, "ZR3011");
    }

    [Fact]
    public void Check_PastedTable_SameFindings() => Assert.Equal(Findings(Original), Findings($"{Folder}/pasted.yaml"));

    private static (string Units, decimal Area) Located(params string[] arguments)
    {
        var run = Zoning.Run([.. arguments, "--format", "json"]);
        Assert.True(run.Code == 0, run.Error);
        using var json = JsonDocument.Parse(run.Out);
        var units = json.RootElement.GetProperty("units").EnumerateArray().ToList();
        return (string.Join(' ', units.Select(u => u.GetProperty("code").GetString())), units.Sum(u => u.GetProperty("areaM2").GetDecimal()));
    }

    private static string Findings(string proposal)
    {
        var run = Zoning.Run("check", proposal, "--format", "json");
        Assert.True(run.Code == 0, run.Error);
        using var json = JsonDocument.Parse(run.Out);
        return json.RootElement.GetProperty("verdict").GetString() + string.Concat(json.RootElement.GetProperty("findings").EnumerateArray()
            .Select(f => $"\n{f.GetProperty("norm").GetString()} {f.GetProperty("outcome").GetString()}"));
    }
}
