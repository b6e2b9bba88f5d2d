namespace ZoningRules.Geo.Mapping;

/// <summary>A distance drawn between two positions of the working plane.</summary>
/// <param name="FromEast">East of the first position, which the map shows.</param>
/// <param name="FromNorth">North of the first position.</param>
/// <param name="ToEast">East of the second position, which may lie beyond the frame.</param>
/// <param name="ToNorth">North of the second position.</param>
/// <param name="Text">What is written at it: to what, and how far.</param>
internal sealed record DimensionLine(double FromEast, double FromNorth, double ToEast, double ToNorth, string Text);
