using System.Collections.Immutable;
using System.Globalization;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Mapping;

/// <summary>Draws a map sheet as one SVG page of A4. The same sheet gives the same bytes.</summary>
internal sealed class MapDrawing
{
    private const double LabelSize = 2.9;
    private const double DegreeSize = 2.1;

    private readonly MapSheet sheet;
    private readonly Language language;
    private readonly MapPage page;
    private readonly SvgWriter svg = new();
    private readonly MapInk ink;
    private readonly LabelPlacer labels;

    private MapDrawing(MapSheet sheet, Language language)
    {
        this.sheet = sheet;
        this.language = language;
        page = MapPage.For(sheet, language);
        ink = new(svg);
        labels = new(View.Frame.Grown(-1));
    }

    private MapView View => page.View;

    /// <summary>The page as SVG.</summary>
    public static string Draw(MapSheet sheet, Language language)
    {
        var drawing = new MapDrawing(sheet, language);
        drawing.DrawPage();
        return drawing.svg.ToString();
    }

    private void DrawPage()
    {
        var legend = MapLegend.Of(sheet.Figures, View);
        svg.Open(
            "svg",
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("width", SvgWriter.Number(page.Width) + "mm"),
            ("height", SvgWriter.Number(page.Height) + "mm"),
            ("viewBox", $"0 0 {SvgWriter.Number(page.Width)} {SvgWriter.Number(page.Height)}"),
            ("role", "img"),
            ("aria-labelledby", "title desc"),
            ("lang", language == Language.Zh ? "zh-CN" : "en"),
            ("font-family", Lettering.Fonts),
            ("data-scale", SvgWriter.Number(View.Denominator)));
        svg.Words("title", sheet.Title.In(language), ("id", "title"));
        svg.Words("desc", Description(legend), ("id", "desc"));
        svg.Open("defs");
        ink.Hatches(sheet.Figures.Concat(sheet.Overview).Select(f => f.Symbol));
        ink.Clip("map-clip", View.Frame);
        if (sheet.Overview.Count > 0)
        {
            // The overview is confined by its own extent; the page is its outermost limit.
            ink.Clip("overview-clip", page.Panel);
        }

        svg.Close();
        svg.Element("rect", ("width", "100%"), ("height", "100%"), ("fill", "#ffffff"));
        Head();
        Map();
        new MapPanel(sheet, page, language, ink).Draw(legend);
        svg.Close();
    }

    private string Description(ImmutableArray<MapLegend> legend) => string.Join(
        language == Language.Zh ? "；" : "; ",
        sheet.Subtitles.Concat(sheet.Warnings).Select(t => t.In(language))
            .Concat(legend.Select(l => l.Text.In(language)).Distinct())
            .Concat(sheet.Dimensions.Select(d => d.Text))
            .Append(MapScale.Of(View.Denominator)));

    private void Head()
    {
        var below = MapPage.Top;
        ink.Open("head");
        foreach (var (lines, size, bold, colour) in ((ImmutableArray<string>, double, bool, string)[])
            [(page.Title, MapPage.TitleSize, true, MapSymbols.Ink), (page.Subtitles, MapPage.SubtitleSize, false, MapSymbols.Ink), (page.Warnings, MapPage.WarningSize, true, MapSymbols.Alert)])
        {
            foreach (var line in lines)
            {
                below += size * Lettering.LineHeight;
                ink.Text(line, page.Width / 2, below - (size * 0.25), size, "middle", bold, colour: colour);
            }

            below += size == MapPage.TitleSize ? 1 : 0;
        }

        ink.Close();
    }

    private void Map()
    {
        svg.Open("g", ("id", "map"));
        ink.Figures(sheet.Figures, View, "map-clip");
        Degrees();
        Furniture();
        foreach (var figure in sheet.Figures.Where(f => f.IsSubject))
        {
            Protect(figure);
        }

        Dimensions();
        Labels();
        ink.Frame(View.Frame, 0.5);
        ink.Frame(View.Frame.Grown(0.9), 0.2);
        svg.Close();
    }

