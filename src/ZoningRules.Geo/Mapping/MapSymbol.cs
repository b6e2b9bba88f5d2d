namespace ZoningRules.Geo.Mapping;

/// <summary>How a figure is drawn. Lengths are millimetres of paper, colours <c>#rrggbb</c>.</summary>
internal sealed record MapSymbol
{
    /// <summary>Colour of areas; null leaves them open.</summary>
    public string? Fill { get; init; }

    /// <summary>How much of what lies below a fill is hidden, from 0 to 1.</summary>
    public double FillOpacity { get; init; } = 1;

    /// <summary>Lines over the fill, or null.</summary>
    public MapHatch? Hatch { get; init; }

    /// <summary>Colour of borders, lines and the rims of points; null for none.</summary>
    public string? Stroke { get; init; }

    /// <summary>Width of borders and lines.</summary>
    public double StrokeWidth { get; init; } = 0.2;

    /// <summary>Lengths of dashes and gaps; empty for an unbroken line.</summary>
    public string Dash { get; init; } = "";

    /// <summary>Radius of the disc that marks a point.</summary>
    public double PointRadius { get; init; } = 0.9;
}
