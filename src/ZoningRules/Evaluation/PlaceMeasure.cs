namespace ZoningRules.Evaluation;

/// <summary>What is measured between a site and a layer.</summary>
internal enum PlaceMeasure
{
    /// <summary>Least distance in metres.</summary>
    Distance,

    /// <summary>Common area in square metres.</summary>
    Overlap,

    /// <summary>Common area as a share of the site.</summary>
    Share,
}
