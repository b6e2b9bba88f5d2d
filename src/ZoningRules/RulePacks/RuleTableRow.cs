using System.Collections.Immutable;
using ZoningRules.Problems;

namespace ZoningRules.RulePacks;

/// <summary>A row of a table of the law.</summary>
/// <param name="Norm">The id of its norm.</param>
/// <param name="Quote">Its line of the law.</param>
/// <param name="Cells">What its cells say, in the order of the columns.</param>
/// <param name="Place">Where it stands.</param>
public sealed record RuleTableRow(string Norm, string Quote, ImmutableArray<LocalText> Cells, SourcePlace Place);
