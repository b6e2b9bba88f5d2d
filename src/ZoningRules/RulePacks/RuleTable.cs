using System.Collections.Immutable;
using ZoningRules.Problems;

namespace ZoningRules.RulePacks;

/// <summary>A table of the law: each row is a norm of its requirement, and so is what holds for things in no row.</summary>
public sealed record RuleTable
{
    /// <summary>Its id; the id of a row's norm is this, a hyphen and the row's.</summary>
    public required string Id { get; init; }

    /// <summary>Its columns in the order of the file.</summary>
    public required ImmutableArray<RuleTableColumn> Columns { get; init; }

    /// <summary>Its rows in the order of the file.</summary>
    public required ImmutableArray<RuleTableRow> Rows { get; init; }

    /// <summary>The norm for things in no row; null when the law says nothing about them.</summary>
    public string? OtherwiseNorm { get; init; }

    /// <summary>What is stated about things in no row when no norm is; null otherwise.</summary>
    public LocalText? OtherwiseNothing { get; init; }

    /// <summary>Where it stands.</summary>
    public required SourcePlace Place { get; init; }
}
