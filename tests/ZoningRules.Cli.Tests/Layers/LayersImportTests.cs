using System.Text.Json;
using ZoningRules.Tests.Reports;

namespace ZoningRules.Cli.Tests.Layers;

public sealed class LayersImportTests
{
    private const string Sample = "samples/proposals/01-fine-chemical-in-park.yaml";

    private static readonly string[] Details = ["--accuracy", "5 m", "--title", "环境管控单元", "--publisher", "市生态环境局", "--date", "2021-01-01"];

    [Fact]
    public void Import_OfficialUnits_GiveTheSameVerdictAndAreNoIllustration()
    {
        using var pack = new PackCopy();
        var before = Zoning.Run("check", Sample, "--rules", pack.Folder, "--format", "json");

        var run = Import(UnitFile.Original, pack, "units", "--official");
        var after = Zoning.Run("check", Sample, "--rules", pack.Folder, "--format", "json");

        Assert.True(run.Code == 0, run.Error);
        Assert.Equal(before.Code, after.Code);
        using var first = JsonDocument.Parse(before.Out);
        using var second = JsonDocument.Parse(after.Out);
        foreach (var member in (string[])["verdict", "units", "findings", "questions"])
        {
            Assert.Equal(first.RootElement.GetProperty(member).GetRawText(), second.RootElement.GetProperty(member).GetRawText());
        }

        var layer = second.RootElement.GetProperty("receipt").GetProperty("layers").EnumerateArray().Single(l => l.GetProperty("id").GetString() == "units");
        Assert.False(layer.GetProperty("illustrative").GetBoolean());
        Assert.Equal(0, Zoning.Run("layers", "check", "units", "--rules", pack.Folder).Code);
    }

