namespace ZoningRules.Evaluation;

/// <summary>The least and the greatest value a number may have; null where there is none.</summary>
internal readonly record struct Bounds(decimal? Low, decimal? High)
{
    public static Bounds Of(PlaceMeasure measure) => new(0, measure == PlaceMeasure.Share ? 1 : null);
}
