using NetTopologySuite.Geometries;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Mapping;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Tests.Mapping;

public sealed class MapDrawingTests
{
    private static readonly GeometryFactory Factory = new();
    private static readonly WorkingPlane Plane = new(CoordinateSystems.BeltAt(117));

    [Theory]
    [InlineData(9_500, 4_000, true)]
    [InlineData(4_000, 9_500, false)]
    [InlineData(6_000, 6_000, false)]
    public void Draw_Extent_ChoosesTheLayoutWithTheLargerScale(double width, double height, bool across)
    {
        var page = new Page(MapDrawing.Draw(Sheet(Box(0, 0, width, height)), Language.Zh));

        Assert.Equal(across, page.Width > page.Height);
        Assert.Equal([210d, 297d], new[] { page.Width, page.Height }.Order());
    }

    [Theory]
    [InlineData("<b>&\"'\u0000\u0008\uffff")]
    [InlineData("half a pair \ud83d of a sign")]
    [InlineData("很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长的名称")]
    public void Draw_AnyName_StaysWellFormedAndInsideThePage(string name)
    {
        var sheet = Sheet(Box(0, 0, 5000, 5000)) with { Title = LocalText.Same(name), Subtitles = [LocalText.Same(name)], Notes = [LocalText.Same(name)], Sources = [LocalText.Same(name)] };
        var page = new Page(MapDrawing.Draw(sheet with { Figures = [sheet.Figures[0] with { Label = [name], Legend = LocalText.Same(name), IsSubject = true }] }, Language.Zh));

        Assert.All(page.Texts.Where(t => t.Attribute("class")?.Value != "label"), t =>
        {
            var (left, _, right, _) = Page.BoxOf(t);
            Assert.True(left >= 0 && right <= page.Width, t.Value);
        });
    }

    [Fact]
    public void Draw_Labels_DoNotOverlap()
    {
        var units = Enumerable.Range(0, 12).SelectMany(i => Enumerable.Range(0, 12).Select(j => Box(i * 400, j * 400, (i + 1) * 400, (j + 1) * 400) with { Label = [$"某县重点管控单元{i}{j}", "ZH36028120001"] }));
        var page = new Page(MapDrawing.Draw(Sheet([.. units]), Language.Zh));
        var boxes = page.Group("labels").Elements(Page.Svg + "text").Select(Page.BoxOf).ToArray();

        Assert.True(boxes.Length >= 8);
        for (var i = 0; i < boxes.Length; i++)
        {
            for (var j = i + 1; j < boxes.Length; j++)
            {
                var (a, b) = (boxes[i], boxes[j]);
                var (across, down) = (Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left), Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top));
                Assert.True(across <= 0 || down <= 0.4, $"{i} and {j}");
            }
        }
    }

    [Fact]
    public void Draw_MoreDetailThanPaperHolds_IsLeftOut_AndWhatIsBeyondTheFrameIsCut()
    {
        var wavy = Factory.CreatePolygon([.. Enumerable.Range(0, 50_000).Select(i => i / 25_000d * Math.PI).Select(a => Place(2500 + (Math.Cos(a) * (2400 + (0.2 * Math.Sin(a * 900)))), 2500 + (Math.Sin(a) * (2400 + (0.2 * Math.Sin(a * 900)))))), Place(4900, 2500)]);
        var vast = Box(-500_000, -500_000, 500_000, 500_000);
        var svg = MapDrawing.Draw(Sheet(vast, new(wavy, MapSymbols.Site)) with { Extent = wavy.EnvelopeInternal }, Language.Zh);
        var page = new Page(svg);

        Assert.InRange(svg.Length, 3_000, 40_000);
        Assert.All(page.Group("map").Descendants(Page.Svg + "path").SelectMany(p => p.Attribute("d")!.Value.Split('M', 'Z', ' ', 'l')).Where(p => p.Contains(',', StringComparison.Ordinal)), p =>
            Assert.All(p.Split(','), n => Assert.InRange(double.Parse(n, System.Globalization.CultureInfo.InvariantCulture), -30, 330)));
    }

    [Fact]
    public void Draw_SmallSubject_IsRinged()
    {
        var small = new MapFigure(Factory.CreatePoint(Place(2500, 2500)), MapSymbols.Site) { IsSubject = true, Label = ["场址"], Legend = new("场址", "Site") };
        var page = new Page(MapDrawing.Draw(Sheet(Box(0, 0, 5000, 5000), small), Language.Zh));

        Assert.Contains(page.Group("map").Descendants(Page.Svg + "circle"), c => c.Attribute("fill")!.Value == "none");
        Assert.Contains(page.Group("labels").Elements(Page.Svg + "text"), t => t.Value == "场址");
    }

    [Theory]
    [InlineData(1, 100)]
    [InlineData(101, 125)]
    [InlineData(15_000, 15_000)]
    [InlineData(15_001, 17_500)]
    [InlineData(999_999, 1_000_000)]
    public void AtLeast_Denominator_IsTheNextRoundOne(double denominator, double expected) => Assert.Equal(expected, MapScale.AtLeast(denominator));

    [Theory]
    [InlineData(15_000, 60, 500)]
    [InlineData(25_000, 60, 1000)]
    [InlineData(700_000, 60, 20_000)]
    public void BarLength_IsRoundAndFits(double denominator, double paper, double metres) => Assert.Equal(metres, MapScale.BarLength(denominator, paper));

    [Fact]
    public void Wrap_Lines_AreNoWiderThanAskedAndLoseNothing()
    {
        const string text = "图幅以外：距昌江源头保护区（示例） 19.10 km – 65.37 km；距乐平工业园（示例） 11.81 km ± 0.01 km";
        var lines = Lettering.Wrap(text, 3, 60);

        Assert.All(lines, l => Assert.True(Lettering.Width(l, 3) <= 60, l));
        Assert.All(lines.Skip(1), l => Assert.DoesNotContain(l[0], "，。；：、！？）》"));
        Assert.All(lines, l => Assert.DoesNotContain(l[^1], "（《"));
        Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(lines).Replace(" ", "", StringComparison.Ordinal));
        Assert.EndsWith("…", Lettering.Wrap(text, 3, 60, 1)[0], StringComparison.Ordinal);
    }

    private static Coordinate Place(double east, double north) => new(500_000 + east, 3_240_000 + north);

    private static MapFigure Box(double west, double south, double east, double north) =>
        new(Factory.CreatePolygon([Place(west, south), Place(east, south), Place(east, north), Place(west, north), Place(west, south)]), MapSymbols.Of(Locations.ControlCategory.Key))
        {
            Legend = new("重点管控单元", "key control"),
        };

    private static MapSheet Sheet(params MapFigure[] figures) => new()
    {
        Plane = Plane,
        Extent = figures.Aggregate(new Envelope(), (all, f) => { all.ExpandToInclude(f.Geometry.EnvelopeInternal); return all; }),
        Title = new("图", "Map"),
        Figures = figures,
    };
}
