using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Tests.RulePacks;

public sealed class RulePackReaderTests
{
    private static readonly RulePack Pack = SmallPack.Load();

    [Fact]
    public void Read_GoodPack_HasEverything()
    {
        Assert.Equal("small", Pack.Id);
        Assert.Equal("360200", Pack.Jurisdiction);
        Assert.Equal(["code", "law"], Pack.Instruments.Select(i => i.Id));
        Assert.Equal(["R-01", "R-02", "R-03", "R-04"], Pack.Requirements.Select(r => r.Id));
        Assert.Equal(["built-up", "old-core", "old-town", "river", "units"], Pack.Layers.Select(l => l.Id));
        Assert.Equal(["built-up", "old-core", "old-town", "river"], Pack.Vocabulary.Layers.Select(l => l.Id));
        Assert.Equal(["ZH36022210001", "ZH36022220001"], Pack.Units.Select(u => u.Code));
        Assert.False(Pack.Units[1].HostTownStated);
        Assert.Equal("不包含丙村", Assert.Single(Pack.Towns).Hole);
        Assert.Equal("加强监督", Assert.Single(Pack.Basis).Quote);
        Assert.Empty(Pack.UnitLists!.Loaded);
        Assert.Equal(new Period(new(2020, 12, 31), null), Pack.Requirements[0].InForce);
    }

    [Fact]
    public void Read_Measures_ResolvesChainsAndApproximation()
    {
        Assert.True(Pack.Vocabulary.Measures.TryParse("24.5 MW", out var boiler));
        Assert.Equal(new Interval<decimal>(34.65m, 35.35m), boiler.ToBase());
        Assert.True(Pack.Vocabulary.Measures.TryParse("24500 kW", out var same));
        Assert.Equal(boiler.ToBase(), same.ToBase());
    }

    [Fact]
    public void Read_CodeSystem_NumbersRunsOfFinestCodes()
    {
        var system = Pack.Lists[0].System;
        Assert.Equal(4, system.FinestCount);
        Assert.Equal((0, 3), Run("C"));
        Assert.Equal((0, 2), Run("26"));
        Assert.Equal((0, 2), Run("261"));
        Assert.Equal((1, 1), Run("2619"));
        Assert.Equal((2, 1), Run("27"));
        Assert.Equal((3, 1), Run("D"));

        (int First, int Count) Run(string code) => system.TryFind(code, out var entry) ? (entry.First, entry.Count) : default;
    }

    [Fact]
    public void Read_MadeAttributes_AreForLayersOpenListsAndReadings()
    {
        var made = Pack.Vocabulary.Attributes.Where(a => a.Layer is not null || a.Id.StartsWith("list.", StringComparison.Ordinal) || a.Id.StartsWith("reading.", StringComparison.Ordinal));
        Assert.Equal(
            [
                "site.in.built-up", "site.distance.built-up", "site.in.old-core", "site.distance.old-core", "site.in.old-town", "site.distance.old-town",
                "site.in.river", "site.distance.river", "list.heavy", "reading.R-02.a",
            ],
            made.Select(a => a.Id));
        Assert.True(Pack.Vocabulary.TryFind("site.in.river", out var river));
        Assert.Equal(("距河？", Answerer.Surveyor, "river"), (river.Ask.Zh, river.AnsweredBy, river.Layer));
        Assert.True(Pack.Vocabulary.TryFind("list.heavy", out var list));
        Assert.Equal((Answerer.Officer, UnknownReasons.OpenList), (list.AnsweredBy, list.UnknownAs));
        Assert.True(Pack.Vocabulary.TryFind("reading.R-02.a", out var reading));
        Assert.Equal(["near", "any"], Assert.IsType<AttributeType.Choice>(reading.Type).Options.Select(o => o.Id));
        Assert.Same(reading, Pack.Requirements[1].Norms[0].ReadingDecision);
    }

    [Fact]
    public void Read_PartOfAPart_IsAPartOfTheFirstLayerWithBothFilters()
    {
        var core = Pack.Layers.Single(l => l.Id == "old-core");
        Assert.Equal("built-up", core.PartOf);
        Assert.Equal(LayerShape.Areas, core.Shape);
        Assert.Null(core.Data);
        Assert.Equal(["kind", "core"], core.Filters.Select(f => f.Property));
    }

