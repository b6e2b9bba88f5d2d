namespace ZoningRules.Geo.Siting;

/// <summary>How far a search over all places has come.</summary>
/// <param name="Stage">What it is doing.</param>
/// <param name="Done">How many faces are assessed; 0 in the other stages.</param>
/// <param name="Total">How many there are; 0 while that is not known.</param>
public sealed record SitingProgress(SitingStage Stage, int Done, int Total);
