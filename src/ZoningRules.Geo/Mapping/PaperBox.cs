namespace ZoningRules.Geo.Mapping;

/// <summary>A rectangle on the page: millimetres from its left and top edges.</summary>
internal readonly record struct PaperBox(double Left, double Top, double Width, double Height)
{
    /// <summary>Its right edge.</summary>
    public double Right => Left + Width;

    /// <summary>Its lower edge.</summary>
    public double Bottom => Top + Height;

    /// <summary>Whether it shares more than an edge with another.</summary>
    public bool Meets(PaperBox other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    /// <summary>Whether it holds another.</summary>
    public bool Holds(PaperBox other) => Left <= other.Left && Top <= other.Top && Right >= other.Right && Bottom >= other.Bottom;

    /// <summary>The area it shares with another.</summary>
    public double Common(PaperBox other) =>
        Math.Max(0, Math.Min(Right, other.Right) - Math.Max(Left, other.Left)) * Math.Max(0, Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top));

    /// <summary>The box with a margin on every side.</summary>
    public PaperBox Grown(double margin) => new(Left - margin, Top - margin, Width + (2 * margin), Height + (2 * margin));
}
