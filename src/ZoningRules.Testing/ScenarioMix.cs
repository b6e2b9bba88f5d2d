namespace ZoningRules.Testing;

/// <summary>How much of a generated scenario is known. A named policy value.</summary>
/// <param name="UnknownPercent">Of a hundred attributes, how many are not given; from 0 to 100.</param>
/// <param name="IntervalPercent">Of a hundred numbers given, how many are ranges; from 0 to 100.</param>
public sealed record ScenarioMix(int UnknownPercent, int IntervalPercent)
{
    /// <summary>Everything is known exactly.</summary>
    public static ScenarioMix Complete { get; } = new(0, 0);

    /// <summary>Most is known.</summary>
    public static ScenarioMix Typical { get; } = new(15, 15);

    /// <summary>Half is not known.</summary>
    public static ScenarioMix Sparse { get; } = new(50, 20);
}
