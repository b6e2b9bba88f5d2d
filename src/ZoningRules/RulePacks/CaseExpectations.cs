using System.Collections.Immutable;

namespace ZoningRules.RulePacks;

/// <summary>What a case expects. Verdicts and outcomes are the names of the members of their enumerations.</summary>
public sealed record CaseExpectations
{
    /// <summary>The verdict.</summary>
    public required string Verdict { get; init; }

    /// <summary>Exactly the verdicts still possible, in any order; null when the case does not say.</summary>
    public ImmutableArray<string>? Possible { get; init; }

    /// <summary>The outcomes of norms by id, in the order of the file.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Findings { get; init; } = [];

    /// <summary>Norms that must be reported as lapsed.</summary>
    public ImmutableArray<string> Lapsed { get; init; } = [];

    /// <summary>Exactly the attributes asked for, in any order; null when the case does not say.</summary>
    public ImmutableArray<string>? Questions { get; init; }

    /// <summary>Attributes that must be asked for.</summary>
    public ImmutableArray<string> Asked { get; init; } = [];

    /// <summary>Attributes that must not be asked for.</summary>
    public ImmutableArray<string> NotAsked { get; init; } = [];

    /// <summary>Norms that must attach an obligation.</summary>
    public ImmutableArray<string> Obligations { get; init; } = [];
}
