using ZoningRules.Problems;

namespace ZoningRules.Evaluation;

/// <summary>A line of a rule file: how it is evaluated, and the line in words.</summary>
internal sealed record CompiledLine(Expression Expression, LocalText Words);
