using System.Collections.Immutable;
using ZoningRules.Problems;

namespace ZoningRules.RulePacks;

/// <summary>One numbered provision, quoted in full.</summary>
public sealed record Requirement
{
    /// <summary>Its id, never reused.</summary>
    public required string Id { get; init; }

    /// <summary>The sentence of law.</summary>
    public required Citation Citation { get; init; }

    /// <summary>A short title.</summary>
    public required LocalText Title { get; init; }

    /// <summary>Its dimension.</summary>
    public required Dimension Dimension { get; init; }

    /// <summary>The heading it stands under in the list.</summary>
    public required string Heading { get; init; }

    /// <summary>Where it counts.</summary>
    public required Scope Scope { get; init; }

    /// <summary>When it counts.</summary>
    public required Period InForce { get; init; }

    /// <summary>Words without a stated meaning.</summary>
    public required ImmutableArray<TermToConfirm> Terms { get; init; }

    /// <summary>Its norms in the order of the text.</summary>
    public required ImmutableArray<Norm> Norms { get; init; }

    /// <summary>The table whose rows are norms, or null.</summary>
    public RuleTable? Table { get; init; }

    /// <summary>Text that no norm covers, with the reason.</summary>
    public required ImmutableArray<KeyValuePair<string, LocalText>> Remainder { get; init; }

    /// <summary>Where its quote begins in the archived text, white space not counted.</summary>
    internal int Position { get; init; }

    /// <summary>Where it stands.</summary>
    public required SourcePlace Place { get; init; }
}
