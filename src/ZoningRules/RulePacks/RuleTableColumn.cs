using ZoningRules.Problems;

namespace ZoningRules.RulePacks;

/// <summary>A column of a table of the law.</summary>
/// <param name="Id">Its name in the rows.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Kind">What its cells do.</param>
/// <param name="Comparison">How a value compares with a cell of a limit column; the limit itself is included as the comparison says. Null for other columns.</param>
public sealed record RuleTableColumn(string Id, LocalText Title, RuleTableColumnKind Kind, Comparison? Comparison);
