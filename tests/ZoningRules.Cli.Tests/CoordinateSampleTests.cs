using ZoningRules.Tests.Reports;

namespace ZoningRules.Cli.Tests;

/// <summary>The sites of samples/coordinates: what is said of them, and that the JSON report fits its schema.</summary>
public sealed class CoordinateSampleTests
{
    private const string Folder = "samples/coordinates";

    public static TheoryData<string, int, string> Samples() => new()
    {
        { "from-web-map.yaml", 2, "GCJ-02" },
        { "bow-tie.yaml", 0, "修复" },
        { "pipeline.yaml", 2, "走廊" },
        { "xian80.yaml", 0, "七参数" },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Check_Sample_MatchesGoldenFileInEveryFormat(string name, int code, string mark)
    {
        var text = Zoning.Run("check", $"{Folder}/{name}", "--repair");
        var json = Zoning.Run("check", $"{Folder}/{name}", "--repair", "--format", "json");
        Assert.True(text.Code == code, text.Error + text.Out);
        Assert.Equal(code, json.Code);
        Assert.Contains(mark, text.Out, StringComparison.Ordinal);
        Assert.Empty(JsonSchema.Load("docs/schemas/assessment.schema.json").Faults(json.Out));
        GoldenFile.Matches($"{Folder}/expected/{Path.GetFileNameWithoutExtension(name)}.txt", SampleTests.WithoutPackHash(text.Out, json.Out));
        foreach (var format in (string[])["markdown", "html"])
        {
            Assert.Contains(mark, Zoning.Run("check", $"{Folder}/{name}", "--repair", "--format", format).Out, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Locate_Sample_ShowsTheSteps(string name, int code, string mark)
    {
        Assert.True(code is 0 or 2);
        var text = Zoning.Run("locate", $"{Folder}/{name}", "--repair");
        var json = Zoning.Run("locate", $"{Folder}/{name}", "--repair", "--format", "json");
        Assert.Equal((0, 0), (text.Code, json.Code));
        Assert.Contains(mark, text.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EPSG:4490", 0, "李某 已确认所报坐标系")]
    [InlineData("GCJ-02", 65, "ZR3146")]
    public void Check_OfficerDecidesOnTheSystem_EndsTheDoubtOrIsRefused(string confirmed, int code, string mark)
    {
        var folder = Directory.CreateTempSubdirectory("zoning-test-").FullName;
        try
        {
            File.Copy($"{Folder}/parcel.geojson", Path.Combine(folder, "parcel.geojson"));
            var path = Path.Combine(folder, "site.yaml");
            File.WriteAllText(path, File.ReadAllText($"{Folder}/from-web-map.yaml").ReplaceLineEndings("\n").TrimEnd() + $$"""

                  - {attribute: site.crs, value: "{{confirmed}}", by: 李某, date: 2026-11-22, reason: 已核实}

                """.Replace("                  - {", "  - {", StringComparison.Ordinal));

            var result = Zoning.Run("check", path);

            Assert.True(result.Code == code, result.Out + result.Error);
            Assert.Contains(mark, result.Out + result.Error, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Check_CorrectedSystem_SameVerdictAsTheSiteItself()
    {
        var text = File.ReadAllText($"{Folder}/from-web-map.yaml").Replace("crs: EPSG:4490", "crs: GCJ-02", StringComparison.Ordinal);
        var folder = Directory.CreateTempSubdirectory("zoning-test-").FullName;
        try
        {
            File.Copy($"{Folder}/parcel.geojson", Path.Combine(folder, "parcel.geojson"));
            File.WriteAllText(Path.Combine(folder, "site.yaml"), text);

            var result = Zoning.Run("check", Path.Combine(folder, "site.yaml"));

            Assert.True(result.Code == 0, result.Out + result.Error);
            Assert.Contains("没有官方定义", result.Out, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("zh", "坐标系存疑，场址位置未定，不给出边界裕度")]
    [InlineData("en", "no margin of the boundary until it is settled where the site lies")]
    public void CheckMargin_CoordinatesInDoubt_GivesNoMarginOfBoundaries(string lang, string mark)
    {
        var text = Zoning.Run("check", $"{Folder}/from-web-map.yaml", "--margin", "--lang", lang).Out;
        var json = Zoning.Run("check", $"{Folder}/from-web-map.yaml", "--margin", "--format", "json").Out;

        Assert.Contains(mark, text.Replace("\n    ", lang == "en" ? " " : "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(lang == "en" ? "no change while" : "误差不超过", text, StringComparison.Ordinal);
        Assert.Empty(JsonSchema.Load("docs/schemas/assessment.schema.json").Faults(json));
    }

    [Theory]
    [InlineData("from-web-map.yaml", 2, "check the coordinate system", "GCJ-02")]
    [InlineData("bow-tie.yaml", 0, "it is drawn as repaired", "所绘为修复后的边界")]
    public void CheckMap_OutlineThatIsNotToBeTrusted_SaysSo(string name, int code, string english, string chinese)
    {
        foreach (var (lang, mark) in new[] { ("en", english), ("zh", chinese) })
        {
            var map = Path.Combine(Zoning.Folder(), "map.svg");
            Assert.Equal(code, Zoning.Run("check", $"{Folder}/{name}", "--repair", "--lang", lang, "--map", map).Code);
            var red = System.Xml.Linq.XDocument.Load(map).Descendants().Where(e => e.Name.LocalName == "text" && (string?)e.Attribute("font-weight") == "bold");
            Assert.Contains(mark, string.Join(lang == "en" ? " " : "", red.Select(e => e.Value)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Check_BowTieWithoutRepair_IsRefused()
    {
        var result = Zoning.Run("check", $"{Folder}/bow-tie.yaml");

        Assert.Equal(65, result.Code);
        Assert.Contains("repair: yes", result.Error, StringComparison.Ordinal);
    }
}
