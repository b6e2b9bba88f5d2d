namespace ZoningRules.Evaluation;

/// <summary>One completion of one variable: a value for which every leaf on the variable is simply true or false.</summary>
internal readonly struct Sample
{
    public int Choice { get; init; }

    public ulong Set { get; init; }

    public int Ordinal { get; init; }

    public decimal Number { get; init; }

    public bool In { get; init; }

    public bool Within { get; init; }

    public decimal Overlap { get; init; }

    public decimal Share { get; init; }
}