    [Fact]
    public void Import_KeepsEverythingElseOfTheEntryAndItsComments()
    {
        using var pack = new PackCopy();
        var path = Path.Combine(pack.Folder, "layers/units.yaml");
        File.WriteAllText(path, pack.Read("layers/units.yaml").Replace("    sliver: 1 m2\n", "    # agreed with the survey office\n    sliver: 1 m2\n# the end\n", StringComparison.Ordinal));

        Assert.Equal(0, Import(UnitFile.Original, pack, "units").Code);

        var text = pack.Read("layers/units.yaml");
        Assert.Contains("    # agreed with the survey office\n    sliver: 1 m2\n# the end\n", text, StringComparison.Ordinal);
        Assert.Contains("    illustrative: yes\n", text, StringComparison.Ordinal);
        Assert.Contains("    label: {zh: 环境管控单元, en: \"environmental control units\"}\n", text, StringComparison.Ordinal);
        Assert.Contains("    gaps: data/no-unit-areas.geojson\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HJGKDYBM", "hjgkdybm", "ZHGKDYFL", "ZHGKDYFL")]
    [InlineData("HJGKDYBM", "单元编码", "HJGKDYMC", "单元名称")]
    [InlineData("HJGKDYBM", "管控单元编", "HJGKDYMC", "管控单元名")]
    [InlineData("ZHGKDYFL", "管控单元分类", "HJGKDYMC", "DYMC")]
    [InlineData("ZHGKDYFL", "", "HJGKDYMC", "HJGKDYMC")]
    public void Import_FieldNamesInUse_AreFound(string property, string to, string other, string otherTo)
    {
        var file = new UnitFile().Rename(property, to).Rename(other, otherTo).Save();

        var run = Zoning.Run(["layers", "import", file, "--as", "units", "--dry-run", "--lang", "en", .. Details]);

        Assert.True(run.Code == 0, run.Error);
        Assert.Contains(to.Length == 0 ? "no category: it is read from the" : to, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Import_FieldsOfUnknownNames_AreAskedForAndTakenFromMap()
    {
        var file = new UnitFile().Rename("HJGKDYBM", "A").Rename("HJGKDYMC", "B").Rename("ZHGKDYFL", "C").Save();

        Zoning.Run(["layers", "import", file, "--as", "units", "--dry-run", .. Details]).Fails(65, "ZR3171", "单元编码", "单元名称", "A, B");
        Assert.Equal(0, Zoning.Run(["layers", "import", file, "--as", "units", "--dry-run", "--map", "A=code,b=name,C=category", .. Details]).Code);
        Zoning.Run(["layers", "import", file, "--as", "units", "--dry-run", "--map", "A=code,B=name,D=category", .. Details]).Fails(65, "ZR3171", "`D`");
        Zoning.Run(["layers", "import", file, "--as", "units", "--dry-run", "--map", "A=code,B=name,C=kind", .. Details]).Fails(65, "ZR1108", "kind");
    }

    [Fact]
    public void Import_SeveralCandidates_AreAskedFor()
    {
        var file = new UnitFile().Do(f => f.Features.ToList().ForEach(x => x!["properties"]!["单元编码"] = x["properties"]!["HJGKDYBM"]!.DeepClone())).Save();

        Zoning.Run(["layers", "import", file, "--as", "units", "--dry-run", .. Details]).Fails(65, "ZR3172", "单元编码", "HJGKDYBM=code");
        Assert.Equal(0, Zoning.Run(["layers", "import", file, "--as", "units", "--dry-run", "--map", "单元编码=code", .. Details]).Code);
    }

    [Fact]
    public void Import_WithoutWhatALayerMustState_SaysAllOfIt()
    {
        Zoning.Run("layers", "import", UnitFile.Original, "--as", "units").Fails(65, "ZR3173", "--accuracy", "--title", "--publisher", "--date");
        Zoning.Run(["layers", "import", "rules/jingdezhen/layers/data/no-burn.geojson", "--as", "no-burn", "--dry-run", .. Details]).Fails(65, "ZR3173", "--coverage");
    }

    [Fact]
    public void Import_IntoNoLayer_IsRefused()
    {
        Zoning.Run(["layers", "import", UnitFile.Original, "--as", "unit", .. Details]).Fails(65, "ZR1203", "units");
        Zoning.Run(["layers", "import", UnitFile.Original, "--as", "chemical-parks", .. Details]).Fails(65, "ZR3170", "industrial-parks");
        Zoning.Run(["layers", "import", "none.shp", "--as", "units", .. Details]).Fails(65, "ZR1001");
        Zoning.Run(["layers", "import", UnitFile.Original, "--as", "units", "--official", "--illustrative", .. Details]).Fails(64);
        Zoning.Run("layers", "import", UnitFile.Original, "--as", "units", "--accuracy", "far").Fails(64);
    }

    [Theory]
    [InlineData("GCJ-02")]
    [InlineData("EPSG:2327")]
    [InlineData("EPSG:4527x")]
    public void Import_OfAnotherDatum_IsRefused(string crs) =>
        Zoning.Run(["layers", "import", UnitFile.Original, "--as", "units", "--dry-run", "--crs", crs, .. Details]).Fails(65, "ZR2002", "EPSG:4490");

    // Written by GDAL; eng/make-layer-fixtures.sh says how.
    [Theory]
    [InlineData("units-gbk.zip", null)]
    [InlineData("units-utf8.zip", "单元码=code,单元名=name")]
    public void Import_ZippedShapefile_HasTheSameUnits(string name, string? map)
    {
        using var pack = new PackCopy();
        var file = $"tests/ZoningRules.Cli.Tests/Layers/files/{name}";
        if (map is not null)
        {
            Zoning.Run(["layers", "import", file, "--as", "units", "--dry-run", .. Details]).Fails(65, "ZR3171", "单元码");
        }

        var run = Import(file, pack, "units", map is null ? [] : ["--map", map]);

        Assert.True(run.Code == 0, run.Error);
        Assert.Contains("没有错误，2 个警告，3 个提示", run.Out, StringComparison.Ordinal);
        Assert.Equal(3, Zoning.Run("check", "samples/proposals/02-fine-chemical-upstream.yaml", "--rules", pack.Folder).Code);
    }

    [Fact]
    public void Import_ABelt_IsWrittenInDegrees()
    {
        using var pack = new PackCopy();
        var belt = Path.Combine(Zoning.Folder(), "belt.geojson");
        File.WriteAllText(belt, """
            {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4548"}},"features":[
            {"type":"Feature","properties":{"name":"湖"},"geometry":{"type":"Polygon","coordinates":[[[500000,3240000],[501000,3240000],[501000,3241000],[500000,3240000]]]}}]}
            """);

        var run = Import(belt, pack, "lakes-and-reservoirs", "--coverage", "rules/jingdezhen/layers/data/counties.geojson");

        Assert.True(run.Code == 0, run.Error);
        var data = File.ReadAllText(Directory.GetFiles(Path.Combine(pack.Folder, "layers/data"), "lakes-and-reservoirs-*.geojson").Single(f => !f.Contains("coverage", StringComparison.Ordinal)));
        Assert.Contains("[[[117,29.2", data, StringComparison.Ordinal);
        Assert.Contains("    crs: EPSG:4490\n", pack.Read("layers/without-data.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Import_Refused_LeavesThePackAsItWas()
    {
        using var pack = new PackCopy();
        var before = pack.Content();
        var wrong = new UnitFile().Set("ZH36022230002", "ZHGKDYFL", 2).Save();

        var run = Import(wrong, pack, "units");

        Assert.Equal(65, run.Code);
        Assert.Contains("规则包没有改动", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, pack.Content());
    }

    [Fact]
    public void Import_BesideABrokenFileOfKnownHoles_LeavesThePackAsItWas()
    {
        using var pack = new PackCopy();
        var before = pack.Content();
        File.WriteAllText(Path.Combine(pack.Folder, "layers/data/no-unit-areas.geojson"), """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":null}]}""");
        var spoiled = pack.Content();

        var run = Import(UnitFile.Original, pack, "units");

        Assert.Equal(65, run.Code);
        Assert.Equal(spoiled, pack.Content());
        Assert.NotEqual(before, spoiled);
    }

    [Fact]
    public void Import_EntryInOneLine_IsRefusedAndNothingIsLeft()
    {
        using var pack = new PackCopy();
        var path = Path.Combine(pack.Folder, "layers/without-data.yaml");
        File.WriteAllText(path, "schema: zoning-rules/1\nlayers:\n" + string.Concat(((string[])["important-ecological-function", "soil-exceedance", "soil-accident-prone", "lakes-and-reservoirs"])
            .Select(l => $"  {l}: {{label: {{zh: 湖, en: lake}}, shape: areas, ask: {{zh: 湖？, en: Lake?}}, answered-by: authority}}\n")));
        var before = pack.Content();

        var run = Import("rules/jingdezhen/layers/data/natural-wetland.geojson", pack, "lakes-and-reservoirs", "--coverage", "rules/jingdezhen/layers/data/counties.geojson");

        Assert.Equal(65, run.Code);
        Assert.Contains("ZR3174", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, pack.Content());
    }

    [Fact]
    public void Import_LayerNamedInLawWithoutData_AnswersAfterwards()
    {
        using var pack = new PackCopy();
        string Status() => JsonDocument.Parse(Zoning.Run("locate", "--point", "117.2,29.3", "--crs", "EPSG:4490", "--rules", pack.Folder, "--format", "json").Out).RootElement
            .GetProperty("relations").EnumerateArray().Single(r => r.GetProperty("layer").GetString() == "lakes-and-reservoirs").GetProperty("status").GetString()!;
        Assert.Equal("no-layer", Status());

        var run = Import("rules/jingdezhen/layers/data/natural-wetland.geojson", pack, "lakes-and-reservoirs", "--coverage", "rules/jingdezhen/layers/data/counties.geojson");

        Assert.True(run.Code == 0, run.Error);
        Assert.Equal("measured", Status());
        Assert.Contains("    ask: {zh: 场址（养殖水域）是否涉及湖泊、水库？", pack.Read("layers/without-data.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Import_PartsWithoutTheirProperty_AreRefusedUnlessMapped()
    {
        using var pack = new PackCopy();
        var parks = Path.Combine(Zoning.Folder(), "parks.geojson");
        File.WriteAllText(parks, File.ReadAllText("rules/jingdezhen/layers/data/industrial-parks.geojson").Replace("\"kinds\"", "\"TYPES\"", StringComparison.Ordinal));

        var refused = Import(parks, pack, "industrial-parks", "--keep-coverage", "--name-field", "name");
        var taken = Import(parks, pack, "industrial-parks", "--keep-coverage", "--name-field", "name", "--map", "TYPES=kinds");

        Assert.Equal(65, refused.Code);
        Assert.Contains("ZR3189", refused.Out, StringComparison.Ordinal);
        Assert.True(taken.Code == 0, taken.Error);
        Assert.Contains("coverage: data/counties.geojson", pack.Read("layers/parks.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Import_Again_RemovesOnlyTheFilesOfTheFormerImport()
    {
        using var pack = new PackCopy();
        Import(UnitFile.Original, pack, "units");
        var first = pack.Content().Keys.Where(f => f.Contains("units-", StringComparison.Ordinal)).ToArray();

        var run = Import(new UnitFile().Keep("HJGKDYBM", "HJGKDYMC", "ZHGKDYFL").Save(), pack, "units");

        Assert.True(run.Code == 0, run.Error);
        var second = pack.Content().Keys.Where(f => f.Contains("units-", StringComparison.Ordinal)).ToArray();
        Assert.Equal(2, first.Length);
        Assert.Equal(2, second.Length);
        Assert.NotEqual(first, second);
        Assert.True(File.Exists(Path.Combine(pack.Folder, "layers/data/units.geojson")));
    }

    [Fact]
    public void Layer_ChangedAfterItsImport_FailsVisiblyInEveryReport()
    {
        using var pack = new PackCopy();
        Import(UnitFile.Original, pack, "units");
        var data = Directory.GetFiles(Path.Combine(pack.Folder, "layers/data"), "units-*.geojson").Single(f => !f.Contains("coverage", StringComparison.Ordinal));
        File.AppendAllText(data, " ");

        foreach (var (format, words) in ((string, string)[])[("text", "读取失败的图层"), ("markdown", "读取失败的图层"), ("html", "读取失败的图层"), ("json", "\"failed\"")])
        {
            var run = Zoning.Run("check", Sample, "--rules", pack.Folder, "--format", format);
            Assert.Contains(words, run.Out, StringComparison.Ordinal);
            Assert.Contains("导入之后被改动", run.Error, StringComparison.Ordinal);
        }

        Assert.Contains("图层读取失败", Zoning.Run("layers", "list", "--rules", pack.Folder).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Layer_ThatDoesNotCoverTheSite_IsVisibleInEveryReport()
    {
        using var pack = new PackCopy();
        var far = Zoning.FileOf("far.geojson", """{"type":"Polygon","coordinates":[[[117.0,28.7],[117.01,28.7],[117.01,28.71],[117.0,28.7]]]}""");
        Import("rules/jingdezhen/layers/data/natural-wetland.geojson", pack, "natural-wetland", "--coverage", far);

        foreach (var format in (string[])["text", "markdown", "html"])
        {
            Assert.Contains("未完全覆盖场址的图层：自然湿地", Zoning.Run("check", Sample, "--rules", pack.Folder, "--format", format).Out, StringComparison.Ordinal);
        }

        Assert.Contains("not-covered", Zoning.Run("check", Sample, "--rules", pack.Folder, "--format", "json").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Stage_Abandoned_LeavesNothing()
    {
        using var pack = new PackCopy();
        var before = pack.Content();
        var files = new OutputFiles();
        using var stage = files.Stage(pack.Folder);
        Assert.NotEqual(before, pack.Content());

        files.Abandon();

        Assert.Equal(before, pack.Content());
        Assert.NotNull(stage.PutInPlace(["layers/units.yaml"], []));
        Assert.Equal(before, pack.Content());
    }

    [Fact]
    public void List_Json_NamesEveryLayerWithItsStatus()
    {
        using var document = JsonDocument.Parse(Zoning.Run("layers", "list", "--format", "json", "--lang", "en").Out);
        var layers = document.RootElement.GetProperty("layers").EnumerateArray().ToDictionary(l => l.GetProperty("id").GetString()!);

        Assert.Equal("measured", layers["units"].GetProperty("status").GetString());
        Assert.Equal(35, layers["units"].GetProperty("features").GetInt32());
        Assert.InRange(layers["units"].GetProperty("coverageM2").GetDouble(), 5.2e9, 5.3e9);
        Assert.Equal("industrial-parks", layers["chemical-parks"].GetProperty("partOf").GetString());
        Assert.Equal("no-layer", layers["soil-exceedance"].GetProperty("status").GetString());
        Assert.Equal("authority", layers["soil-exceedance"].GetProperty("answeredBy").GetString());
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void List_MatchesGoldenFile(string lang) =>
        GoldenFile.Matches($"tests/ZoningRules.Cli.Tests/golden/layers-list.{lang}.txt", Zoning.Run("layers", "list", "--lang", lang).Out);

    [Fact]
    public void Check_AllLayersOfThePack_AreUsable()
    {
        var run = Zoning.Run("layers", "check");

        Assert.True(run.Code == 0, run.Out);
        Assert.Contains("(units)", run.Out, StringComparison.Ordinal);
        Assert.Contains("(river-main)", run.Out, StringComparison.Ordinal);
        Zoning.Run("layers", "check", "soil-exceedance").Fails(65, "ZR3170");
        Zoning.Run("layers", "check", "unitts").Fails(65, "ZR1203");
    }

    [Fact]
    public void Help_SaysWhatImportNeeds() => Assert.Contains("--accept-overlaps", Zoning.Run("layers", "import", "--help").Out, StringComparison.Ordinal);

    private static Transcript Import(string file, PackCopy pack, string layer, params string[] more) =>
        Zoning.Run(["layers", "import", file, "--as", layer, "--rules", pack.Folder, .. Details, .. more]);
}
