using System.Collections.Immutable;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>A cell of a table as read.</summary>
/// <param name="Node">Where it stands.</param>
/// <param name="Leaf">The line of a condition that it stands for; empty when for none.</param>
/// <param name="Values">The values of a key; empty when it is any, and for other cells.</param>
/// <param name="Said">What it says, for people.</param>
internal sealed record TableCell(SourceNode Node, string Leaf, ImmutableArray<string> Values, LocalText Said);
