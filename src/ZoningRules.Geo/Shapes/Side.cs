namespace ZoningRules.Geo.Shapes;

/// <summary>Where a position lies to an area.</summary>
internal enum Side
{
    /// <summary>Outside.</summary>
    Outside,

    /// <summary>Exactly on its border.</summary>
    Border,

    /// <summary>Inside.</summary>
    Inside,
}
