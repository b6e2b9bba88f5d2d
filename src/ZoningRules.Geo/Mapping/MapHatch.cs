namespace ZoningRules.Geo.Mapping;

/// <summary>Parallel lines, or a net of them, drawn over a fill so that areas are told apart without colour.</summary>
/// <param name="Colour">Colour of the lines, <c>#rrggbb</c>.</param>
/// <param name="Angle">Direction in degrees, clockwise from the vertical of the page.</param>
/// <param name="Spacing">Distance between lines in millimetres of paper.</param>
/// <param name="Width">Width of a line in millimetres of paper.</param>
/// <param name="IsNet">Whether lines across are drawn too.</param>
internal sealed record MapHatch(string Colour, int Angle, double Spacing, double Width, bool IsNet = false)
{
    /// <summary>The name by which a drawing refers to it; equal hatches have equal names.</summary>
    public string Id => FormattableString.Invariant($"h{Colour[1..]}-{Angle}-{Spacing * 100:0}-{Width * 100:0}{(IsNet ? "-net" : "")}");
}