    [Fact]
    public void Read_UnitLayer_HasFullPathsAndCategories()
    {
        var units = Pack.Layers.Single(l => l.Shape == LayerShape.ControlUnits);
        Assert.True(Path.IsPathFullyQualified(units.Data!.File));
        Assert.Equal(new Metres(5), units.Data.Accuracy);
        Assert.Equal(ControlCategory.Key, units.UnitFields!.Categories["2"]);
    }

    [Theory]
    [InlineData("project.action is new", "OneOf { Of = project.action, Mask = 1 }")]
    [InlineData("project.action in [new, expand]", "OneOf { Of = project.action, Mask = 3 }")]
    [InlineData("project.polluting is yes", "OneOf { Of = project.polluting, Mask = 2 }")]
    [InlineData("project.industry is 26", "CodeIn { Of = project.industry, Codes = 26 }")]
    [InlineData("project.industry in [\"26\", 27]", "CodeIn { Of = project.industry, Codes = 26 27 }")]
    [InlineData("project.industry in list(heavy)", "OnList { Of = project.industry, List = heavy, Decision = list.heavy }")]
    [InlineData("fuels includes coal", "Includes { Of = fuels, Mask = 1 }")]
    [InlineData("fuels includes any [coal, gas]", "Includes { Of = fuels, Mask = 3 }")]
    [InlineData("water.use <= 5 m3/a", "Compare { Of = water.use, AtMost 5 }")]
    [InlineData("livestock.head >= 500", "Compare { Of = livestock.head, AtLeast 500 }")]
    [InlineData("water.use > param(water-limit)", "CompareParameter { Of = water.use, MoreThan water-limit }")]
    [InlineData("water.use < water.use", "CompareOperands { water.use LessThan water.use }")]
    [InlineData("site in built-up", "SiteIn built-up")]
    [InlineData("site within built-up", "SiteWithin built-up")]
    [InlineData("site in river", "SiteIn river")]
    [InlineData("distance(site, river) < 0.5 km", "Compare { Of = distance river, LessThan 500.0 }")]
    [InlineData("overlap(site, built-up) > 2 ha", "Compare { Of = overlap built-up, MoreThan 20000 }")]
    [InlineData("share(site, built-up) >= 50 %", "Compare { Of = share built-up, AtLeast 0.5 }")]
    [InlineData("  project.action   is   new  ", "OneOf { Of = project.action, Mask = 1 }")]
    public void Read_Leaf_IsTyped(string leaf, string expected)
    {
        using var pack = new SmallPack();
        pack.Edit("requirements/city/all.yaml", "- project.action in [new]", $"- '{leaf}'");

        var loaded = pack.Read();

        Assert.True(loaded.Succeeded, WrongPackTests.Said(loaded.Problems));
        var all = Assert.IsType<Condition.All>(loaded.Value.Requirements[1].Norms[0].Readings[1].When);
        var read = Assert.IsType<Condition.Leaf>(all.Parts[0]);
        Assert.Equal(leaf.Trim(), read.Text);
        Assert.Equal(expected, Said(read.Test));
    }

    [Fact]
    public void Read_ItemField_IsOfTheItem()
    {
        var norm = Pack.Requirements[0].Norms[0];
        Assert.Equal(("boilers", "boiler"), (norm.ForEach!.Id, norm.ItemName));
        var test = Assert.IsType<LeafTest.OneOf>(Assert.IsType<Condition.Leaf>(norm.Applies).Test);
        Assert.Equal("fuel", Assert.IsType<Operand.OfItem>(test.Of).Definition.Id);
        Assert.Equal("县级及以上城市建成区不再审批35蒸吨/小时及以下燃煤锅炉。", norm.Span);
    }

    [Theory]
    [InlineData("limit: 910000000 m3/a", "910000000")]
    [InlineData("limit: param(water-limit)", "water-limit")]
    [InlineData("limit: base minus 4.3 %", "base minus 0.043")]
    public void Read_CapLimit_HasItsForm(string limit, string expected)
    {
        using var pack = new SmallPack();
        pack.Edit("requirements/city/all.yaml", "limit: param(water-limit)", limit);
        var cap = pack.Read().Require().Requirements[2].Norms[0].Cap!;
        Assert.Equal(
            expected,
            cap.Limit switch
            {
                CapLimit.Fixed f => FormattableString.Invariant($"{f.Amount}"),
                CapLimit.Dated d => d.Parameter.Name,
                CapLimit.BaseMinus b => FormattableString.Invariant($"base minus {b.Share}"),
                _ => "?",
            });
        Assert.Equal((true, 90), (cap.Inclusive, cap.MaxAgeDays));
    }

