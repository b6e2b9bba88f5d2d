using System.Collections.Immutable;
using System.Globalization;
using ZoningRules.Geo.Coordinates;

namespace ZoningRules.Geo.Mapping;

/// <summary>The net of degrees over a frame: meridians and parallels at round values.</summary>
internal sealed class Graticule
{
    // Millimetres of paper that two lines are apart, at least.
    private const double Apart = 42;
    private const double MetresPerSecond = 30.9;
    private const int Bends = 8;

    // Seconds of arc.
    private static readonly ImmutableArray<int> Steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 18_000, 36_000];

    private readonly WorkingPlane plane;
    private readonly MapView view;
    private readonly int stepEast;
    private readonly int stepNorth;

    /// <summary>Makes the net for a view.</summary>
    public Graticule(WorkingPlane plane, MapView view)
    {
        this.plane = plane;
        this.view = view;
        var (_, latitude) = plane.ToDegrees(view.Window.Centre.X, view.Window.Centre.Y);
        stepNorth = Step(MetresPerSecond);
        stepEast = Step(MetresPerSecond * Math.Max(0.05, Math.Cos(latitude * Math.PI / 180)));
    }

    /// <summary>The meridians with their values in words, each as points from the lower edge of the frame to the upper.</summary>
    public IEnumerable<(string Text, ImmutableArray<PaperPoint> Points)> Meridians()
    {
        var window = view.Window;
        var west = Math.Min(Longitude(window.MinX, window.MinY), Longitude(window.MinX, window.MaxY));
        var east = Math.Max(Longitude(window.MaxX, window.MinY), Longitude(window.MaxX, window.MaxY));
        foreach (var value in Values(west, east, stepEast))
        {
            yield return (
                Words(value, stepEast, "E"),
                [.. Along(window.MinY, window.Height).Select(n => view.ToPaper(Solve(e => Longitude(e, n), value, window.MinX, window.Width), n))]);
        }
    }

    /// <summary>The parallels with their values in words, each as points from the left edge of the frame to the right.</summary>
    public IEnumerable<(string Text, ImmutableArray<PaperPoint> Points)> Parallels()
    {
        var window = view.Window;
        var south = Math.Min(Latitude(window.MinX, window.MinY), Latitude(window.MaxX, window.MinY));
        var north = Math.Max(Latitude(window.MinX, window.MaxY), Latitude(window.MaxX, window.MaxY));
        foreach (var value in Values(south, north, stepNorth))
        {
            yield return (
                Words(value, stepNorth, "N"),
                [.. Along(window.MinX, window.Width).Select(e => view.ToPaper(e, Solve(n => Latitude(e, n), value, window.MinY, window.Height)))]);
        }
    }

    private static IEnumerable<double> Along(double from, double length) => Enumerable.Range(0, Bends + 1).Select(i => from + (length * i / Bends));

    private static IEnumerable<int> Values(double low, double high, int step)
    {
        for (var value = (int)Math.Ceiling(low * 3600 / step) * step; value <= high * 3600; value += step)
        {
            yield return value;
        }
    }

    // Degrees grow evenly across a frame, nearly: a few steps of the secant come to far less than a hundredth of a millimetre.
    private static double Solve(Func<double, double> degrees, int seconds, double from, double length)
    {
        var wanted = seconds / 3600d;
        var (a, b) = (from, from + length);
        var (atA, atB) = (degrees(a), degrees(b));
        for (var i = 0; i < 4 && atA != atB; i++)
        {
            var next = a + ((b - a) * (wanted - atA) / (atB - atA));
            (a, atA) = (b, atB);
            (b, atB) = (next, degrees(next));
        }

        return b;
    }

    private static string Words(int seconds, int step, string side)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600}°");
        if (step % 3600 != 0)
        {
            text += string.Create(CultureInfo.InvariantCulture, $"{seconds / 60 % 60:00}′");
        }

        return (step % 60 != 0 ? text + string.Create(CultureInfo.InvariantCulture, $"{seconds % 60:00}″") : text) + side;
    }

    private int Step(double metresPerSecond)
    {
        foreach (var step in Steps)
        {
            if (step * metresPerSecond * view.PerMetre >= Apart)
            {
                return step;
            }
        }

        return Steps[^1];
    }

    private double Longitude(double east, double north) => plane.ToDegrees(east, north).Longitude;

    private double Latitude(double east, double north) => plane.ToDegrees(east, north).Latitude;
}
