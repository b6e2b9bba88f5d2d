using ZoningRules.Geo.Mapping;
using ZoningRules.Geo.Siting;
using ZoningRules.Geo.Tests.Mapping;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.Reports;
using ZoningRules.Tests.Reports;
using ZoningRules.Verdicts;

namespace ZoningRules.Geo.Tests.Siting;

public sealed class SitingDrawingTests
{
    private static readonly Lazy<SitingMap> Around = new(() => City.Search.Run(new(City.Sample("03-pig-farm-restricted-zone.yaml"), City.Context)
    {
        Within = TestLayers.Site(SiteFormat.Wkt, "POLYGON((117.15 28.91, 117.2 28.91, 117.2 28.94, 117.15 28.94, 117.15 28.91))"),
    }).Require());

    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    public void Draw_Legend_HasEveryVerdictThatOccursWithItsArea(Language language)
    {
        var page = new Page(SitingDrawing.Draw(Around.Value, language));
        var entries = page.Group("legend").Elements(Page.Svg + "text").Select(t => t.Value).ToArray();
        var occurring = Around.Value.AreaByVerdict.Where(a => a.Value.Value > 0).ToArray();

        Assert.Equal([Verdict.Prohibited, Verdict.Undetermined, Verdict.Conditional], occurring.Select(a => a.Key));
        Assert.All(occurring, a => Assert.Contains($"{Labels.Of(a.Key, language)}  {Figures.Of(a.Value, language)}", entries));
        Assert.DoesNotContain(entries, e => e.StartsWith(Labels.Of(Verdict.Admissible, language) + "  ", StringComparison.Ordinal));
        var fills = page.Group("map").Descendants(Page.Svg + "path").Select(p => p.Attribute("fill")!.Value).ToHashSet();
        Assert.All(occurring, a => Assert.Contains(MapSymbols.Of(a.Key).Fill!, fills));
        Assert.DoesNotContain(MapSymbols.Of(Verdict.Admissible).Fill!, fills);
    }

    [Fact]
    public void Draw_Texts_AreInsideThePage_AndTheWarningIsAmongThem()
    {
        var page = new Page(SitingDrawing.Draw(Around.Value, Language.Zh));

        Assert.Contains(page.Texts, t => t.Value == "示意，非法定界线");
        Assert.All(page.Texts, t =>
        {
            var (left, top, right, bottom) = Page.BoxOf(t);
            Assert.True(left >= 0 && top >= 0 && right <= page.Width && bottom <= page.Height, t.Value);
        });
    }

    [Fact]
    public void Draw_Surroundings_AreTheGoldenPage() =>
        GoldenFile.Matches("tests/ZoningRules.Geo.Tests/Siting/golden/around.zh.svg", SitingDrawing.Draw(Around.Value, Language.Zh));

    [Fact]
    public void Render_Surroundings_AreTheGoldenReport() => GoldenFile.Matches(
        "tests/ZoningRules.Geo.Tests/Siting/golden/around.en.txt",
        SitingReport.Render(Around.Value, new SitingAdvisor(Around.Value).Advise([]).Require(), Language.En));
}
