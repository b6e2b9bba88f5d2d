using ZoningRules.Geo.Mapping;
using ZoningRules.Geo.Tests.Siting;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.TestPrograms;
using ZoningRules.Tests.Reports;
using ZoningRules.Verdicts;

namespace ZoningRules.Geo.Tests.Mapping;

public sealed class SiteMapTests
{
    public static TheoryData<string, Language> Samples() => new()
    {
        { "01-fine-chemical-in-park.yaml", Language.Zh },
        { "02-fine-chemical-upstream.yaml", Language.Zh },
        { "02-fine-chemical-upstream.yaml", Language.En },
        { "04-coal-boiler-20t.yaml", Language.Zh },
        { "09-across-two-units.yaml", Language.En },
        { "10-hole-of-jiaotan.yaml", Language.Zh },
        { "14-belt-coordinates.yaml", Language.Zh },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Draw_Texts_AreInsideThePage(string sample, Language language)
    {
        var page = new Page(Draw(sample, language));

        Assert.True(page.Texts.Count() > 15);
        Assert.All(page.Texts, t =>
        {
            var (left, top, right, bottom) = Page.BoxOf(t);
            Assert.True(left >= 0 && top >= 0 && right <= page.Width && bottom <= page.Height, $"`{t.Value}` at {left}, {top}, {right}, {bottom}");
        });
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Draw_ScaleBar_IsAsLongAsItSays(string sample, Language language)
    {
        var page = new Page(Draw(sample, language));
        var bar = page.Group("scale-bar");
        var pieces = bar.Elements(Page.Svg + "rect").Where(r => r.Attribute("height")?.Value == "1.4").Sum(r => Page.Of(r, "width"));
        var metres = Page.Of(bar, "data-metres");

        Assert.Equal(metres, pieces * page.Scale / 1000, metres * 1e-4);
        Assert.Contains(bar.Elements(Page.Svg + "text"), t => t.Value == (metres >= 1000 ? $"{metres / 1000} km" : $"{metres} m"));
        Assert.Contains(bar.Elements(Page.Svg + "text"), t => t.Value.EndsWith(MapScale.Of(page.Scale), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Draw_Legend_NamesWhatIsDrawnAndNothingElse(string sample, Language language)
    {
        var page = new Page(Draw(sample, language));
        HashSet<string> Fills(string group) =>
        [
            .. page.Group(group).Descendants(Page.Svg + "path")
                .Select(p => p.Attribute("fill")!.Value)
                .Where(f => f != "none" && f != MapSymbols.Ink && f != "#ffffff"),
        ];

        Assert.Equal(Fills("legend").Order(), Fills("map").Order());
        var entries = page.Group("legend").Elements(Page.Svg + "text").Select(t => t.Value).ToArray();
        Assert.Equal(entries.Distinct(), entries);
    }

    [Fact]
    public void Draw_Categories_HaveTheCustomaryColoursAndTellApartInGrey()
    {
        var (priority, key, general) = (MapSymbols.Of(Locations.ControlCategory.Priority), MapSymbols.Of(Locations.ControlCategory.Key), MapSymbols.Of(Locations.ControlCategory.General));
        static (int Red, int Green, int Blue) Parts(MapSymbol s) => (Hex(s.Fill!, 1), Hex(s.Fill!, 3), Hex(s.Fill!, 5));
        static int Hex(string colour, int at) => Convert.ToInt32(colour.Substring(at, 2), 16);

        Assert.True(Parts(priority).Green > Parts(priority).Red && Parts(priority).Green > Parts(priority).Blue);
        Assert.True(Parts(key).Red > Parts(key).Green + 50);
        Assert.True(Parts(general) is { Red: > 240, Green: > 230, Blue: < 200 });
        Assert.Equal(3, new[] { priority.Hatch, key.Hatch, general.Hatch }.Select(h => h?.Angle ?? -1).Distinct().Count());
    }

    [Theory]
    [InlineData("02-fine-chemical-upstream.yaml", Language.Zh)]
    [InlineData("09-across-two-units.yaml", Language.En)]
    public void Draw_Sample_IsTheGoldenPage(string sample, Language language)
    {
        var svg = Draw(sample, language);

        // The fingerprint of the pack is on the page, and no change of a text in the pack shall change the golden pages.
        var pack = City.Search.Assessor.Pack.Sha256[..12];
        Assert.Equal(2, svg.Split(pack).Length);
        GoldenFile.Matches($"tests/ZoningRules.Geo.Tests/Mapping/golden/{sample[..2]}.{(language == Language.Zh ? "zh" : "en")}.svg", svg.Replace(pack, "(pack)", StringComparison.Ordinal));
        Assert.Equal(svg, Draw(sample, language));
    }

    [Fact]
    public void Draw_DistanceThatDecides_IsDrawnWithItsFigure()
    {
        var page = new Page(Draw("02-fine-chemical-upstream.yaml", Language.Zh));

        Assert.Contains(page.Group("dimensions").Elements(Page.Svg + "text"), t => t.Value == "距乐安河 842 m ± 21 m");
        Assert.Contains("示意，非法定界线", page.Group("head").Value, StringComparison.Ordinal);
        Assert.Contains("不予准入", page.Root.Element(Page.Svg + "desc")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_OfficialLayers_BearNoWarning()
    {
        using var world = new SmallWorld();
        var official = SiteLocator.Load(
        [
            TestLayers.Define("units", Locations.LayerShape.ControlUnits, world.Data("units.geojson", 5) with { Illustrative = false })
                with { UnitFields = TestLayers.UnitFields with { Code = "code", Name = "name", Category = "kind" } },
        ]);
        var site = SmallWorld.Box(100, 100, 200, 200);
        var location = official.Locate(site).Require();

        Assert.DoesNotContain("示意，非法定界线", SiteMap.Draw(official, City.Search.Assessor.Pack, site, location, Language.Zh).Require(), StringComparison.Ordinal);
        Assert.Contains("示意，非法定界线", SiteMap.Draw(world.Locator, City.Search.Assessor.Pack, site, world.Locate(site), Language.Zh).Require(), StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_NoGeometry_IsTheCallersFault()
    {
        var assessment = City.Search.Assessor.Assess(City.Sample("11-town-name-only.yaml"), City.Context).Require();

        Assert.Throws<ArgumentException>(() => SiteMap.Draw(City.Search.Locator, assessment, Language.Zh));
    }

    // The site is red, the unit around it yellow, the paper white: in the picture that an officer files.
    [ProgramFact("rsvg-convert")]
    public void Draw_Rasterised_HasTheColoursWhereTheyBelong()
    {
        var folder = Directory.CreateTempSubdirectory("zoning-map-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "map.svg"), Draw("02-fine-chemical-upstream.yaml", Language.Zh));
            OutsideProgram.Run("rsvg-convert", "--dpi-x", "127", "--dpi-y", "127", "-o", Path.Combine(folder, "map.png"), Path.Combine(folder, "map.svg"));
            var picture = Png.Read(File.ReadAllBytes(Path.Combine(folder, "map.png")));
            Assert.Equal((1485, 1050), (picture.Width, picture.Height));

            // Five pixels a millimetre. The site's middle, as the page itself states it.
            var page = new Page(Draw("02-fine-chemical-upstream.yaml", Language.Zh));
            var site = page.Group("map").Descendants(Page.Svg + "path").First(p => p.Attribute("fill")?.Value == MapSymbols.Site.Fill).Attribute("d")!.Value;
            var corners = site.Trim('M', 'Z').Split(' ').Select(c => c.Split(',').Select(n => double.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ToArray()).ToArray();
            var (x, y) = (corners.Average(c => c[0]), corners.Average(c => c[1]));
            var (red, green, blue) = picture.At((int)(x * 5), (int)(y * 5));
            Assert.True(red > 180 && green < red - 20 && blue < 160, $"{red}, {green}, {blue}");
            Assert.Equal((255, 243, 173), picture.At((int)((x + 4) * 5), (int)((y - 8) * 5)));
            Assert.Equal((255, 255, 255), picture.At(5, 5));
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static string Draw(string sample, Language language)
    {
        var assessment = City.Search.Assessor.Assess(City.Sample(sample), City.Context).Require();
        return SiteMap.Draw(City.Search.Locator, assessment, language).Require();
    }
}
