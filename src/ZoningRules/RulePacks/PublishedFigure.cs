using ZoningRules.Problems;

namespace ZoningRules.RulePacks;

/// <summary>A number that a legal document publishes and that can be compared with others of it. It decides nothing.</summary>
/// <param name="Name">Its name, unique in the pack.</param>
/// <param name="Citation">The words it stands in.</param>
/// <param name="Value">The number as printed.</param>
/// <param name="Place">Where it stands.</param>
public sealed record PublishedFigure(string Name, Citation Citation, decimal Value, SourcePlace Place);
