namespace ZoningRules.Testing;

/// <summary>How thoroughly a pack is tried.</summary>
public sealed record PackProof
{
    /// <summary>How many scenarios each law is tried on, for each mix.</summary>
    public int Scenarios { get; init; } = 100;

    /// <summary>How much of the scenarios is known, one after the other.</summary>
    public IReadOnlyList<ScenarioMix> Mixes { get; init; } = [ScenarioMix.Complete, ScenarioMix.Typical, ScenarioMix.Sparse];

    /// <summary>The seed of all draws: the same seed draws the same scenarios.</summary>
    public ulong Seed { get; init; } = 20201231;

    /// <summary>The date on which lint compares the norms with each other.</summary>
    public DateOnly Date { get; init; } = new(2026, 11, 22);

    /// <summary>
    /// Remarks of lint that are known and stay, as <c>ZA109 JDZ-2020-13.b</c>: gaps of the law itself, which a pack reports and does not mend. With a known
    /// ZA109 the law <see cref="PackLaws.StricterZonesAreNotLooser"/> is not tried: lint proves the rest of it.
    /// </summary>
    public IReadOnlySet<string> Known { get; init; } = new HashSet<string>(StringComparer.Ordinal);
}
