namespace ZoningRules.Testing;

/// <summary>A rule pack is not as it should be; the message says everything that was found.</summary>
/// <param name="breaches">What was found; at least one.</param>
public sealed class PackProofException(IReadOnlyList<PackBreach> breaches) : Exception(string.Join("\n\n", breaches))
{
    /// <summary>What was found.</summary>
    public IReadOnlyList<PackBreach> Breaches { get; } = breaches;
}