    // No label hides what the map is about.
    private void Protect(MapFigure figure)
    {
        var box = figure.Geometry.EnvelopeInternal.Intersection(View.Window);
        if (!box.IsNull)
        {
            var (a, b) = (View.ToPaper(box.MinX, box.MaxY), View.ToPaper(box.MaxX, box.MinY));
            labels.Reserve(new PaperBox(a.X, a.Y, b.X - a.X, b.Y - a.Y).Grown(0.6));
        }
    }

    private void Degrees()
    {
        var net = new Graticule(sheet.Plane, View);
        var frame = View.Frame;
        var (left, right) = (frame.Left + 6, frame.Right - 6);
        svg.Open("g", ("id", "graticule"));
        svg.Open("g", ("clip-path", "url(#map-clip)"));
        foreach (var (_, points) in net.Meridians().Concat(net.Parallels()))
        {
            ink.Path("M" + string.Join(' ', points.Select(p => $"{SvgWriter.Number(p.X)},{SvgWriter.Number(p.Y)}")), "#000000", 0.07);
        }

        svg.Close();
        foreach (var (text, points) in net.Meridians())
        {
            foreach (var (x, y) in ((double, double)[])[(points[0].X, frame.Bottom + 3.4), (points[^1].X, frame.Top - 1.7)])
            {
                if (x > left && x < right)
                {
                    ink.Text(text, x, y, DegreeSize, "middle", kind: "degrees");
                }
            }
        }

        foreach (var (text, points) in net.Parallels())
        {
            foreach (var (y, x) in ((double, double)[])[(points[0].Y, frame.Left - 1.7), (points[^1].Y, frame.Right + 3.4)])
            {
                if (y > frame.Top + 6 && y < frame.Bottom - 6)
                {
                    svg.Words(
                        "text",
                        text,
                        ("class", "degrees"),
                        ("transform", $"translate({SvgWriter.Number(x)} {SvgWriter.Number(y)}) rotate(-90)"),
                        ("font-size", SvgWriter.Number(DegreeSize)),
                        ("fill", MapSymbols.Ink),
                        ("text-anchor", "middle"));
                }
            }
        }

        svg.Close();
    }

    private void Furniture()
    {
        ScaleBar();
        var frame = View.Frame;
        var (x, y) = (frame.Right - 8, frame.Top + 4);
        var plate = new PaperBox(x - 5, y - 2, 10, 19);
        labels.Reserve(plate);
        svg.Open("g", ("id", "north-arrow"));
        ink.Plate(plate);
        ink.Path(FormattableString.Invariant($"M{x:0.##},{y + 4:0.##}l3,11l-3,-2.4Z"), null, 0, MapSymbols.Ink);
        ink.Path(FormattableString.Invariant($"M{x:0.##},{y + 4:0.##}l-3,11l3,-2.4Z"), MapSymbols.Ink, 0.2, "#ffffff");
        ink.Text(language == Language.Zh ? "北" : "N", x, y + 2.8, 3.4, "middle", bold: true);
        svg.Close();
    }

