namespace ZoningRules.Cli.Tests;

public sealed class RulesTests
{
    [Fact]
    public void Validate_ShippedPack_FindsNothing()
    {
        var run = Zoning.Run("rules", "validate");
        Assert.True(run.Code == 0, run.Error);
        Assert.Contains("没有发现问题", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_BrokenPack_TellsWhere()
    {
        var folder = Path.Combine(Zoning.Folder(), "pack");
        Copy("rules/jingdezhen", folder);
        File.AppendAllText(Path.Combine(folder, "requirements", "city", "12-boilers.yaml"), "frob: 1\n");
        Zoning.Run("rules", "validate", folder).Fails(65, "ZR1104", "12-boilers.yaml", "frob");
        Zoning.Run("check", "samples/proposals/12-almost-nothing.yaml", "--rules", folder).Fails(65, "ZR1104");
    }

    [Fact]
    public void Validate_LayerGone_Is65ButACheckGoesOnUndetermined()
    {
        var folder = Path.Combine(Zoning.Folder(), "pack");
        Copy("rules/jingdezhen", folder);
        File.WriteAllText(Path.Combine(folder, "layers", "data", "rivers.geojson"), "{}");
        Zoning.Run("rules", "validate", folder).Fails(65, "river-main");
        var run = Zoning.Run("check", "samples/proposals/01-fine-chemical-in-park.yaml", "--rules", folder);
        Assert.Equal(2, run.Code);
        Assert.Contains("river-main", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("JDZ-2020-12", "县级及以上城市建成区不再审批35蒸吨/小时及以下燃煤锅炉")]
    [InlineData("JDZ-2020-12.a", "boiler.capacity <= 35 t-steam/h")]
    [InlineData("JDZ-2020-09.c", "river-1km")]
    [InlineData("heavy-polluting", "等")]
    [InlineData("river-main", "JDZ-2020-09.b")]
    [InlineData("project.action", "new")]
    [InlineData("jdz-2020-8", "景府发〔2020〕8号")]
    [InlineData("ZH36028120002", "乐平市重点管控单元2")]
    [InlineData("蛟潭镇", "原七一三厂")]
    public void Show_KnownId_ShowsIt(string id, string words)
    {
        var run = Zoning.Run("rules", "show", id);
        Assert.Equal(0, run.Code);
        Assert.Contains(words, run.Out, StringComparison.Ordinal);
        Assert.Equal(0, Zoning.Run("rules", "show", id, "--lang", "en").Code);
    }

    [Theory]
    [InlineData("JDZ-2020-12.b", "`JDZ-2020-1")]
    [InlineData("JZD-2020-12", "JDZ-2020-12")]
    [InlineData("river-mian", "river-main")]
    public void Show_UnknownId_SuggestsTheNearest(string id, string nearest) => Zoning.Run("rules", "show", id).Fails(65, id, nearest);

    [Fact]
    public void Show_EveryRequirement_Fits100Columns()
    {
        foreach (var id in new[] { "JDZ-2020-09", "JDZ-2020-11", "JDZ-2020-24", "heavy-polluting" })
        {
            Assert.All(
                Zoning.Run("rules", "show", id).Out.Split('\n'),
                line => Assert.InRange(line.EnumerateRunes().Sum(r => r.Value is >= 0x2e80 and <= 0xffdc ? 2 : 1), 0, 100));
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(f => !f.Contains("/cases/", StringComparison.Ordinal)))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
