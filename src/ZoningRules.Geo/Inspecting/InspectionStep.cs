using ZoningRules.Problems;

namespace ZoningRules.Geo.Inspecting;

/// <summary>How far an inspection or import is.</summary>
/// <param name="Step">What is being done.</param>
/// <param name="Total">How many there are to do; null when nobody knows.</param>
/// <param name="Count">How many more of them are now done; 0 when the step begins.</param>
public sealed record InspectionStep(LocalText Step, int? Total, int Count);