    private void ScaleBar()
    {
        var length = MapScale.BarLength(View.Denominator, Math.Min(60, View.Frame.Width / 3));
        var paper = length * View.PerMetre;
        var parts = length / Math.Pow(10, Math.Floor(Math.Log10(length) + 1e-9)) is > 1.5 and < 2.5 ? 4 : 5;
        var (x, y) = (View.Frame.Left + 7, View.Frame.Bottom - 6);
        var words = (language == Language.Zh ? "比例尺 " : "Scale ") + MapScale.Of(View.Denominator);
        var plate = new PaperBox(x - 4, y - 9, 4 + Math.Max(paper + 7, Lettering.Width(words, 2.8) + 2), 12.5);
        labels.Reserve(plate);
        svg.Open("g", ("id", "scale-bar"), ("data-metres", SvgWriter.Exact(length)));
        ink.Plate(plate);
        for (var i = 0; i < parts; i++)
        {
            svg.Element(
                "rect",
                ("x", SvgWriter.Exact(x + (paper * i / parts))),
                ("y", SvgWriter.Number(y)),
                ("width", SvgWriter.Exact(paper / parts)),
                ("height", "1.4"),
                ("fill", i % 2 == 0 ? MapSymbols.Ink : "#ffffff"),
                ("stroke", MapSymbols.Ink),
                ("stroke-width", "0.15"));
        }

        var (unit, per) = length >= 1000 ? ("km", 1000d) : ("m", 1d);
        ink.Text("0", x, y - 1, 2.4, "middle");
        ink.Text(Amount(length / 2 / per), x + (paper / 2), y - 1, 2.4, "middle");
        ink.Text($"{Amount(length / per)} {unit}", x + paper, y - 1, 2.4, "middle");
        ink.Text(words, x, y - 4.6, 2.8, bold: true);
        svg.Close();
    }

