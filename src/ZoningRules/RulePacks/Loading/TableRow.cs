using System.Collections.Immutable;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>A row of a table as read.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Quote">Its line of the law.</param>
/// <param name="Cells">Its cells in the order of the columns.</param>
internal sealed record TableRow(SourceNode.Text Id, SourceNode.Text Quote, ImmutableArray<TableCell> Cells);
