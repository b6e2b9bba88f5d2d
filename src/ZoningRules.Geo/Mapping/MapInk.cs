using NetTopologySuite.Geometries;

namespace ZoningRules.Geo.Mapping;

/// <summary>Draws figures, text and frames on a page. Coordinates are millimetres of the page.</summary>
internal sealed class MapInk(SvgWriter svg)
{
    /// <summary>Opens a group.</summary>
    public void Open(string id) => svg.Open("g", ("id", id));

    /// <summary>Closes a group.</summary>
    public void Close() => svg.Close();

    /// <summary>The patterns that symbols refer to.</summary>
    public void Hatches(IEnumerable<MapSymbol> symbols)
    {
        foreach (var hatch in symbols.Select(s => s.Hatch).OfType<MapHatch>().DistinctBy(h => h.Id).OrderBy(h => h.Id, StringComparer.Ordinal))
        {
            var spacing = SvgWriter.Number(hatch.Spacing);
            svg.Open(
                "pattern",
                ("id", hatch.Id),
                ("width", spacing),
                ("height", spacing),
                ("patternUnits", "userSpaceOnUse"),
                ("patternTransform", $"rotate({SvgWriter.Number(hatch.Angle)})"));
            var line = hatch.IsNet ? $"M0,0V{spacing}M0,0H{spacing}" : $"M0,0V{spacing}";
            svg.Element("path", ("d", line), ("stroke", hatch.Colour), ("stroke-width", SvgWriter.Number(hatch.Width * 2)), ("fill", "none"));
            svg.Close();
        }
    }

    /// <summary>A box to which drawing can be confined.</summary>
    public void Clip(string id, PaperBox box)
    {
        svg.Open("clipPath", ("id", id));
        Rectangle(box);
        svg.Close();
    }

    /// <summary>Figures, confined to the frame of their view.</summary>
    public void Figures(IEnumerable<MapFigure> figures, MapView view, string clip)
    {
        svg.Open("g", ("clip-path", $"url(#{clip})"));
        foreach (var figure in figures)
        {
            Figure(figure, view);
        }

        svg.Close();
    }

    /// <summary>A sample of a figure for the legend.</summary>
    public void Swatch(MapFigure sample, PaperBox box)
    {
        var middle = box.Top + (box.Height / 2);
        switch (sample.Geometry.Dimension)
        {
            case Dimension.Surface:
                Area($"M{Pair(box.Left, box.Top)}H{SvgWriter.Number(box.Right)}V{SvgWriter.Number(box.Bottom)}H{SvgWriter.Number(box.Left)}Z", sample.Symbol);
                break;
            case Dimension.Curve:
                Line($"M{Pair(box.Left, middle)}H{SvgWriter.Number(box.Right)}", sample.Symbol);
                break;
            default:
                Point(new(box.Left + (box.Width / 2), middle), sample.Symbol);
                break;
        }
    }

    /// <summary>A line of text; <paramref name="y"/> is its base line.</summary>
    public void Text(
        string words, double x, double y, double size, string anchor = "start", bool bold = false, bool halo = false, string colour = MapSymbols.Ink, string? kind = null)
    {
        List<(string, string)> attributes =
        [
            ("x", SvgWriter.Number(x)), ("y", SvgWriter.Number(y)), ("font-size", SvgWriter.Number(size)), ("fill", colour),
        ];
        if (kind is not null)
        {
            attributes.Insert(0, ("class", kind));
        }

        if (anchor != "start")
        {
            attributes.Add(("text-anchor", anchor));
        }

        if (bold)
        {
            attributes.Add(("font-weight", "bold"));
        }

        if (halo)
        {
            attributes.AddRange([("stroke", "#ffffff"), ("stroke-width", SvgWriter.Number(size * 0.28)), ("stroke-linejoin", "round"), ("paint-order", "stroke")]);
        }

        svg.Words("text", words, [.. attributes]);
    }

    /// <summary>A rectangle without fill.</summary>
    public void Frame(PaperBox box, double width) => Rectangle(box, ("fill", "none"), ("stroke", MapSymbols.Ink), ("stroke-width", SvgWriter.Number(width)));

    /// <summary>A white rectangle on which something stands.</summary>
    public void Plate(PaperBox box) => Rectangle(box, ("fill", "#ffffff"), ("fill-opacity", "0.88"), ("stroke", "none"));

