namespace ZoningRules.Geo.Mapping;

/// <summary>A place on the page: millimetres from its left and top edges.</summary>
internal readonly record struct PaperPoint(double X, double Y);
