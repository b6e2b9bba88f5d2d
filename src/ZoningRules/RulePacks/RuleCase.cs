using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Problems;
using ZoningRules.Proposals;

namespace ZoningRules.RulePacks;

/// <summary>A test case of a rule pack: what is given and what must come of it.</summary>
public sealed record RuleCase
{
    /// <summary>Its name.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The governing date.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Attributes and decisions, those of its base included. Its site is a town or not stated, for the location is given as facts.</summary>
    public required Proposal Proposal { get; init; }

    /// <summary>Where the site lies, or null when the case does not say.</summary>
    public SiteLocation? Location { get; init; }

    /// <summary>Ledgers, ordered by name.</summary>
    public required ImmutableArray<Ledger> Ledgers { get; init; }

    /// <summary>What must come of it.</summary>
    public required CaseExpectations Expectations { get; init; }

    /// <summary>Its file relative to the pack's folder of cases, with forward slashes.</summary>
    public required string Path { get; init; }

    /// <summary>Where its name stands.</summary>
    public required SourcePlace Place { get; init; }
}