    [Fact]
    public void Sha256_SameBytesElsewhere_IsTheSame()
    {
        using var one = new SmallPack();
        using var other = new SmallPack();
        other.Write("cases/a.yaml", "anything").Write(".DS_Store", "anything").Write("layers/.hidden/x", "anything");
        Assert.Equal(one.Read().Require().Sha256, other.Read().Require().Sha256);
        Assert.Matches("^[0-9a-f]{64}$", Pack.Sha256);
    }

    [Theory]
    [InlineData("layers/data/units.geojson")]
    [InlineData("manifest.yaml")]
    [InlineData("README.md")]
    public void Sha256_OneByteMore_Differs(string path)
    {
        using var pack = new SmallPack();
        Assert.NotEqual(Pack.Sha256, pack.Append(path, "\n").Read().Require().Sha256);
    }

    [Fact]
    public void Sha256_IsTheDocumentedSum()
    {
        using var pack = new SmallPack();
        var text = string.Concat(Directory.EnumerateFiles(pack.Folder, "*", SearchOption.AllDirectories)
            .Select(f => (Path: Path.GetRelativePath(pack.Folder, f).Replace('\\', '/'), Hash: Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f)))))
            .OrderBy(f => f.Path, StringComparer.Ordinal)
            .Select(f => $"{f.Path}\0{f.Hash}\n"));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))), pack.Read().Require().Sha256);
    }

    [Fact]
    public void Read_SpanThatStandsTwice_CoversOnlyItsFirstOccurrence()
    {
        using var pack = new SmallPack();
        pack.Edit("requirements/city/all.yaml", "text: 监督, reason", "text: 加强, reason");
        Assert.Equal(ProblemCode.QuoteNotCovered, Assert.Single(pack.Read().Problems).Code);
    }

    [Fact]
    public void Read_ExceptionWithAuthority_IsGood()
    {
        using var pack = new SmallPack();
        pack.Edit(
            "requirements/city/all.yaml",
            "id: R-04.a",
            "id: R-04.a\n        exception-to: R-01.a\n        authorised-by: {instrument: code, place: 第四条, quote: 加强监督}");
        var norm = pack.Read().Require().Requirements[3].Norms[0];
        Assert.Equal(("R-01.a", "code"), (norm.ExceptionTo, norm.AuthorisedBy!.Instrument.Id));
    }

    private static string Said(LeafTest test) => FormattableString.Invariant(test switch
    {
        LeafTest.OneOf t => $"OneOf {{ Of = {Said(t.Of)}, Mask = {t.Mask} }}",
        LeafTest.CodeIn t => $"CodeIn {{ Of = {Said(t.Of)}, Codes = {string.Join(' ', t.Codes.Select(c => c.Code))} }}",
        LeafTest.OnList t => $"OnList {{ Of = {Said(t.Of)}, List = {t.List.Name}, Decision = {t.Decision?.Id} }}",
        LeafTest.Includes t => $"Includes {{ Of = {Said(t.Of)}, Mask = {t.Mask} }}",
        LeafTest.Compare t => $"Compare {{ Of = {Said(t.Of)}, {t.Comparison} {t.Limit} }}",
        LeafTest.CompareParameter t => $"CompareParameter {{ Of = {Said(t.Of)}, {t.Comparison} {t.Limit.Name} }}",
        LeafTest.CompareOperands t => $"CompareOperands {{ {Said(t.Left)} {t.Comparison} {Said(t.Right)} }}",
        LeafTest.SiteIn t => $"SiteIn {Named(t.Layer, t.Slot)}",
        LeafTest.SiteWithin t => $"SiteWithin {Named(t.Layer, t.Slot)}",
        _ => $"?",
    });

    private static string Said(Operand operand) => operand switch
    {
        Operand.OfProposal o => o.Definition.Id,
        Operand.OfItem o => o.Definition.Id,
        Operand.Distance o => "distance " + Named(o.Layer, o.Slot),
        Operand.Overlap o => "overlap " + Named(o.Layer, o.Slot),
        Operand.Share o => "share " + Named(o.Layer, o.Slot),
        _ => "?",
    };

    private static string Named(string layer, int slot) => Pack.Vocabulary.Layers[slot].Id == layer ? layer : "wrong slot";
}