    private static string Amount(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private void Dimensions()
    {
        svg.Open("g", ("id", "dimensions"));
        foreach (var line in sheet.Dimensions)
        {
            var from = View.ToPaper(line.FromEast, line.FromNorth);
            Reserve(from, Within(from, View.ToPaper(line.ToEast, line.ToNorth)).Reach);
        }

        foreach (var line in sheet.Dimensions)
        {
            var from = View.ToPaper(line.FromEast, line.FromNorth);
            var to = View.ToPaper(line.ToEast, line.ToNorth);
            var (reach, leaves) = Within(from, to);
            Dimension(from, reach, leaves);
            var (width, height) = (Lettering.Width(line.Text, LabelSize), LabelSize * 1.15);
            double[] shares = [0.5, 0.4, 0.6, 0.7, 0.3, 0.85];
            var box = labels.PlaceAnyway(
                width,
                height,
                [.. shares.SelectMany(s => Beside(new(from.X + ((reach.X - from.X) * s), from.Y + ((reach.Y - from.Y) * s)), from, reach, width, height))]);
            ink.Text(line.Text, box.Left + (width / 2), box.Bottom - (LabelSize * 0.27), LabelSize, "middle", bold: true, halo: true, kind: "dimension");
        }

        svg.Close();
    }

    private void Reserve(PaperPoint from, PaperPoint to)
    {
        var pieces = Math.Max(1, (int)Math.Ceiling(Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)) / 1.5));
        for (var i = 0; i <= pieces; i++)
        {
            var share = i / (double)pieces;
            labels.Reserve(new PaperBox(from.X + ((to.X - from.X) * share), from.Y + ((to.Y - from.Y) * share), 0, 0).Grown(0.5));
        }
    }

    // Places for the text of a line at a point on it: on either side of it, then upon it.
    private static IEnumerable<PaperPoint> Beside(PaperPoint on, PaperPoint from, PaperPoint to, double width, double height)
    {
        var length = Math.Max(1e-9, Math.Sqrt(Math.Pow(to.X - from.X, 2) + Math.Pow(to.Y - from.Y, 2)));
        var (across, along) = (-(to.Y - from.Y) / length, (to.X - from.X) / length);
        var off = (Math.Abs(across) * width / 2) + (Math.Abs(along) * height / 2) + 1.4;
        yield return new(on.X + (across * off), on.Y + (along * off));
        yield return new(on.X - (across * off), on.Y - (along * off));
        yield return on;
    }

    // The part of a line in the frame, with room for its arrow head.
    private (PaperPoint Reach, bool Leaves) Within(PaperPoint from, PaperPoint to)
    {
        var frame = View.Frame.Grown(-2);
        var share = 1d;
        Limit(from.X, to.X, frame.Left, frame.Right);
        Limit(from.Y, to.Y, frame.Top, frame.Bottom);
        return (new(from.X + ((to.X - from.X) * share), from.Y + ((to.Y - from.Y) * share)), share < 1);

        void Limit(double start, double end, double low, double high)
        {
            if (end > high && start < high)
            {
                share = Math.Min(share, (high - start) / (end - start));
            }
            else if (end < low && start > low)
            {
                share = Math.Min(share, (start - low) / (start - end));
            }
        }
    }

    private void Dimension(PaperPoint from, PaperPoint to, bool leaves)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        if (length < 0.05)
        {
            return;
        }

        var (ux, uy) = (dx / length, dy / length);
        var line = $"M{P(from.X, from.Y)} {P(to.X, to.Y)}";
        ink.Path(line, "#ffffff", 0.9);
        ink.Path(line, MapSymbols.Ink, 0.3, dash: leaves ? "1.6 0.8" : "");
        if (length >= 4)
        {
            Head(to, ux, uy);
            if (!leaves)
            {
                Head(from, -ux, -uy);
            }
        }

        foreach (var end in leaves ? [from] : (PaperPoint[])[from, to])
        {
            ink.Path($"M{P(end.X - (uy * 1.2), end.Y + (ux * 1.2))} {P(end.X + (uy * 1.2), end.Y - (ux * 1.2))}", MapSymbols.Ink, 0.3);
        }

        void Head(PaperPoint tip, double x, double y) => ink.Path(
            $"M{P(tip.X, tip.Y)} {P(tip.X - (x * 1.8) - (y * 0.55), tip.Y - (y * 1.8) + (x * 0.55))} {P(tip.X - (x * 1.8) + (y * 0.55), tip.Y - (y * 1.8) - (x * 0.55))}Z",
            null,
            0,
            MapSymbols.Ink);

        static string P(double x, double y) => $"{SvgWriter.Number(x)},{SvgWriter.Number(y)}";
    }

    private void Labels()
    {
        svg.Open("g", ("id", "labels"));
        foreach (var figure in sheet.Figures.Where(f => f.Label.Count > 0).OrderByDescending(f => f.Rank))
        {
            if (PaperPath.Clip(figure.Geometry, View) is not { } shown || !shown.EnvelopeInternal.Intersects(View.Window))
            {
                continue;
            }

            var size = figure.LabelSize;
            var (width, height) = (figure.Label.Max(l => Lettering.Width(l, size)), figure.Label.Count * size * 1.15);
            var box = figure.IsSubject
                ? labels.PlaceAnyway(width, height, [.. AroundSubject(figure, width, height)])
                : labels.Place(width, height, LabelPlaces.For(shown, View, width, height, figure.KeepsLabelInside));
            if (box is { } place)
            {
                for (var i = 0; i < figure.Label.Count; i++)
                {
                    var below = place.Top + ((i + 1) * size * 1.15) - (size * 0.27);
                    ink.Text(figure.Label[i], place.Left + (width / 2), below, size, "middle", figure.IsSubject, true, ColourOf(figure), "label");
                }
            }
        }

        svg.Close();
    }

    private static string ColourOf(MapFigure figure) =>
        figure.IsSubject ? MapSymbols.Alert
        : figure.Geometry.Dimension == NetTopologySuite.Geometries.Dimension.Surface ? MapSymbols.Ink
        : figure.Symbol.Fill ?? figure.Symbol.Stroke ?? MapSymbols.Ink;

    private IEnumerable<PaperPoint> AroundSubject(MapFigure figure, double width, double height)
    {
        var box = figure.Geometry.EnvelopeInternal;
        var middle = View.ToPaper(box.Centre.X, box.Centre.Y);
        var (halfWidth, halfHeight) = (Math.Min(box.Width * View.PerMetre, View.Frame.Width) / 2, Math.Min(box.Height * View.PerMetre, View.Frame.Height) / 2);
        return LabelPlaces.Around(middle, width + (2 * halfWidth), height + (2 * halfHeight), 2.8);
    }
}
