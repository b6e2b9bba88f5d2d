using System.Collections.Immutable;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.Verdicts;

namespace ZoningRules.Rescreening;

/// <summary>One proposal under two editions of rules and layers.</summary>
public sealed record RescreenedProposal
{
    /// <summary>The proposal.</summary>
    public required Proposal Proposal { get; init; }

    /// <summary>The date whose law counted in both.</summary>
    public required DateOnly GoverningDate { get; init; }

    /// <summary>The verdict by the old rules and the old layers.</summary>
    public required Verdict Old { get; init; }

    /// <summary>The verdict by the new rules and the new layers.</summary>
    public required Verdict New { get; init; }

    /// <summary>The verdict by the new rules and the old layers; null when the verdict did not flip, or the new rules cannot read the proposal with the old layers.</summary>
    public Verdict? NewRulesOnly { get; init; }

    /// <summary>The verdict by the old rules and the new layers; null when the verdict did not flip, or that could not be assessed.</summary>
    public Verdict? NewLayersOnly { get; init; }

    /// <summary>Which way it went; null when the verdict is the same.</summary>
    public FlipDirection? Direction => New == Old ? null : New > Old ? FlipDirection.Stricter : FlipDirection.Looser;

    /// <summary>What made it so; null when the verdict is the same.</summary>
    public FlipCause? Cause => Direction is null
        ? null
        : (NewRulesOnly is { } rules && rules != Old, NewLayersOnly is { } layers && layers != Old) switch
        {
            (true, true) => FlipCause.Each,
            (true, false) => FlipCause.Rules,
            (false, true) => FlipCause.Boundary,
            (false, false) => FlipCause.Together,
        };

    /// <summary>The norms that made the stricter of the two verdicts and had another outcome in the other, ordered by id; empty when the verdict is the same.</summary>
    public ImmutableArray<NormChange> Norms { get; init; } = [];

    /// <summary>The control units and layers that matter and to which the site lies otherwise, control units first; empty unless layers played a part.</summary>
    public ImmutableArray<PlaceChange> Places { get; init; } = [];

    /// <summary>What else stands in the way, or does no more: doubts about the place and lists that are not loaded; each sentence says which.</summary>
    public ImmutableArray<LocalText> Circumstances { get; init; } = [];
}
