namespace ZoningRules.Geo.Reading;

/// <summary>What a part of a geometry is.</summary>
internal enum PartKind
{
    /// <summary>A point.</summary>
    Point,

    /// <summary>A line.</summary>
    Line,

    /// <summary>A polygon: an outer ring, then inner rings.</summary>
    Area,
}
