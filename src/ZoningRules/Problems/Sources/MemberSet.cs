using System.Collections.Immutable;

namespace ZoningRules.Problems.Sources;

/// <summary>The members a mapping may have. Readers and the published JSON schemas are checked against the same sets.</summary>
/// <param name="Name">The name of the definition in the JSON schema.</param>
/// <param name="Required">Members that must be there.</param>
/// <param name="Optional">Members that may be there.</param>
internal sealed record MemberSet(string Name, ImmutableArray<string> Required, ImmutableArray<string> Optional)
{
    /// <summary>A text in both languages.</summary>
    public static readonly MemberSet LocalText = new("local-text", ["zh", "en"], []);

    /// <summary>All members, required ones first.</summary>
    public ImmutableArray<string> All { get; } = [.. Required, .. Optional];
}
