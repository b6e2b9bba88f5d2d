using NetTopologySuite.Geometries;

namespace ZoningRules.Geo.Mapping;

/// <summary>A frame on the page and the part of the working plane in it, at one scale. Millimetres of paper, metres of the plane.</summary>
internal sealed class MapView
{
    /// <summary>Makes a view.</summary>
    /// <param name="frame">The frame on the page.</param>
    /// <param name="east">East of the middle.</param>
    /// <param name="north">North of the middle.</param>
    /// <param name="denominator">The scale is one to this.</param>
    public MapView(PaperBox frame, double east, double north, double denominator)
    {
        Frame = frame;
        Denominator = denominator;
        PerMetre = 1000 / denominator;
        MiddleEast = east;
        MiddleNorth = north;
        var (halfWidth, halfHeight) = (frame.Width / 2 / PerMetre, frame.Height / 2 / PerMetre);
        Window = new(east - halfWidth, east + halfWidth, north - halfHeight, north + halfHeight);
    }

    /// <summary>The frame on the page.</summary>
    public PaperBox Frame { get; }

    /// <summary>The scale is one to this.</summary>
    public double Denominator { get; }

    /// <summary>What of the plane the frame shows.</summary>
    public Envelope Window { get; }

    /// <summary>Millimetres of paper for a metre.</summary>
    public double PerMetre { get; }

    private double MiddleEast { get; }

    private double MiddleNorth { get; }

    /// <summary>A view of an extent, at the largest scale of the usual ones at which the frame holds all of it.</summary>
    public static MapView Fit(PaperBox frame, Envelope extent) =>
        new(frame, extent.Centre.X, extent.Centre.Y, MapScale.AtLeast(1000 * Math.Max(extent.Width / frame.Width, extent.Height / frame.Height)));

    /// <summary>The place on the page of a position.</summary>
    public PaperPoint ToPaper(double east, double north) => new(
        Frame.Left + (Frame.Width / 2) + ((east - MiddleEast) * PerMetre),
        Frame.Top + (Frame.Height / 2) - ((north - MiddleNorth) * PerMetre));
}
