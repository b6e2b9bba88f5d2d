using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Problems;

namespace ZoningRules.RulePacks;

/// <summary>One atomic rule inside a requirement.</summary>
public sealed record Norm
{
    /// <summary>Its id: the requirement's id, a point and a letter.</summary>
    public required string Id { get; init; }

    /// <summary>The words of the quote it encodes.</summary>
    public required string Span { get; init; }

    /// <summary>The norm in one plain sentence.</summary>
    public required LocalText Gist { get; init; }

    /// <summary>What it does.</summary>
    public required Effect Effect { get; init; }

    /// <summary>The collection about each item of which the norm speaks, or null.</summary>
    public AttributeDefinition? ForEach { get; init; }

    /// <summary>The name of the item in conditions, or null.</summary>
    public string? ItemName { get; init; }

    /// <summary>What the norm is about; null when about everything.</summary>
    public Condition? Applies { get; init; }

    /// <summary>Where the norm does not apply, or null.</summary>
    public Condition? Unless { get; init; }

    /// <summary>The condition of a prohibit, require, oblige or exit norm without readings; null otherwise.</summary>
    public Condition? When { get; init; }

    /// <summary>Ways to read the sentence; empty or at least two.</summary>
    public ImmutableArray<Reading> Readings { get; init; } = [];

    /// <summary>
    /// Every line of its conditions, depth first in the order of the file: those of <see cref="Applies"/>, of <see cref="Unless"/>, of <see cref="When"/>, then of each
    /// reading, those that do not count included. A line written twice comes twice.
    /// </summary>
    public IEnumerable<Condition.Leaf> Lines =>
        new[] { Applies, Unless, When }.Concat(Readings.Select(r => (Condition?)r.When)).OfType<Condition>().SelectMany(c => c.Lines);

    /// <summary>The officer's decision among the readings; null without readings.</summary>
    public AttributeDefinition? ReadingDecision { get; init; }

    /// <summary>The norm that this one takes over from where it applies, or null.</summary>
    public string? ExceptionTo { get; init; }

    /// <summary>The authority for relaxing a higher-ranking norm, or null.</summary>
    public Citation? AuthorisedBy { get; init; }

    /// <summary>What an approval must require.</summary>
    public ImmutableArray<Obligation> Obligations { get; init; } = [];

    /// <summary>The budget of a cap norm; null otherwise.</summary>
    public Cap? Cap { get; init; }

    /// <summary>The year by or in which it binds, or null.</summary>
    public Target? Target { get; init; }

    /// <summary>Whom a manual norm addresses; null otherwise.</summary>
    public LocalText? Addressee { get; init; }

    /// <summary>Why a manual norm is not computed; null otherwise.</summary>
    public LocalText? Reason { get; init; }

    /// <summary>The id under which what this norm asks and nobody publishes is one question with the same of another edition; null for its own.</summary>
    internal string? SharedId { get; init; }

    /// <summary>Operands always shown with the finding, with their text.</summary>
    public ImmutableArray<KeyValuePair<string, Operand>> Show { get; init; } = [];

    /// <summary>Where it stands.</summary>
    public required SourcePlace Place { get; init; }
}
