using ZoningRules.Problems;

namespace ZoningRules.Reports;

/// <summary>Something about the law that the authority has not confirmed.</summary>
/// <param name="Kind">What kind of point it is.</param>
/// <param name="Of">The requirement, norm or list.</param>
/// <param name="Open">What is open.</param>
/// <param name="Assumed">What the pack does meanwhile.</param>
internal sealed record OpenPoint(LocalText Kind, string Of, LocalText Open, LocalText Assumed);
