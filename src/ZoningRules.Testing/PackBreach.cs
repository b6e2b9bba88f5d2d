namespace ZoningRules.Testing;

/// <summary>Something about a rule pack that is not as it should be.</summary>
/// <param name="Law">What is broken: the name of a law, <c>load</c>, <c>cases</c> or <c>lint</c>.</param>
/// <param name="What">How, in one or more lines.</param>
/// <param name="Case">The smallest example found: a case file ready to be saved where the case language can say it, else its facts; null when the words say it all.</param>
public sealed record PackBreach(string Law, string What, string? Case)
{
    /// <inheritdoc/>
    public override string ToString() => Case is null ? $"{Law}: {What}" : $"{Law}: {What}\n{Case}";
}