    /// <summary>Where a window lies in an overview; a small one is ringed.</summary>
    public void Window(PaperBox box, PaperBox frame)
    {
        var (stroke, width) = (MapSymbols.Window.Stroke!, MapSymbols.Window.StrokeWidth);
        if (box.Width < 2 && box.Height < 2)
        {
            svg.Element(
                "circle",
                ("cx", SvgWriter.Number(box.Left + (box.Width / 2))),
                ("cy", SvgWriter.Number(box.Top + (box.Height / 2))),
                ("r", "1.6"),
                ("fill", "none"),
                ("stroke", stroke),
                ("stroke-width", SvgWriter.Number(width)));
            return;
        }

        var (left, top) = (Math.Max(box.Left, frame.Left), Math.Max(box.Top, frame.Top));
        Rectangle(
            new(left, top, Math.Min(box.Right, frame.Right) - left, Math.Min(box.Bottom, frame.Bottom) - top),
            ("fill", "none"),
            ("stroke", stroke),
            ("stroke-width", SvgWriter.Number(width)));
    }

    /// <summary>Path data in one colour.</summary>
    public void Path(string data, string? stroke, double width, string? fill = null, string dash = "")
    {
        List<(string, string)> attributes = [("d", data), ("fill", fill ?? "none")];
        if (stroke is not null)
        {
            attributes.AddRange([("stroke", stroke), ("stroke-width", SvgWriter.Number(width))]);
        }

        if (dash.Length > 0)
        {
            attributes.Add(("stroke-dasharray", dash));
        }

        svg.Element("path", [.. attributes]);
    }

    /// <summary>A ring.</summary>
    public void Ring(PaperPoint centre, double radius, string colour, double width) => svg.Element(
        "circle",
        ("cx", SvgWriter.Number(centre.X)),
        ("cy", SvgWriter.Number(centre.Y)),
        ("r", SvgWriter.Number(radius)),
        ("fill", "none"),
        ("stroke", colour),
        ("stroke-width", SvgWriter.Number(width)));

    private static string Pair(double x, double y) => $"{SvgWriter.Number(x)},{SvgWriter.Number(y)}";

    private void Rectangle(PaperBox box, params ReadOnlySpan<(string Name, string Value)> attributes) => svg.Element(
        "rect",
        [
            ("x", SvgWriter.Number(box.Left)), ("y", SvgWriter.Number(box.Top)),
            ("width", SvgWriter.Number(Math.Max(0, box.Width))), ("height", SvgWriter.Number(Math.Max(0, box.Height))),
            .. attributes,
        ]);

    private void Figure(MapFigure figure, MapView view)
    {
        if (PaperPath.Clip(figure.Geometry, view) is not { } shown)
        {
            return;
        }

        switch (shown.Dimension)
        {
            case Dimension.Surface:
                Area(PaperPath.Of(shown, view), figure.Symbol);
                break;
            case Dimension.Curve:
                Line(PaperPath.Of(shown, view), figure.Symbol);
                break;
            default:
                foreach (var position in shown.Coordinates)
                {
                    Point(view.ToPaper(position.X, position.Y), figure.Symbol);
                }

                break;
        }

        if (figure.IsSubject && figure.Geometry.EnvelopeInternal.Diameter * view.PerMetre < 2.5)
        {
            var middle = figure.Geometry.EnvelopeInternal.Centre;
            Ring(view.ToPaper(middle.X, middle.Y), 2.2, figure.Symbol.Stroke ?? MapSymbols.Alert, 0.5);
        }
    }

    private void Area(string path, MapSymbol symbol)
    {
        if (path.Length == 0)
        {
            return;
        }

        if (symbol.Fill is { } fill)
        {
            svg.Element("path", ("d", path), ("fill", fill), ("fill-opacity", SvgWriter.Number(symbol.FillOpacity)), ("fill-rule", "evenodd"));
        }

        if (symbol.Hatch is { } hatch)
        {
            svg.Element("path", ("d", path), ("fill", $"url(#{hatch.Id})"), ("fill-rule", "evenodd"));
        }

        Line(path, symbol);
    }

    private void Line(string path, MapSymbol symbol)
    {
        if (path.Length > 0 && symbol.Stroke is { } stroke)
        {
            List<(string, string)> attributes =
                [("d", path), ("fill", "none"), ("stroke", stroke), ("stroke-width", SvgWriter.Number(symbol.StrokeWidth)), ("stroke-linejoin", "round")];
            if (symbol.Dash.Length > 0)
            {
                attributes.Add(("stroke-dasharray", symbol.Dash));
            }

            svg.Element("path", [.. attributes]);
        }
    }

    private void Point(PaperPoint place, MapSymbol symbol)
    {
        List<(string, string)> attributes =
        [
            ("cx", SvgWriter.Number(place.X)), ("cy", SvgWriter.Number(place.Y)), ("r", SvgWriter.Number(symbol.PointRadius)), ("fill", symbol.Fill ?? "none"),
        ];
        if (symbol.Stroke is { } stroke)
        {
            attributes.AddRange([("stroke", stroke), ("stroke-width", SvgWriter.Number(symbol.StrokeWidth))]);
        }

        svg.Element("circle", [.. attributes]);
    }
}
