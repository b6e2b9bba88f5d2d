using System.Collections.Immutable;
using System.Globalization;
using NetTopologySuite.Geometries;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Mapping;

/// <summary>What stands beside or below a map: legend, overview, notes and sources. What has no room is counted, never dropped silently.</summary>
internal sealed class MapPanel(MapSheet sheet, MapPage page, Language language, MapInk ink)
{
    private const double TextSize = 2.9;
    private const double SmallSize = 2.2;
    private const double Row = 5.4;
    private const double Gap = 2.5;

    /// <summary>Draws everything.</summary>
    public void Draw(ImmutableArray<MapLegend> legend)
    {
        var panel = page.Panel;
        if (!page.IsBeside)
        {
            var left = new PaperBox(panel.Left, panel.Top + 1, (panel.Width * 0.56) - 3, panel.Height - 1);
            var right = new PaperBox(panel.Left + (panel.Width * 0.56) + 3, panel.Top + 1, (panel.Width * 0.44) - 3, panel.Height - 1);
            var below = Legend(legend, left, left.Height * 0.72);
            Sources(left with { Top = below, Height = left.Bottom - below });
            below = Notes(right);
            Overview(right with { Top = below, Height = right.Bottom - below });
        }
        else
        {
            var below = Legend(legend, panel, panel.Height * 0.45);
            below = Notes(panel with { Top = below, Height = panel.Bottom - below });
            below = Overview(panel with { Top = below, Height = Math.Min(56, panel.Bottom - below - SourcesHeight(panel.Width)) });
            Sources(panel with { Top = below, Height = panel.Bottom - below });
        }
    }

    private double Legend(ImmutableArray<MapLegend> legend, PaperBox room, double most)
    {
        ink.Open("legend");
        var below = Heading(room, language == Language.Zh ? "图例" : "Legend");
        var columns = legend.Length > 6 && room.Width > 90 ? 2 : 1;
        var width = room.Width / columns;
        var textWidth = width - 13;
        var lines = legend.Select(l => Lettering.Wrap(l.Text.In(language), TextSize, textWidth, 2)).ToArray();
        var rows = (legend.Length + columns - 1) / columns;
        var row = Math.Min(Row + (lines.Any(l => l.Count > 1) ? 2 : 0), (most - (below - room.Top)) / Math.Max(1, rows));
        for (var i = 0; i < legend.Length; i++)
        {
            var (column, line) = (i / rows, i % rows);
            var box = new PaperBox(room.Left + (column * width), below + (line * row) + ((row - Row) / 2) + 0.6, 9, Row - 1.2);
            ink.Swatch(legend[i].Sample, box);
            var middle = box.Top + (box.Height / 2);
            for (var j = 0; j < lines[i].Count; j++)
            {
                ink.Text(lines[i][j], box.Right + 2, middle + ((j - ((lines[i].Count - 1) / 2d)) * TextSize * 1.1) + (TextSize * 0.36), TextSize);
            }
        }

        ink.Close();
        return below + (rows * row) + Gap;
    }

    private double Notes(PaperBox room)
    {
        var below = room.Top;
        ink.Open("notes");
        foreach (var line in sheet.Notes.SelectMany(n => Lettering.Wrap(n.In(language), TextSize * 0.92, room.Width)))
        {
            if (below + (TextSize * Lettering.LineHeight) > room.Bottom)
            {
                break;
            }

            below += TextSize * Lettering.LineHeight;
            ink.Text(line, room.Left, below - (TextSize * 0.25), TextSize * 0.92);
        }

        ink.Close();
        return below + Gap;
    }

    private double Overview(PaperBox room)
    {
        if (sheet.Overview.Count == 0 || room.Height < 22)
        {
            return room.Top;
        }

        ink.Open("overview");
        var below = Heading(room, language == Language.Zh ? "位置示意" : "Where it lies");
        var extent = sheet.Overview.Aggregate(new Envelope(), (all, f) => { all.ExpandToInclude(f.Geometry.EnvelopeInternal); return all; });
        extent.ExpandBy(0.04 * Math.Max(extent.Width, extent.Height));
        var frame = new PaperBox(room.Left, below, room.Width, room.Bottom - below);
        var width = Math.Min(frame.Width, frame.Height * Math.Max(0.7, extent.Width / Math.Max(1, extent.Height)));
        frame = frame with { Left = frame.Left + ((frame.Width - width) / 2), Width = width };
        var view = new MapView(frame, extent.Centre.X, extent.Centre.Y, 1000 * Math.Max(extent.Width / frame.Width, extent.Height / frame.Height));
        ink.Figures(sheet.Overview, view, "overview-clip");
        var window = page.View.Window;
        var (a, b) = (view.ToPaper(window.MinX, window.MaxY), view.ToPaper(window.MaxX, window.MinY));
        ink.Window(new PaperBox(a.X, a.Y, b.X - a.X, b.Y - a.Y), frame);
        ink.Frame(frame, 0.25);
        ink.Close();
        return frame.Bottom + Gap;
    }

    private double SourcesHeight(double width) =>
        sheet.Sources.Count == 0 ? 0 : 5 + Gap + (sheet.Sources.Sum(s => Lettering.Wrap(s.In(language), SmallSize, width).Count) * SmallSize * Lettering.LineHeight);

    private void Sources(PaperBox room)
    {
        if (sheet.Sources.Count == 0 || room.Height < 8)
        {
            return;
        }

        ink.Open("sources");
        var below = Heading(room, language == Language.Zh ? "资料来源" : "Sources");
        const double step = SmallSize * Lettering.LineHeight;
        var fits = (int)Math.Floor((room.Bottom - below) / step);
        var lines = sheet.Sources.Select(s => Lettering.Wrap(s.In(language), SmallSize, room.Width)).ToArray();
        var shown = lines.Length;
        while (shown > 0 && lines.Take(shown).Sum(l => l.Count) + (shown < lines.Length ? 1 : 0) > fits)
        {
            shown--;
        }

        var left = (lines.Length - shown).ToString(CultureInfo.InvariantCulture);
        var all = lines.Take(shown).SelectMany(l => l)
            .Concat(shown == lines.Length ? [] : [language == Language.Zh ? $"另有 {left} 个来源，见报告凭据" : $"and {left} more; see the receipt of the report"]);
        foreach (var line in all)
        {
            below += step;
            ink.Text(line, room.Left, below - (SmallSize * 0.25), SmallSize);
        }

        ink.Close();
    }

    private double Heading(PaperBox room, string text)
    {
        ink.Text(text, room.Left, room.Top + 3.2, 3.2, bold: true);
        return room.Top + 4.6;
    }
}
