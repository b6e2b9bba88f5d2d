using ZoningRules.Problems;

namespace ZoningRules.Evaluation;

/// <summary>A line of a rule file: how it is evaluated, and the line in words, which are made when first asked for.</summary>
internal sealed class CompiledLine(Expression expression, Func<LocalText> wording)
{
    private LocalText? words;

    public Expression Expression => expression;

    public LocalText Words => words ??= wording();
}
