using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Mapping;

/// <summary>
/// A sheet of A4 laid out for what it shows: upright with the notes below the map or beside it, or across with the notes beside it, whichever gives the larger scale
/// and, of equal ones, wastes less of the frame. Millimetres.
/// </summary>
internal sealed class MapPage
{
    private const double Short = 210;
    private const double Long = 297;
    private const double Edge = 9;

    // Room around the frame for the values of the net of degrees.
    private const double Border = 5;
    private const double Side = 72;
    private const double NarrowSide = 58;
    private const double Foot = 76;

    private MapPage(MapSheet sheet, Language language, bool upright, bool beside)
    {
        (Width, Height) = upright ? (Short, Long) : (Long, Short);
        var wide = Width - (2 * Edge);
        Title = [.. Lettering.Wrap(sheet.Title.In(language), TitleSize, wide, 2)];
        Subtitles = [.. sheet.Subtitles.SelectMany(s => Lettering.Wrap(s.In(language), SubtitleSize, wide, 2))];
        Warnings = [.. sheet.Warnings.SelectMany(s => Lettering.Wrap(s.In(language), WarningSize, wide, 2))];
        var top = Edge + (Title.Length * TitleSize * Lettering.LineHeight) + 1
            + (Subtitles.Length * SubtitleSize * Lettering.LineHeight)
            + (Warnings.Length * WarningSize * Lettering.LineHeight) + 1.5 + Border;
        var side = upright ? NarrowSide : Side;
        var frame = beside
            ? new PaperBox(Edge + Border, top, wide - (2 * Border) - side - 4, Height - top - Border - Edge)
            : new PaperBox(Edge + Border, top, wide - (2 * Border), Height - top - Border - Foot - Edge);
        View = MapView.Fit(frame, sheet.Extent);
        Panel = beside
            ? new PaperBox(Width - Edge - side, frame.Top, side, Height - frame.Top - Edge)
            : new PaperBox(Edge, frame.Bottom + Border, wide, Foot);
        IsBeside = beside;
    }

    /// <summary>The size of the letters of the heading.</summary>
    public static double TitleSize => 5.2;

    /// <summary>The size of the letters below the heading.</summary>
    public static double SubtitleSize => 3.3;

    /// <summary>The size of the letters of warnings.</summary>
    public static double WarningSize => 3.8;

    /// <summary>The width of the page.</summary>
    public double Width { get; }

    /// <summary>The height of the page.</summary>
    public double Height { get; }

    /// <summary>Whether the notes stand beside the map; otherwise below it.</summary>
    public bool IsBeside { get; }

    /// <summary>The map's frame and scale.</summary>
    public MapView View { get; }

    /// <summary>Room for legend, overview, notes and sources.</summary>
    public PaperBox Panel { get; }

    /// <summary>The heading in lines.</summary>
    public ImmutableArray<string> Title { get; }

    /// <summary>What stands below it, in lines.</summary>
    public ImmutableArray<string> Subtitles { get; }

    /// <summary>The warnings in lines.</summary>
    public ImmutableArray<string> Warnings { get; }

    /// <summary>Where the heading begins.</summary>
    public static double Top => Edge;

    /// <summary>Lays a sheet out.</summary>
    public static MapPage For(MapSheet sheet, Language language)
    {
        MapPage[] layouts =
        [
            new(sheet, language, upright: true, beside: false),
            new(sheet, language, upright: false, beside: true),
            new(sheet, language, upright: true, beside: true),
        ];
        return layouts.MinBy(p => (p.View.Denominator, p.Misfit(sheet.Extent)))!;
    }

    // How unlike the frame's proportions are those of what it shows, in steps too coarse to turn a page over for nothing.
    private double Misfit(Envelope extent) =>
        Math.Round(5 * Math.Abs(Math.Log(View.Frame.Width / View.Frame.Height * Math.Max(extent.Height, 1e-9) / Math.Max(extent.Width, 1e-9))));
}
